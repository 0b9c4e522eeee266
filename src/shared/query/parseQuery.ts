import { MAX_QUERY_LENGTH } from '../schemas.ts';
import { collectPositive, keepVariants } from './queryLeaf.ts';
import type { ParsedPart, ParsedQuery, QueryNode } from './queryNode.ts';
import { QueryParser } from './queryParser.ts';

/** Most terms and fields of one query; more are refused with the hint `too-long`. */
const MAX_QUERY_TERMS = 1_000;

/** The same for lines that become filters. */
const MAX_LONG_TERMS = 100_000;

/** How a query is read. */
export interface QueryOptions {
  /** True = Traditional and Simplified characters are told apart. */
  readonly keepsVariants?: boolean;
  /** True for a line that is to become filters: many ticked values are more than a search may have as text. */
  readonly isLong?: boolean;
}

/**
 * Understands a typed query; never throws. What is no valid syntax is plain text, with a hint. The language is
 * described in docs/search.md.
 */
export function parseQuery(typed: string, options: QueryOptions = {}): ParsedQuery {
  const isLong = options.isLong === true;
  if (!isLong && typed.length > MAX_QUERY_LENGTH) return refusedQuery();
  const parser = new QueryParser(typed, isLong ? MAX_LONG_TERMS : MAX_QUERY_TERMS);
  const read = parser.parseAll();
  if (parser.isTooLong) return refusedQuery();
  const { hints, sort } = parser;
  const node = options.keepsVariants === true ? keepVariants(read) : read;
  const parts = parser.hasAlternatives ? onePart(typed, parser, read) : parser.parts;
  return { node, ...collectPositive(node), parts, hints, sort };
}

/** Stands for a query that is too much to answer: it finds nothing and says why. */
export function refusedQuery(code: 'too-long' | 'too-slow' = 'too-long'): ParsedQuery {
  return {
    node: { kind: 'none' },
    terms: [],
    parts: [],
    hints: [{ code, part: '' }],
    sort: null,
    hasPages: false,
  };
}

/** The whole query as a part; nothing where it asks for nothing. */
function onePart(typed: string, { sort }: QueryParser, node: QueryNode): readonly ParsedPart[] {
  if (node.kind === 'all' && sort === null) return [];
  const start = typed.length - typed.trimStart().length;
  return [{ start, end: typed.trimEnd().length, node: node.kind === 'all' ? null : node, sort }];
}
