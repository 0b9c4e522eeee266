import { Parser } from 'htmlparser2';
import { cutText } from './cutText.ts';
import { readLinkedData } from './linkedData.ts';
import { readWrittenDate } from './writtenDate.ts';

/** What a whole HTML page says of itself. Every value is text as written; null when missing. */
export interface PageFacts {
  readonly title: string | null;
  readonly date: string | null;
  readonly author: string | null;
  readonly source: string | null;
  /** Several are parted by commas. */
  readonly keywords: string | null;
  readonly url: string | null;
}

/**
 * Names of `meta` (its `name`, `property`, `itemprop` or `http-equiv`) in the order in which they are believed: Open
 * Graph, schema.org, Highwire (`citation_…`), Dublin Core, Parsely, Sailthru, and those of single publishers.
 */
const META = {
  date: [
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'datepublished',
    'citation_publication_date',
    'citation_online_date',
    'citation_date',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date.created',
    'dcterms.date',
    'dc.date',
    'parsely-pub-date',
    'sailthru.date',
    'article.published',
    'published-date',
    'publication_date',
    'publishdate',
    'publish-date',
    'publish_date',
    'pubdate',
    'article:create_at',
    'weibo: article:create_at',
    'date',
    'created',
    'datecreated',
  ],
  author: [
    'author',
    'article:author_name',
    'citation_author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'byl',
    'article:author',
    'twitter:creator',
  ],
  source: [
    'source',
    'mediaid',
    'og:site_name',
    'dc.source',
    'citation_journal_title',
    'dc.publisher',
    'dcterms.publisher',
    'publisher',
    'application-name',
  ],
  keywords: [
    'keywords',
    'news_keywords',
    'article:tag',
    'citation_keywords',
    'dc.subject',
    'dcterms.subject',
    'parsely-tags',
    'sailthru.tags',
  ],
  url: ['og:url', 'citation_public_url', 'parsely-link', 'twitter:url'],
  title: ['og:title', 'citation_title', 'dc.title', 'dcterms.title', 'twitter:title', 'headline'],
} as const;

/** True for HTML that is a whole page, not a fragment. */
export function isWholePage(html: string): boolean {
  return /<(?:!doctype\s+html|html|head|body)[\s>]/iu.test(html.slice(0, 5000));
}

/** Reads what a page says of itself in its head, its linked data (JSON-LD) and its `<time>` elements. */
export function readPageFacts(html: string): PageFacts {
  const found = collect(html);
  const linked = readLinkedData(found.scripts);
  const first = (keys: readonly string[]): string | null =>
    keys.map((key) => found.metas.get(key)?.[0]).find((value) => value !== undefined) ?? null;
  const all = (keys: readonly string[]): string | null =>
    keys.map((key) => found.metas.get(key)?.join(', ')).find((value) => value !== undefined) ??
    null;
  const dates = META.date.flatMap((key) => found.metas.get(key) ?? []);
  const title = found.title.replaceAll(/\s+/gu, ' ').trim();
  return {
    title: title === '' ? (first(META.title) ?? linked.headline) : title,
    date: firstDate([...dates, linked.published, ...found.times]),
    author: nameOf(all(META.author)) ?? linked.author,
    source: first(META.source) ?? linked.publisher,
    keywords: all(META.keywords) ?? linked.keywords,
    url: found.canonical ?? first(META.url) ?? linked.url,
  };
}

/** The first that is a date; else the first of all, so that the reader is told of it. */
function firstDate(candidates: readonly (string | null)[]): string | null {
  const dates = candidates.filter((date) => date !== null);
  return dates.find((date) => typeof readWrittenDate(date, null) !== 'string') ?? dates[0] ?? null;
}

/** Some publishers put an address where the author's name belongs. */
function nameOf(author: string | null): string | null {
  return author === null || /^https?:\/\//iu.test(author) ? null : author.replace(/^@/u, '');
}

interface Found {
  title: string;
  canonical: string | null;
  /** Contents of `meta` by name in lower case, in order. */
  readonly metas: Map<string, string[]>;
  /** Texts of JSON-LD scripts. */
  readonly scripts: string[];
  /** `datetime` of the `<time>` elements that give a date of publication; others behind them. */
  readonly times: string[];
}

/** Values kept of one name; a page may repeat one without end. */
const MAX_VALUES = 30;
const MAX_SCRIPTS = 20;
/** Characters of one script. */
const MAX_SCRIPT = 300_000;

function collect(html: string): Found {
  const found: Found = { title: '', canonical: null, metas: new Map(), scripts: [], times: [] };
  let inside: 'title' | 'script' | 'svg' | null = null;
  let script = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (inside === 'svg') return;
        if (name === 'svg' || (name === 'title' && found.title === '')) inside = name;
        else if (name === 'script' && isLinkedData(attributes)) inside = name;
        else takeElement(found, name, attributes);
      },
      ontext(text) {
        if (inside === 'title' && found.title.length < 2000) found.title += text;
        if (inside === 'script' && script.length < MAX_SCRIPT) script += text;
      },
      onclosetag(name) {
        if (name !== inside) return;
        if (inside === 'script' && found.scripts.length < MAX_SCRIPTS) found.scripts.push(script);
        script = '';
        inside = null;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return found;
}

function isLinkedData(attributes: Readonly<Record<string, string>>): boolean {
  return attributes['type']?.trim().toLowerCase().startsWith('application/ld+json') === true;
}

function takeElement(found: Found, name: string, attributes: Readonly<Record<string, string>>) {
  if (name === 'meta') takeMeta(found.metas, attributes);
  else if (name === 'link') {
    const isCanonical = attributes['rel']?.trim().toLowerCase() === 'canonical';
    if (isCanonical) found.canonical ??= written(attributes['href']);
  } else if (name === 'time') takeTime(found.times, attributes);
}

function written(value: string | undefined): string | null {
  const text = value?.replaceAll(/\s+/gu, ' ').trim() ?? '';
  return text === '' ? null : cutText(text, 2000);
}

function takeMeta(
  metas: Map<string, string[]>,
  attributes: Readonly<Record<string, string>>,
): void {
  const content = written(attributes['content']);
  if (content === null) return;
  for (const attribute of ['name', 'property', 'itemprop']) {
    const key = attributes[attribute]?.trim().toLowerCase();
    if (key === undefined) continue;
    const values = metas.get(key) ?? [];
    if (values.length < MAX_VALUES && !values.includes(content)) values.push(content);
    metas.set(key, values);
  }
}

function takeTime(times: string[], attributes: Readonly<Record<string, string>>): void {
  const time = written(attributes['datetime']);
  if (time === null || times.length >= MAX_VALUES) return;
  const said = `${attributes['itemprop'] ?? ''} ${attributes['class'] ?? ''}`;
  const isPublished =
    attributes['pubdate'] !== undefined ||
    /datePublished|entry-date|dt-published|(?<!un)published|pub-?date|post-date/iu.test(said);
  if (isPublished) times.unshift(time);
  else times.push(time);
}
