import { firstRecentDay } from '../../shared/query/parseDate.ts';
import type {
  PostFeature,
  PostState,
  PresentField,
  QueryNode,
} from '../../shared/query/queryNode.ts';
import type { SearchTerm } from '../../shared/searchModel.ts';
import { assertNever } from '../../shared/result.ts';
import { foldText } from '../../shared/text/fold.ts';
import { containsTerm, prepareTerm } from '../../shared/text/matchText.ts';
import type { PostColumns } from './columns.ts';
import { findDuplicates, findProblems } from './duplicates.ts';
import { LABEL_KINDS, POST_FLAGS } from './indexSchema.ts';
import { postsWithAny } from './labelRuns.ts';
import type { LabelKind } from './labelTable.ts';
import { BOOKMARKED, HIGHLIGHTED, LABELLED, NOTED, READ } from './postMarks.ts';
import { intersect, keepOnly, type PostSet, subtract } from './postSet.ts';
import type { EvaluationContext } from './queryContext.ts';
import { scanFrontMatter, scanTexts } from './queryScans.ts';
import type { PathRemarks } from './storeTypes.ts';

type FactNode = Exclude<
  QueryNode,
  { kind: 'all' | 'none' | 'and' | 'or' | 'not' | 'term' | 'near' | 'pattern' }
>;

/** Posts of `within` of which a fact beside their title and text is true. Throws `TooMuchWork`. */
export function evaluateFacts(
  node: FactNode,
  within: PostSet,
  context: EvaluationContext,
): PostSet {
  switch (node.kind) {
    case 'value':
      return evaluateValue(node, within, context);
    case 'present':
      return evaluatePresent(node.field, within, context);
    case 'frontMatter':
      return scanFrontMatter(node, within, context);
    case 'state':
      return evaluateState(node.state, within, context);
    case 'feature':
      return evaluateFeature(node.feature, within, context);
    case 'days':
      return withinDays(node, within, context);
    case 'recent': {
      const from = firstRecentDay(context.today, node.count, node.unit);
      return withinDays({ from, to: context.today }, within, context);
    }
    default:
      return assertNever(node);
  }
}

function evaluateValue(
  { field, term, isExact }: Extract<QueryNode, { kind: 'value' }>,
  within: PostSet,
  context: EvaluationContext,
): PostSet {
  switch (field) {
    case 'tag':
    case 'category':
    case 'source': {
      if (isExact === true) {
        return withLabel(field, (value) => value === term.text, {
          within,
          columns: context.columns,
        });
      }
      const prepared = prepareTerm(term);
      const holds = (value: string): boolean =>
        containsTerm(foldText(value, prepared.keepsVariants), prepared);
      return withLabel(field, holds, { within, columns: context.columns });
    }
    case 'author':
    case 'path':
    case 'url':
      return scanTexts(field, term, { within, context });
    case 'note':
      return withRemark(within, context, { term, textsOf: ({ notes }) => notes });
    case 'highlight':
      return withRemark(within, context, { term, textsOf: ({ quotes }) => quotes });
    case 'label': {
      const prepared = prepareTerm(term);
      return withReadersLabel(within, context, (value) =>
        isExact === true
          ? value === term.text
          : containsTerm(foldText(value, prepared.keepsVariants), prepared),
      );
    }
    default:
      return assertNever(field);
  }
}

interface LabelPlace {
  readonly within: PostSet;
  readonly columns: PostColumns;
}

function withLabel(
  kind: LabelKind,
  holds: (value: string) => boolean,
  { within, columns: { labels, labelRuns } }: LabelPlace,
): PostSet {
  const isChosen = new Uint8Array(labels.size);
  for (const label of labels.byText(kind)) {
    if (holds(labels.texts[label] ?? '')) isChosen[label] = 1;
  }
  return postsWithAny(labelRuns, isChosen, within);
}

const PRESENT_FLAGS = {
  title: POST_FLAGS.title,
  body: POST_FLAGS.body,
  url: POST_FLAGS.url,
  author: POST_FLAGS.author,
} as const;

function evaluatePresent(
  field: PresentField,
  within: PostSet,
  context: EvaluationContext,
): PostSet {
  const { columns } = context;
  switch (field) {
    case 'path':
      return within;
    case 'date':
      return keepOnly(within, (id) => columns.days[id] !== 0);
    case 'tag':
    case 'category':
    case 'source':
      return withAnyLabel(field, within, columns);
    case 'note':
    case 'highlight':
      return evaluateFeature(field, within, context);
    case 'label':
      return withMark(LABELLED, within, context);
    default:
      return withFlag(PRESENT_FLAGS[field], within, context);
  }
}

function withAnyLabel(kind: LabelKind, within: PostSet, columns: PostColumns): PostSet {
  const isChosen = columns.labels.kinds.map((each) => (each === LABEL_KINDS[kind] ? 1 : 0));
  return postsWithAny(columns.labelRuns, isChosen, within);
}

function evaluateFeature(
  feature: PostFeature,
  within: PostSet,
  context: EvaluationContext,
): PostSet {
  switch (feature) {
    case 'image':
    case 'code':
    case 'table':
      return withFlag(POST_FLAGS[feature], within, context);
    case 'highlight':
      return withMark(HIGHLIGHTED, within, context);
    case 'note':
      return withMark(NOTED, within, context);
    default:
      return assertNever(feature);
  }
}

function withFlag(flag: number, within: PostSet, { columns }: EvaluationContext): PostSet {
  return keepOnly(within, (id) => ((columns.flags[id] ?? 0) & flag) !== 0);
}

/** Posts of `within` with any of these bits of the reader's marks. */
function withMark(mark: number, within: PostSet, { marks }: EvaluationContext): PostSet {
  const { bits } = marks;
  return keepOnly(within, (id) => ((bits[id] ?? 0) & mark) !== 0);
}

interface RemarkTerm {
  readonly term: SearchTerm;
  readonly textsOf: (remark: PathRemarks) => readonly string[];
}

/** Posts of `within` where the reader's own words hold a term. They are few: gone through one by one. */
function withRemark(
  within: PostSet,
  { remarks, rows }: EvaluationContext,
  { term, textsOf }: RemarkTerm,
): PostSet {
  const prepared = prepareTerm(term);
  const found = new Uint8Array(within.length);
  for (const remark of remarks()) {
    const holds = textsOf(remark).some((text) =>
      containsTerm(foldText(text, prepared.keepsVariants), prepared),
    );
    const id = holds ? rows.rowAt(remark.path) : null;
    if (id !== null && within[id] === 1) found[id] = 1;
  }
  return found;
}

/** Posts of `within` whose bookmark carries a label that fulfils a condition. */
function withReadersLabel(
  within: PostSet,
  { marks }: EvaluationContext,
  holds: (label: string) => boolean,
): PostSet {
  const found = new Uint8Array(within.length);
  for (const [id, labels] of marks.labels) {
    if (within[id] === 1 && labels.some(holds)) found[id] = 1;
  }
  return found;
}

function evaluateState(state: PostState, within: PostSet, context: EvaluationContext): PostSet {
  const { columns, scans } = context;
  switch (state) {
    case 'bookmarked':
      return withMark(BOOKMARKED, within, context);
    case 'read':
      return withMark(READ, within, context);
    case 'unread':
      return subtract(within, withMark(READ, within, context));
    case 'draft':
    case 'page':
      return keepOnly(within, (id) => ((columns.flags[id] ?? 0) & POST_FLAGS[state]) !== 0);
    case 'duplicate':
      return intersect(
        within,
        scans.get('duplicate', () => findDuplicates(context)),
      );
    case 'problem':
      return intersect(
        within,
        scans.get('problem', () => findProblems(context)),
      );
    default:
      return assertNever(state);
  }
}

function withinDays(
  span: { readonly from: number | null; readonly to: number | null },
  within: PostSet,
  { columns }: EvaluationContext,
): PostSet {
  const from = Math.max(1, span.from ?? 1);
  const to = span.to ?? Number.POSITIVE_INFINITY;
  return keepOnly(within, (id) => {
    const day = columns.days[id] ?? 0;
    return day >= from && day <= to;
  });
}
