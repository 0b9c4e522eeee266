import type { Sort } from '../searchModel.ts';
import type { QueryExplanation } from './explainQuery.ts';
import type { PhraseKey, QueryPhrase } from './queryPhrase.ts';

/** What posts do, and what they do when it is denied; `X` stands for the values. */
type Words = readonly [affirmed: string, denied: string];

type SimpleKey = Exclude<
  PhraseKey,
  'every' | 'any' | 'near-text' | 'near-title' | 'near-body' | 'front-matter'
>;

const WORDS: Readonly<Record<SimpleKey, Words>> = {
  all: ['are here', 'are not here'],
  none: ['cannot be', 'are here'],
  text: ['contain X', 'do not contain X'],
  title: ['contain X in the title', 'do not contain X in the title'],
  body: ['contain X in the text', 'do not contain X in the text'],
  'pattern-text': ['match the pattern X', 'do not match the pattern X'],
  'pattern-title': ['match the pattern X in the title', 'do not match the pattern X in the title'],
  'pattern-body': ['match the pattern X in the text', 'do not match the pattern X in the text'],
  tag: ['have a tag with X', 'have no tag with X'],
  category: ['are in a category with X', 'are in no category with X'],
  source: ['come from a source with X', 'come from no source with X'],
  'is-tag': ['have the tag X', 'do not have the tag X'],
  'is-category': ['are in the category X', 'are not in the category X'],
  'is-source': ['come from X', 'do not come from X'],
  'is-label': ['have the label X', 'do not have the label X'],
  author: ['have an author with X', 'have no author with X'],
  path: ['have X in their path', 'do not have X in their path'],
  url: ['have X in their web address', 'do not have X in their web address'],
  note: ['have a note with X', 'have no note with X'],
  highlight: ['have X highlighted', 'do not have X highlighted'],
  label: ['have a label with X', 'have no label with X'],
  'any-title': ['have a title', 'have no title'],
  'any-body': ['have a text', 'have no text'],
  'any-tag': ['have a tag', 'have no tag'],
  'any-category': ['are in a category', 'are in no category'],
  'any-source': ['have a source', 'have no source'],
  'any-author': ['have an author', 'have no author'],
  'any-path': ['have a path', 'have no path'],
  'any-url': ['have a web address', 'have no web address'],
  'any-note': ['have a note', 'have no note'],
  'any-highlight': ['have highlights', 'have no highlights'],
  'any-label': ['have a label', 'have no label'],
  'any-date': ['have a date', 'have no date'],
  'any-front-matter': ['have X in their front matter', 'do not have X in their front matter'],
  bookmarked: ['are bookmarked', 'are not bookmarked'],
  unread: ['are unread', 'are not unread'],
  read: ['are read', 'are not read'],
  draft: ['are drafts', 'are not drafts'],
  page: ['are pages', 'are not pages'],
  duplicate: ['have a duplicate', 'have no duplicate'],
  problem: ['have a problem', 'have no problem'],
  'has-image': ['have pictures', 'have no pictures'],
  'has-highlight': ['have highlights', 'have no highlights'],
  'has-note': ['have a note', 'have no note'],
  'has-code': ['have code', 'have no code'],
  'has-table': ['have tables', 'have no tables'],
  days: ['are dated X', 'are not dated X'],
  day: ['are dated X', 'are not dated X'],
  from: ['are dated X or later', 'are not dated X or later'],
  to: ['are dated X or earlier', 'are not dated X or earlier'],
  'last-days': ['are of the last X days', 'are not of the last X days'],
  'last-months': ['are of the last X months', 'are not of the last X months'],
  'last-years': ['are of the last X years', 'are not of the last X years'],
};

const ORDERS: Readonly<Record<Sort, string>> = {
  newest: ', newest first',
  oldest: ', oldest first',
  relevance: ', best match first',
};

const THINGS = { posts: 'posts', pages: 'pages', both: 'posts and pages' } as const;

/** A query in an English sentence without its full stop. */
export function sayInEnglish({ phrase, things: kind, sort }: QueryExplanation): string {
  const order = sort === null ? '' : ORDERS[sort];
  const things = THINGS[kind];
  if (phrase.key === 'none') return `No ${things}`;
  if (phrase.key === 'all') return `All ${things}${order}`;
  const sentence = `${things} that ${sayPhrase(phrase)}${order}`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** One phrase in English, as it follows “posts that”. */
function sayPhrase(said: QueryPhrase): string {
  const { key, isNegated, values, parts, joint } = said;
  switch (key) {
    case 'every':
    case 'any': {
      const all = list(parts.map(sayPart), joint);
      return isNegated ? `do not (${all})` : all;
    }
    case 'near-text':
    case 'near-title':
    case 'near-body':
      return `${isNegated ? 'do not contain' : 'contain'} ${sayNear(values)}${NEAR_PLACES[key]}`;
    case 'front-matter':
      return `${isNegated ? 'do not have' : 'have'} ${sayKeyAndValue(values)} in their front matter`;
    default:
      return singular(WORDS[key][isNegated ? 1 : 0].replace('X', () => sayValues(said)));
  }
}

/** A group inside a group stands in parentheses. */
function sayPart(part: QueryPhrase): string {
  const isGroup = (part.key === 'every' || part.key === 'any') && !part.isNegated;
  return isGroup ? `(${sayPhrase(part)})` : sayPhrase(part);
}

function sayValues({ key, values, joint }: QueryPhrase): string {
  if (key === 'days') return values.join(' to ');
  const isBare = /^(day|from|to|last-|pattern-)/.test(key);
  return list(isBare ? values : values.map(quoted), joint);
}

function sayKeyAndValue([name = '', value = '']: readonly string[]): string {
  return `${quoted(value)} under ${quoted(name)}`;
}

const NEAR_PLACES = {
  'near-text': '',
  'near-title': ' in the title',
  'near-body': ' in the text',
} as const;

function sayNear(values: readonly string[]): string {
  const [first = '', ...rest] = values;
  let text = quoted(first);
  for (let at = 0; at + 1 < rest.length; at += 2) {
    text += ` within ${rest[at] ?? ''} words or characters of ${quoted(rest[at + 1] ?? '')}`;
  }
  return text;
}

function list(parts: readonly string[], joint: 'and' | 'or'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${joint} ${last}`;
}

function quoted(text: string): string {
  return `“${text}”`;
}

function singular(text: string): string {
  return text.replace(/\blast 1 (day|month|year)s\b/, 'last $1');
}
