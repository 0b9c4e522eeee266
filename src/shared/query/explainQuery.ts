import type { SearchTerm, Sort } from '../searchModel.ts';
import { daysPhrase, recentPhrase } from './explainDays.ts';
import type { ParsedPart, ParsedQuery, QueryNode, TermScope } from './queryNode.ts';
import { exactFieldOf, phrase, type PhraseKey, type QueryPhrase } from './queryPhrase.ts';

/** A whole query, explained. */
export interface QueryExplanation {
  readonly phrase: QueryPhrase;
  /** What is looked at: posts, or only pages, or both. */
  readonly things: 'posts' | 'pages' | 'both';
  /** The order that the query asks for; null when it asks for none. */
  readonly sort: Sort | null;
}

/** What a query asks for, phrase by phrase. */
export function explainQuery({ node, hasPages, sort }: ParsedQuery): QueryExplanation {
  const said = phraseOf(node);
  const ofPages = hasPages ? saidOfPages(said) : null;
  if (ofPages !== null) return { phrase: ofPages, things: 'pages', sort };
  return { phrase: said, things: hasPages ? 'both' : 'posts', sort };
}

/** What is said beside that they are pages; null where it does not say that of all of them. */
function saidOfPages(said: QueryPhrase): QueryPhrase | null {
  if (isOfPages(said)) return phrase('all');
  if (said.key !== 'every' || said.isNegated || !said.parts.some(isOfPages)) return null;
  const parts = said.parts.filter((part) => !isOfPages(part));
  const [first = phrase('all'), ...others] = parts;
  return others.length === 0 ? first : { ...said, parts };
}

const isOfPages = ({ key, isNegated }: QueryPhrase): boolean => key === 'page' && !isNegated;

/** What one part of a query asks for; null when it only asks for an order. */
export function explainPart({ node }: ParsedPart): QueryPhrase | null {
  return node === null ? null : phraseOf(node);
}

function phraseOf(node: QueryNode): QueryPhrase {
  switch (node.kind) {
    case 'and':
    case 'or':
      return groupPhrase(node);
    case 'not':
      return negated(phraseOf(node.node));
    case 'term':
      return phrase(placeOf(node.scope), [shown(node.term)]);
    case 'near':
      return phrase(`near-${placeOf(node.scope)}`, nearValues(node.terms, node.distances));
    case 'pattern': {
      const flag = node.ignoresCase ? 'i' : '';
      return phrase(`pattern-${placeOf(node.scope)}`, [`/${node.source}/${flag}`]);
    }
    default:
      return factPhrase(node);
  }
}

type FactNode = Exclude<QueryNode, { kind: 'and' | 'or' | 'not' | 'term' | 'near' | 'pattern' }>;

function factPhrase(node: FactNode): QueryPhrase {
  switch (node.kind) {
    case 'value':
      return phrase(valueKey(node), [shown(node.term)]);
    case 'present':
      return phrase(`any-${node.field}`);
    case 'frontMatter':
      return node.term === null
        ? phrase('any-front-matter', [node.key])
        : phrase('front-matter', [node.key, shown(node.term)]);
    case 'state':
      return phrase(node.state);
    case 'feature':
      return phrase(`has-${node.feature}`);
    case 'days':
      return daysPhrase(node.from, node.to);
    case 'recent':
      return recentPhrase(node.count, node.unit);
    default:
      return phrase(node.kind);
  }
}

/** The exact value of a field, or one that holds a term. */
function valueKey({ field, isExact }: Extract<QueryNode, { kind: 'value' }>): PhraseKey {
  const exact = isExact === true ? exactFieldOf(field) : null;
  return exact === null ? field : `is-${exact}`;
}

function placeOf(scope: TermScope): 'text' | 'title' | 'body' {
  return scope === 'any' ? 'text' : scope;
}

function shown({ text, isPrefix }: SearchTerm): string {
  return isPrefix ? `${text}…` : text;
}

function nearValues(terms: readonly SearchTerm[], distances: readonly number[]): readonly string[] {
  return terms.flatMap((term, at) =>
    at === 0 ? [shown(term)] : [String(distances[at - 1] ?? 0), shown(term)],
  );
}

function negated(negative: QueryPhrase): QueryPhrase {
  return { ...negative, isNegated: !negative.isNegated };
}

/** Keys whose values can be listed in one phrase. */
const LISTED: ReadonlySet<PhraseKey> = new Set<PhraseKey>([
  'text',
  'title',
  'body',
  'tag',
  'category',
  'source',
  'author',
  'path',
  'url',
  'note',
  'highlight',
  'label',
  'is-label',
  'is-tag',
  'is-category',
  'is-source',
]);

/** Alternatives or joint conditions; neighbours that say the same of other values become one phrase. */
function groupPhrase({
  kind,
  nodes,
}: {
  readonly kind: 'and' | 'or';
  readonly nodes: readonly QueryNode[];
}): QueryPhrase {
  const parts: QueryPhrase[] = [];
  for (const next of nodes.map(phraseOf)) {
    const last = parts.at(-1);
    const isJoined = last !== undefined && canJoin(last, next, kind);
    if (isJoined)
      parts.splice(-1, 1, { ...last, joint: kind, values: [...last.values, ...next.values] });
    else parts.push(next);
  }
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return {
    key: kind === 'and' ? 'every' : 'any',
    isNegated: false,
    values: [],
    joint: kind,
    parts,
  };
}

function canJoin(last: QueryPhrase, next: QueryPhrase, kind: 'and' | 'or'): boolean {
  const isPlain = last.key === next.key && LISTED.has(last.key);
  const isPositive = !last.isNegated && !next.isNegated;
  const isSingle = next.values.length === 1;
  return isPlain && isPositive && isSingle && (last.values.length === 1 || last.joint === kind);
}
