import type { QueryHint, Sort } from '../searchModel.ts';
import { parseAfterValue, parseBeforeValue, parseDateValue } from './parseDate.ts';
import { type FieldContext, leafNode, termOfWord } from './queryLeaf.ts';
import type { PostFeature, PostState, PresentField, QueryNode } from './queryNode.ts';
import { exactFieldOf } from './queryPhrase.ts';
import { foldText } from '../text/fold.ts';
import { parsePattern } from './parsePattern.ts';
import type { QueryText } from './queryText.ts';

/** What a field asks for. */
export interface FieldOutcome {
  /** Null when it asks nothing of posts (`sort:`), or when `context` is set. */
  readonly node: QueryNode | null;
  /** Set when a phrase or group follows, whose words have this meaning. */
  readonly context: FieldContext | null;
  readonly sort: Sort | null;
  readonly hint: QueryHint | null;
}

const nothing: FieldOutcome = { node: null, context: null, sort: null, hint: null };

const NAME = /([A-Za-z][A-Za-z-]+)[:\uff1a]/y;
const BRACKET = /\[\s*([^[\]:\uff1a]+?)\s*(?:[:\uff1a]\s*([^[\]]*?)\s*)?\]/y;

/** A value in brackets that somebody put in quotes as well, as after any other field. */
const QUOTED = /^["\uff02\u201c\u300c\u300e](.*)["\uff02\u201d\u300d\u300f]$/s;

/** Fields that take terms; each is also the name of what `field:*` asks for. */
const contexts: ReadonlyMap<string, FieldContext & { readonly present: PresentField }> = new Map([
  ['title', { scope: 'title', field: null, present: 'title' }],
  ['body', { scope: 'body', field: null, present: 'body' }],
  ['tag', { scope: 'any', field: 'tag', present: 'tag' }],
  ['category', { scope: 'any', field: 'category', present: 'category' }],
  ['source', { scope: 'any', field: 'source', present: 'source' }],
  ['author', { scope: 'any', field: 'author', present: 'author' }],
  ['path', { scope: 'any', field: 'path', present: 'path' }],
  ['url', { scope: 'any', field: 'url', present: 'url' }],
  ['note', { scope: 'any', field: 'note', present: 'note' }],
  ['highlight', { scope: 'any', field: 'highlight', present: 'highlight' }],
  ['label', { scope: 'any', field: 'label', present: 'label' }],
]);

const states: ReadonlyMap<string, PostState> = new Map([
  ['bookmarked', 'bookmarked'],
  ['unread', 'unread'],
  ['read', 'read'],
  ['draft', 'draft'],
  ['page', 'page'],
  ['duplicate', 'duplicate'],
  ['problem', 'problem'],
]);
const features: ReadonlyMap<string, PostFeature> = new Map([
  ['image', 'image'],
  ['code', 'code'],
  ['table', 'table'],
  ['highlight', 'highlight'],
  ['note', 'note'],
]);
const sorts: ReadonlyMap<string, Sort> = new Map([
  ['date', 'oldest'],
  ['-date', 'newest'],
  ['relevance', 'relevance'],
]);

type ValueParser = (value: string) => FieldOutcome | null;

const dateField =
  (parse: (value: string) => QueryNode | null): ValueParser =>
  (value) => {
    const node = value === '*' ? presentNode('date') : parse(value);
    return node === null ? null : { ...nothing, node };
  };

const valueParsers: ReadonlyMap<string, ValueParser> = new Map<string, ValueParser>([
  ['date', dateField(parseDateValue)],
  ['after', dateField(parseAfterValue)],
  ['before', dateField(parseBeforeValue)],
  [
    'is',
    (value) => {
      const state = states.get(value.toLowerCase());
      return state === undefined ? null : { ...nothing, node: { kind: 'state', state } };
    },
  ],
  [
    'has',
    (value) => {
      const feature = features.get(value.toLowerCase());
      return feature === undefined ? null : { ...nothing, node: { kind: 'feature', feature } };
    },
  ],
  [
    'sort',
    (value) => {
      const sort = sorts.get(value.toLowerCase());
      return sort === undefined ? null : { ...nothing, sort };
    },
  ],
]);

/**
 * A field at this place of the text (`name:value`, `[key]`, `[key:value]`); null when there is none and the text is
 * to be read as a plain word. Before a phrase or group only the name is taken.
 */
export function parseField(text: QueryText, openGroups: number): FieldOutcome | null {
  if (text.next === '[') return parseBracket(text);
  NAME.lastIndex = text.index;
  const name = NAME.exec(text.text)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  const valueIndex = text.index + name.length + 1;
  const context = contexts.get(name);
  if (context !== undefined) return parseTermField(text, valueIndex, { context, openGroups });
  const parse = valueParsers.get(name);
  return parse === undefined
    ? parseUnknown(text, valueIndex, openGroups)
    : parseValueField(text, valueIndex, { name, parse, openGroups });
}

function parseBracket(text: QueryText): FieldOutcome | null {
  BRACKET.lastIndex = text.index;
  const match = BRACKET.exec(text.text);
  const key = match?.[1];
  if (match === null || key === undefined) return null;
  text.index += match[0].length;
  const value = (match[2] ?? '').replace(QUOTED, '$1');
  const term = value === '' || value === '*' ? null : termOfWord(value);
  return { ...nothing, node: { kind: 'frontMatter', key, term } };
}

interface TermFieldPlace {
  readonly context: FieldContext & { readonly present: PresentField };
  readonly openGroups: number;
}

function parseTermField(
  text: QueryText,
  valueIndex: number,
  { context, openGroups }: TermFieldPlace,
): FieldOutcome {
  const start = text.index;
  text.index = valueIndex;
  if (exactFieldOf(context.field) !== null && EQUALS.has(text.next)) {
    text.index += 1;
    return parseExact(text, start, { context: { ...context, isExact: true }, openGroups });
  }
  const scope = context.field === null ? context.scope : null;
  if (scope !== null && text.next === '/') {
    const pattern = parsePattern(text, openGroups, scope);
    if (pattern !== null) return { ...nothing, ...pattern };
  }
  if (text.next === '(' || text.isAtQuote) return { ...nothing, context };
  const value = text.takeWord(openGroups);
  if (foldText(value) === '')
    return withHint(nothing, 'no-value', text.text.slice(start, valueIndex));
  if (value === '*') return { ...nothing, node: presentNode(context.present) };
  return { ...nothing, node: leafNode(termOfWord(value), context) };
}

const EQUALS: ReadonlySet<string> = new Set(['=', '\uff1d']);

/** The value after `=`: nothing in it is a sign, and only quotes, with `\"` and `\\` inside, let it hold spaces. */
function parseExact(
  text: QueryText,
  start: number,
  { context, openGroups }: TermFieldPlace,
): FieldOutcome {
  if (text.next === '(' || text.isAtQuote) return { ...nothing, context };
  const value = text.takeWord(openGroups);
  if (value === '') return withHint(nothing, 'no-value', text.text.slice(start, text.index));
  return { ...nothing, node: leafNode({ text: value, isPrefix: false }, context) };
}

interface ValueFieldPlace {
  readonly name: string;
  readonly parse: ValueParser;
  readonly openGroups: number;
}

/** A field with a fixed set of values; a value it does not know makes the whole word plain text. */
function parseValueField(
  text: QueryText,
  valueIndex: number,
  { name, parse, openGroups }: ValueFieldPlace,
): FieldOutcome {
  const start = text.index;
  text.index = valueIndex;
  if (text.next === '(' && name !== 'sort') {
    const read = (value: string): QueryNode | null => parse(value)?.node ?? null;
    return { ...nothing, context: { scope: 'any', field: null, read } };
  }
  const value = text.takePhrase()?.trim() ?? text.takeWord(openGroups);
  // Full-width digits and letters, as input methods write them, mean the same.
  const folded = foldText(value);
  if (folded === '') return withHint(nothing, 'no-value', text.text.slice(start, valueIndex));
  const outcome = parse(folded);
  if (outcome !== null) return outcome;
  const typed = text.text.slice(start, text.index);
  const isDate = name === 'date' || name === 'after' || name === 'before';
  return withHint(plainText(typed), isDate ? 'bad-date' : 'unknown-field', typed);
}

/** `name:value` with an unknown name is plain text; an address or a time of day deserves no hint. */
function parseUnknown(
  text: QueryText,
  valueIndex: number,
  openGroups: number,
): FieldOutcome | null {
  if (text.text.startsWith('//', valueIndex)) return null;
  const typed = text.takeWord(openGroups);
  return withHint(plainText(typed), 'unknown-field', typed);
}

function plainText(typed: string): FieldOutcome {
  return { ...nothing, node: { kind: 'term', term: termOfWord(typed), scope: 'any' } };
}

function presentNode(field: PresentField): QueryNode {
  return { kind: 'present', field };
}

function withHint(outcome: FieldOutcome, code: QueryHint['code'], part: string): FieldOutcome {
  return { ...outcome, hint: { code, part } };
}
