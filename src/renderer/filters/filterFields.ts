import { joinQueries } from '../../shared/query/joinQueries.ts';
import { withoutParts } from '../../shared/query/queryChips.ts';
import { parseQuery } from '../../shared/query/parseQuery.ts';

/** What can be filtered by, in the order offered. */
export const filterFields = [
  'source',
  'category',
  'tag',
  'label',
  'date',
  'state',
  'has',
  'title',
  'author',
  'path',
  'frontMatter',
] as const;

/** One of them. */
export type FilterField = (typeof filterFields)[number];

/** A value that needs no quotes after the colon of a field. */
const BARE = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_./-]*$/u;

/** Quotation marks, and what may not stand between them. */
const QUOTES = [
  ['"', '"', /["\uff02]/],
  ['「', '」', /」/],
  ['『', '』', /』/],
  ['“', '”', /[“”]/],
] as const;

/** PURE. A field that holds a text, as it is typed; marks that no quotes can hold are left out. */
export function fieldText(field: 'title' | 'author' | 'path', value: string): string {
  const typed = value.trim();
  if (BARE.test(typed)) return `${field}:${typed}`;
  const quotes = QUOTES.find(([, , closes]) => !closes.test(typed));
  return quotes === undefined
    ? `${field}:"${typed.replaceAll(/["\uff02]/g, ' ')}"`
    : `${field}:${quotes[0]}${typed}${quotes[1]}`;
}

/** PURE. A key of the front matter, with a value or (empty) with any, as it is typed; brackets cannot stand in either. */
export function frontMatterText(key: string, value: string): string {
  const [name, held] = [key, value].map((part) => part.replaceAll(/[[\]]/g, ' ').trim());
  return held === '' || held === undefined ? `[${name ?? ''}]` : `[${name ?? ''}:${held}]`;
}

/** PURE. Whether a query asks just this beside anything else. */
export const hasField = (text: string, field: string): boolean =>
  parseQuery(text).parts.some(({ start, end }) => text.slice(start, end) === field);

/** PURE. The query with this field, or without it when it has it. */
export function toggleField(text: string, field: string): string {
  const { parts } = parseQuery(text);
  const gone = parts.filter(({ start, end }) => text.slice(start, end) === field);
  return gone.length > 0 ? withoutParts(text, gone) : joinQueries(text, field);
}
