import type { TFunction } from 'i18next';
import { explainQuery } from '../../shared/query/explainQuery.ts';
import type { QueryChip } from '../../shared/query/queryChips.ts';
import type { ParsedQuery } from '../../shared/query/queryNode.ts';
import type { QueryPhrase } from '../../shared/query/queryPhrase.ts';
import { sayInChinese } from '../../shared/query/sayChinese.ts';
import { sayInEnglish } from '../../shared/query/sayEnglish.ts';
import type { Language } from '../i18n/i18n.ts';

/** A part of the query as a chip shows it: what it is (null when the text says it alone) and its value. */
export interface ChipWords {
  readonly key: string | null;
  readonly text: string;
}

/** PURE. What a query asks, as a sentence with its full stop. */
export function querySentence(query: ParsedQuery, language: Language): string {
  const explained = explainQuery(query);
  return language === 'zh' ? `${sayInChinese(explained)}。` : `${sayInEnglish(explained)}.`;
}

const FIELDS = [
  'title',
  'body',
  'tag',
  'category',
  'source',
  'author',
  'path',
  'url',
  'note',
] as const;

const EXACT = { 'is-tag': 'tag', 'is-category': 'category', 'is-source': 'source' } as const;

const STATES = ['unread', 'read', 'bookmarked', 'draft', 'duplicate', 'problem', 'page'] as const;

const FEATURES = ['image', 'table', 'code', 'highlight', 'note'] as const;

/** PURE. A part of the query as a chip: by name and value where it has them, else as it was typed. */
export function chipWords(chip: QueryChip, t: TFunction<['query', 'filters']>): ChipWords {
  const { phrase, sort, text } = chip;
  if (phrase === null) {
    return { key: t('chip.sort'), text: sort === null ? text : t(`sorted.${sort}`) };
  }
  const [value = ''] = phrase.values;
  const words = phrase.isNegated ? t('not', { what: value }) : value;
  if (phrase.key === 'text' && phrase.values.length === 1) return { key: null, text: words };
  const known = fieldWords(phrase, t) ?? namedWords(phrase, t) ?? dayWords(phrase, t);
  if (known === null) return { key: null, text };
  return { ...known, text: phrase.isNegated ? t('not', { what: known.text }) : known.text };
}

type KeyedWords = { readonly key: string; readonly text: string } | null;

/** A term in one field; null for any other phrase. */
function fieldWords({ key, values }: QueryPhrase, t: TFunction<['query', 'filters']>): KeyedWords {
  const field = FIELDS.find((name) => name === key);
  const [value = ''] = values;
  return field === undefined || values.length !== 1
    ? null
    : { key: t(`chip.${field}`), text: value };
}

function dayWords(phrase: QueryPhrase, t: TFunction<['query', 'filters']>): KeyedWords {
  const days = daysWords(phrase, t);
  return days === null ? null : { key: t('chip.date'), text: days };
}

/** Exact values, states, contents, any value at all and keys of the front matter; null for any other phrase. */
function namedWords({ key, values }: QueryPhrase, t: TFunction<['query', 'filters']>): KeyedWords {
  const [first = '', second] = values;
  if (key === 'is-tag' || key === 'is-category' || key === 'is-source') {
    return values.length === 1 ? { key: t(`chip.${EXACT[key]}`), text: first } : null;
  }
  const state = STATES.find((name) => name === key);
  if (state !== undefined) return { key: t('chip.is'), text: t(`filters:anyState.${state}`) };
  const feature = FEATURES.find((name) => `has-${name}` === key);
  if (feature !== undefined) return { key: t('chip.has'), text: t(`filters:features.${feature}`) };
  if (key === 'front-matter') return { key: first, text: second ?? '' };
  if (key === 'any-front-matter') return { key: first, text: t('anyOf') };
  const any = [...FIELDS, 'date' as const].find((name) => `any-${name}` === key);
  return any === undefined ? null : { key: t(`chip.${any}`), text: t('anyOf') };
}

/** A span of time; null for any other phrase. */
function daysWords(
  { key, values }: QueryPhrase,
  t: TFunction<['query', 'filters']>,
): string | null {
  const [first = '', last = ''] = values;
  switch (key) {
    case 'day':
      return first;
    case 'days':
      return wholeSpan(first, last) ?? `${first} – ${last}`;
    case 'from':
      return `${first} –`;
    case 'to':
      return `– ${first}`;
    case 'last-days':
    case 'last-months':
    case 'last-years':
      return t(`recent.${key}`, { count: Number(first), shown: first });
    default:
      return null;
  }
}

/** `2022` or `2022-05` where two days are the ends of just that; null otherwise. */
function wholeSpan(first: string, last: string): string | null {
  const [year = '', month = '', day] = first.split('-');
  if (day !== '01') return null;
  if (month === '01' && last === `${year}-12-31`) return year;
  const end = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return last === `${year}-${month}-${end}` ? `${year}-${month}` : null;
}

/** Whether the words of a query say all there is to it: they are looked for anywhere, and all must be there. */
export const saysAll = ({ parts }: ParsedQuery): boolean =>
  parts.every(({ node }) => node?.kind === 'term' && node.scope === 'any' && !node.term.isPrefix);
