import { explainPart } from './explainQuery.ts';
import { parseQuery } from './parseQuery.ts';
import type { ParsedPart, QueryNode } from './queryNode.ts';
import type { QueryPhrase } from './queryPhrase.ts';
import type { Sort } from '../searchModel.ts';

/** What a chip stands for; chooses its look. */
type ChipKind = 'words' | 'field' | 'state' | 'date' | 'order' | 'group';

/** A part of a query that can be taken out or replaced by itself. */
export interface QueryChip {
  /** Place in the typed text, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** The part as typed. */
  readonly text: string;
  readonly kind: ChipKind;
  /** True when it is excluded (`-x`, `NOT x`). */
  readonly isNegated: boolean;
  /** What it asks for; null when it only asks for an order. */
  readonly phrase: QueryPhrase | null;
  /** The order it asks for; null when it asks for none. */
  readonly sort: Sort | null;
}

/**
 * The parts of a typed query, in order, without overlap. Words that ask for nothing (an empty phrase, a field without its
 * value) belong to none. Alternatives (`OR`) outside parentheses make the whole query one part.
 */
export function chipsOf(typed: string): readonly QueryChip[] {
  return parseQuery(typed).parts.map((part) => ({
    start: part.start,
    end: part.end,
    text: typed.slice(part.start, part.end),
    kind: kindOf(part),
    isNegated: part.node?.kind === 'not',
    phrase: explainPart(part),
    sort: part.sort,
  }));
}

/** The query without one of its parts; what the others mean stays as it was. */
export function withoutPart(typed: string, chip: Pick<QueryChip, 'start' | 'end'>): string {
  return replacePart(typed, chip, '');
}

/** The query with one of its parts replaced by other typed text; what the other parts mean stays as it was. */
export function replacePart(
  typed: string,
  chip: Pick<QueryChip, 'start' | 'end'>,
  replacement: string,
): string {
  const { parts } = parseQuery(typed);
  const others = parts.filter((part) => part.start !== chip.start);
  const added = parseQuery(replacement);
  const isLoose = added.node.kind === 'or' && others.length > 0;
  const piece = isLoose ? `(${replacement.trim()})` : replacement.trim();
  const put = joined([
    typed.slice(0, chip.start).trimEnd(),
    piece,
    typed.slice(chip.end).trimStart(),
  ]);
  const wanted = [...others, ...added.parts].map(meaningOf);
  const given = parseQuery(put).parts.map(meaningOf);
  if (wanted.toSorted().join('\n') === given.toSorted().join('\n')) return put;
  // Pieces came together that mean something else side by side, such as an open bracket and a closing one.
  return joined(parts.map((part) => (part.start === chip.start ? piece : guarded(typed, part))));
}

/**
 * The query without some of its parts (from `parseQuery` of it, in order), however long it is; what the others mean stays
 * as it was.
 */
export function withoutParts(typed: string, gone: readonly QueryPlace[]): string {
  const { parts } = parseQuery(typed, { isLong: true });
  const starts = new Set(gone.map(({ start }) => start));
  const others = parts.filter(({ start }) => !starts.has(start));
  const edges = [0, ...gone.flatMap(({ start, end }) => [start, end]), typed.length];
  const pieces = Array.from({ length: gone.length + 1 }, (_, at) =>
    typed.slice(edges[at * 2], edges[at * 2 + 1]).trim(),
  );
  const cut = joined(pieces);
  const given = parseQuery(cut, { isLong: true }).parts.map(meaningOf);
  if (given.join('\n') === others.map(meaningOf).join('\n')) return cut;
  return joined(others.map((part) => guarded(typed, part)));
}

/** A place in a typed text, `[start, end)`. */
type QueryPlace = Pick<QueryChip, 'start' | 'end'>;

/** The query in another order: without the orders it asks for, or, where alternatives hold them, with one that wins. */
export function inOrder(typed: string, sort: Sort): string {
  const order = chipsOf(typed).find((chip) => chip.phrase === null && chip.sort !== null);
  if (order !== undefined) return inOrder(withoutPart(typed, order), sort);
  return parseQuery(typed).sort === null ? typed : `${typed.trimEnd()} ${SORT_WORDS[sort]}`;
}

const SORT_WORDS: Readonly<Record<Sort, string>> = {
  newest: 'sort:-date',
  oldest: 'sort:date',
  relevance: 'sort:relevance',
};

function joined(pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== '').join(' ');
}

function meaningOf({ node, sort }: ParsedPart): string {
  return JSON.stringify([node, sort]);
}

/** Quotation marks, and what ends a phrase that begins with the first of them. */
const QUOTES = [
  { open: '"', close: '"', ends: /["\uff02]/ },
  { open: '\u300c', close: '\u300d', ends: /\u300d/ },
  { open: '\u300e', close: '\u300f', ends: /\u300f/ },
  { open: '\u201c', close: '\u201d', ends: /[\u201c\u201d]/ },
] as const;

/** A bare word in quotes, where nothing is read as syntax; any other part as it was typed. */
function guarded(typed: string, { start, end, node }: ParsedPart): string {
  const text = typed.slice(start, end);
  if (node?.kind !== 'term' || node.scope !== 'any') return text;
  const { text: word, isPrefix } = node.term;
  const quotes = QUOTES.find(({ ends }) => !ends.test(word));
  return quotes === undefined ? text : `${quotes.open}${word}${quotes.close}${isPrefix ? '*' : ''}`;
}

function kindOf({ node, sort }: ParsedPart): ChipKind {
  if (node === null) return sort === null ? 'words' : 'order';
  return kindOfNode(node.kind === 'not' ? node.node : node);
}

function kindOfNode(node: QueryNode): ChipKind {
  switch (node.kind) {
    case 'term':
      return node.scope === 'any' ? 'words' : 'field';
    case 'near':
    case 'pattern':
      return 'words';
    case 'value':
    case 'present':
    case 'frontMatter':
      return 'field';
    case 'state':
    case 'feature':
      return 'state';
    case 'days':
    case 'recent':
      return 'date';
    default:
      return 'group';
  }
}
