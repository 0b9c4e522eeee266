import type Database from 'better-sqlite3';
import type { SearchTerm } from '../../shared/model.ts';
import { firstRecentDay } from '../../shared/query/parseDate.ts';
import type {
  PostFeature,
  PostState,
  PresentField,
  QueryNode,
  ValueField,
} from '../../shared/query/queryNode.ts';
import { assertNever } from '../../shared/result.ts';
import { foldText } from '../../shared/text/fold.ts';
import { containsTerm, prepareTerm } from '../../shared/text/matchText.ts';
import type { PostColumns } from './columns.ts';
import { frontMatterValues, keyTest } from './frontMatterValues.ts';
import { LABEL_KINDS, POST_FLAGS } from './indexSchema.ts';
import { postsWithAny } from './labelRuns.ts';
import type { LabelKind } from './labelTable.ts';
import { BOOKMARKED, READ } from './postMarks.ts';
import { addAll, isEmpty, keepOnly, type PostSet, subtract } from './postSet.ts';
import type { TermIndex } from './termIndex.ts';

/** What a query is answered from. */
export interface EvaluationContext {
  readonly database: Database.Database;
  readonly columns: PostColumns;
  readonly terms: TermIndex;
  /** Bits BOOKMARKED and READ by row number. */
  readonly marks: Uint8Array;
  /** This computer's day as a `yyyymmdd` number, for `date:7d`. */
  readonly today: number;
  /** Looked at before each part of a query. */
  readonly isTimeUp: () => boolean;
}

/** Thrown where a query of very many costly parts has used up its time. */
export class TooMuchWork extends Error {
  constructor() {
    super('The query takes too long.');
    this.name = 'TooMuchWork';
  }
}

/** Exactly the posts of `within` that fulfil the query. Throws `TooMuchWork`. */
export function evaluateQuery(
  node: QueryNode,
  within: PostSet,
  context: EvaluationContext,
): PostSet {
  if (context.isTimeUp()) throw new TooMuchWork();
  switch (node.kind) {
    case 'all':
      return within;
    case 'none':
      return new Uint8Array(within.length);
    case 'and':
      return evaluateAnd(node.nodes, within, context);
    case 'or':
      return evaluateOr(node.nodes, within, context);
    case 'not':
      return subtract(within, evaluateQuery(node.node, within, context));
    case 'term':
      return context.terms.find(node.term, node.scope, within);
    default:
      return evaluateFacts(node, within, context);
  }
}

type FactNode = Exclude<QueryNode, { kind: 'all' | 'none' | 'and' | 'or' | 'not' | 'term' }>;

function evaluateFacts(node: FactNode, within: PostSet, context: EvaluationContext): PostSet {
  switch (node.kind) {
    case 'value':
      return evaluateValue(node.field, node.term, { within, context });
    case 'present':
      return evaluatePresent(node.field, within, context);
    case 'frontMatter':
      return evaluateFrontMatter(node, within, context);
    case 'state':
      return keepOnly(within, stateTest(node.state, context));
    case 'feature':
      return withFlag(FEATURE_FLAGS[node.feature], within, context);
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

/** Cheap parts first: what they leave over is all that costly parts have to look at. */
function evaluateAnd(
  nodes: readonly QueryNode[],
  within: PostSet,
  context: EvaluationContext,
): PostSet {
  let left = within;
  for (const node of nodes.toSorted((a, b) => costOf(a, context) - costOf(b, context))) {
    left = evaluateQuery(node, left, context);
    if (isEmpty(left)) return left;
  }
  return left;
}

function evaluateOr(
  nodes: readonly QueryNode[],
  within: PostSet,
  context: EvaluationContext,
): PostSet {
  const found = new Uint8Array(within.length);
  for (const node of nodes) addAll(found, evaluateQuery(node, within, context));
  return found;
}

const TERM_COSTS = { lookup: 1, check: 3, scan: 5 } as const;

function costOf(node: QueryNode, context: EvaluationContext): number {
  switch (node.kind) {
    case 'term':
      return TERM_COSTS[context.terms.costOf(node.term)];
    case 'frontMatter':
      return 4;
    case 'value':
      return 2;
    case 'not':
      return costOf(node.node, context);
    case 'and':
    case 'or':
      return Math.max(...node.nodes.map((each) => costOf(each, context)));
    default:
      return 0;
  }
}

interface ValuePlace {
  readonly within: PostSet;
  readonly context: EvaluationContext;
}

function evaluateValue(field: ValueField, term: SearchTerm, place: ValuePlace): PostSet {
  const { within, context } = place;
  switch (field) {
    case 'tag':
      return withLabel('tag', term, place);
    case 'category':
      return withLabel('category', term, place);
    case 'source':
      return withLabel('source', term, place);
    case 'author': {
      const prepared = prepareTerm(term);
      return withText('author', within, {
        context,
        matches: (value) => containsTerm(foldText(value, prepared.keepsVariants), prepared),
      });
    }
    case 'path':
    case 'url': {
      // Addresses know no words: any part of them may be asked for.
      const part = foldText(term.text, term.keepsVariants);
      return withText(field, within, {
        context,
        matches: (value) => foldText(value, term.keepsVariants).includes(part),
      });
    }
    default:
      return assertNever(field);
  }
}

function withLabel(kind: LabelKind, term: SearchTerm, { within, context }: ValuePlace): PostSet {
  const prepared = prepareTerm(term);
  const { labels, labelRuns } = context.columns;
  const isChosen = new Uint8Array(labels.size);
  for (const label of labels.byText(kind)) {
    const folded = foldText(labels.texts[label] ?? '', prepared.keepsVariants);
    if (containsTerm(folded, prepared)) isChosen[label] = 1;
  }
  return postsWithAny(labelRuns, isChosen, within);
}

interface TextTest {
  readonly context: EvaluationContext;
  readonly matches: (value: string) => boolean;
}

const TEXT_COLUMNS = {
  author: 'SELECT id, author FROM posts WHERE author IS NOT NULL',
  path: 'SELECT id, path FROM posts',
  url: 'SELECT id, url FROM posts WHERE url IS NOT NULL',
} as const;

function withText(
  field: keyof typeof TEXT_COLUMNS,
  within: PostSet,
  { context, matches }: TextTest,
): PostSet {
  const found = new Uint8Array(within.length);
  const rows = context.database.prepare<[], [number, string]>(TEXT_COLUMNS[field]).raw();
  for (const [id, value] of rows.iterate()) if (within[id] === 1 && matches(value)) found[id] = 1;
  return found;
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
      return withAnyLabel('tag', within, columns);
    case 'category':
      return withAnyLabel('category', within, columns);
    case 'source':
      return withAnyLabel('source', within, columns);
    default:
      return withFlag(PRESENT_FLAGS[field], within, context);
  }
}

function withAnyLabel(kind: LabelKind, within: PostSet, columns: PostColumns): PostSet {
  const isChosen = columns.labels.kinds.map((each) => (each === LABEL_KINDS[kind] ? 1 : 0));
  return postsWithAny(columns.labelRuns, isChosen, within);
}

const FEATURE_FLAGS: Readonly<Record<PostFeature, number>> = {
  image: POST_FLAGS.image,
  code: POST_FLAGS.code,
  table: POST_FLAGS.table,
};

function withFlag(flag: number, within: PostSet, { columns }: EvaluationContext): PostSet {
  return keepOnly(within, (id) => ((columns.flags[id] ?? 0) & flag) !== 0);
}

function stateTest(state: PostState, context: EvaluationContext): (id: number) => boolean {
  const { columns, marks } = context;
  switch (state) {
    case 'bookmarked':
      return (id) => ((marks[id] ?? 0) & BOOKMARKED) !== 0;
    case 'read':
      return (id) => ((marks[id] ?? 0) & READ) !== 0;
    case 'unread':
      return (id) => ((marks[id] ?? 0) & READ) === 0;
    case 'draft':
      return (id) => ((columns.flags[id] ?? 0) & POST_FLAGS.draft) !== 0;
    case 'page':
      return (id) => ((columns.flags[id] ?? 0) & POST_FLAGS.page) !== 0;
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

function evaluateFrontMatter(
  node: { readonly key: string; readonly term: SearchTerm | null },
  within: PostSet,
  { database }: EvaluationContext,
): PostSet {
  const found = new Uint8Array(within.length);
  const term = node.term === null ? null : prepareTerm(node.term);
  const isKey = keyTest(node.key);
  const rows = database
    .prepare<[], [number, string]>(
      `SELECT post, front_matter FROM texts WHERE front_matter <> '{}'`,
    )
    .raw();
  for (const [id, json] of rows.iterate()) {
    if (within[id] !== 1) continue;
    const values = frontMatterValues(json, isKey);
    if (values === null) continue;
    if (
      term === null ||
      values.some((value) => containsTerm(foldText(value, term.keepsVariants), term))
    )
      found[id] = 1;
  }
  return found;
}
