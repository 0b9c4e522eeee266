import type { SiteConfig } from '../post/parsedPost.ts';
import { cutText } from '../post/cutText.ts';
import { fieldDefaultsOf } from '../post/fieldDefaults.ts';
import { AddressList, ENDS_IN_NAME, fillPattern, RANKS } from './linkPost.ts';
import type { Address, PostParts } from './linkPost.ts';
import type { Moment } from './moments.ts';
import { partsOf } from './moments.ts';

/** Longest pattern read, in UTF-16 units; real ones are one line. */
const MAX_PATTERN = 300;
/** The built-in styles (jekyllrb.com/docs/permalinks/#built-in-formats). */
const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  weekdate: '/:categories/:year/W:week/:short_day/:title.html',
  none: '/:categories/:title.html',
};
/** Styles a site may have had before, with and without categories. */
const FORMER = [
  ...Object.values(STYLES),
  ...Object.values(STYLES).map((style) => style.replace('/:categories', '')),
];

/**
 * The addresses of a post of a Jekyll site: front matter `permalink` (which may hold placeholders), else that of the
 * front matter defaults, of the collection or of the site; `redirect_from`; then what the built-in styles would give.
 * Pages have the address of their file. Placeholders: jekyllrb.com/docs/permalinks/#placeholders and, for collections,
 * jekyllrb.com/docs/collections/#permalinks.
 */
export function jekyllAddresses(parts: PostParts, site: SiteConfig): readonly Address[] {
  const list = new AddressList();
  const place: Place = { parts, collection: collectionOf(parts) };
  if (!parts.isNamesOnly) list.add(RANKS.file, parts.post.path);
  const own = parts.fields.text(['permalink']);
  const configured = configuredPattern(place, site);
  if (own !== null) addPattern(list, place, { pattern: own, rank: RANKS.own });
  // An address that the front matter overrides is only a former one.
  const rank = own === null ? RANKS.site : RANKS.style;
  if (configured !== null) addPattern(list, place, { pattern: configured, rank });
  if (place.collection?.label !== 'posts' || parts.isNamesOnly) return list.found;
  for (const pattern of FORMER) addPattern(list, place, { pattern, rank: RANKS.style });
  return list.found;
}

/** What a pattern's placeholders are filled from. */
interface Place {
  readonly parts: PostParts;
  /** Null for a page. */
  readonly collection: Collection | null;
}

interface Collection {
  readonly label: string;
  /** Path of the post within it, without ending. */
  readonly path: string;
}

function collectionOf({ folders, stem }: PostParts): Collection | null {
  const at = folders.findIndex((folder) => /^_[^_]/u.test(folder));
  if (at === -1) return null;
  const label = (folders[at] ?? '').slice(1).toLowerCase();
  const path = [...folders.slice(at + 1), stem].join('/');
  return { label: label === 'drafts' ? 'posts' : label, path };
}

function addPattern(
  list: AddressList,
  place: Place,
  { pattern, rank }: { readonly pattern: string; readonly rank: number },
): void {
  const style = Object.hasOwn(STYLES, pattern) ? (STYLES[pattern] ?? pattern) : pattern;
  if (place.parts.isNamesOnly && ENDS_IN_NAME.test(style)) return;
  const filled = fillPattern(style, place.parts, (name, moment) => valueOf(name, place, moment));
  for (const address of filled) list.add(rank, address);
}

function configuredPattern({ parts, collection }: Place, site: SiteConfig): string | null {
  const { links } = site;
  const byFolder = fieldDefaultsOf(parts.post.path, site)
    .map((fields) => fields['permalink'])
    .find((pattern) => typeof pattern === 'string' && pattern.trim() !== '');
  if (typeof byFolder === 'string') return cutText(byFolder.trim(), MAX_PATTERN);
  const named = collection && links.permalinkOf[collection.label];
  if (named !== null && named !== undefined) return named;
  if (collection === null) return null;
  if (collection.label === 'posts') return links.permalink ?? 'date';
  return '/:collection/:path.html';
}

type Value = (place: Place) => string | null;

const titleOf: Value = ({ parts }) => parts.slug ?? parts.undated;
const stemOf: Value = ({ parts }) => parts.stem;
const categoriesOf: Value = ({ parts }) =>
  parts.post.categories.map((each) => each.replaceAll('/', '-')).join('/');

const VALUES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['title', titleOf],
  ['slug', titleOf],
  ['name', stemOf],
  ['basename', stemOf],
  ['categories', categoriesOf],
  ['slugified_categories', categoriesOf],
  ['collection', ({ collection }) => collection?.label ?? null],
  ['path', ({ collection }) => collection?.path ?? null],
  ['output_ext', () => '.html'],
]);

function valueOf(name: string, place: Place, moment: Moment | null): string | null {
  const value = VALUES.get(name);
  if (value !== undefined) return value(place);
  return moment === null ? null : dateValue(name, moment);
}

function dateValue(name: string, moment: Moment): string | null {
  const parts = partsOf(moment);
  const values: Readonly<Record<string, string>> = {
    year: parts.year,
    short_year: parts.year.slice(-2),
    month: parts.month,
    i_month: String(Number(parts.month)),
    short_month: parts.monthName.slice(0, 3),
    long_month: parts.monthName,
    day: parts.day,
    i_day: String(Number(parts.day)),
    y_day: String(parts.dayOfYear).padStart(3, '0'),
    w_year: parts.isoWeekYear,
    week: parts.isoWeek,
    w_day: String(parts.weekday === 0 ? 7 : parts.weekday),
    short_day: parts.dayName.slice(0, 3),
    long_day: parts.dayName,
    hour: parts.hour,
    minute: parts.minute,
    second: parts.second,
  };
  return Object.hasOwn(values, name) ? (values[name] ?? null) : null;
}
