import { localDay } from '../../../../shared/text/localDay.ts';
import { countPosts } from '../../book/bookCount.ts';
import { languageAttributes } from './chapter.ts';
import { lazily, make, type ChapterElement, type ChapterNode } from './chapterNode.ts';
import { bookSummary, chapterId, type BookPart, type ScreenBook } from './screenBook.ts';
import { webAddress } from './webAddress.ts';

/** Where a place of the book is, by its id. */
export type AddressOf = (id: string) => string;

/** A line of the contents, and the lines under it. */
export interface ContentsLine {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  /** Said beside the title in small type; empty for nothing. */
  readonly beside: string;
  readonly lines: readonly ContentsLine[];
}

/** What stands behind the posts, where the book has it. */
export interface BackMatter {
  readonly id: 'addresses' | 'sources';
  readonly title: string;
  /** Made anew whenever it is read. */
  readonly body: Iterable<ChapterNode>;
}

/** Sources named on a cover; of more it says how many. */
const MOST_SOURCES = 12;

/** The cover: what it is, its name, what is in it. All of it text, so that it is read aloud and searched. */
export function coverPage(book: ScreenBook): ChapterElement {
  const { texts, title, subtitle, archiveName, now } = book;
  const own = languageAttributes(book.languages[0] ?? 'und');
  const made = texts.made(texts.formatDate(localDay(now)));
  const attributes = {
    class: 'cover',
    id: 'cover',
    'epub:type': 'cover',
    ...languageAttributes(texts.lang),
  };
  return make('section', attributes, [
    make('p', { class: 'cover-line' }, [texts.clippings]),
    make('h1', { class: 'cover-title', dir: 'auto', ...own }, [title]),
    ...(subtitle === ''
      ? []
      : [make('p', { class: 'cover-subtitle', dir: 'auto', ...own }, [subtitle])]),
    make('p', { class: 'cover-facts' }, [bookSummary(book)]),
    ...searchLine(book),
    ...sourceList(book),
    make('p', { class: 'cover-made' }, [`${archiveName}\u2003${made}`]),
  ]);
}

/** The search whose result the book is. */
function searchLine({ query, texts }: ScreenBook): readonly ChapterNode[] {
  if (query === null) return [];
  const words = make('span', { dir: 'auto' }, [query]);
  return [make('p', { class: 'cover-search' }, [make('b', {}, [texts.search]), ' ', words])];
}

function sourceList({ posts, texts }: ScreenBook): readonly ChapterNode[] {
  const { sources } = countPosts(posts);
  if (sources.length < 2) return [];
  const shown = sources.slice(0, MOST_SOURCES);
  const rest = sources.length - shown.length;
  const lines = shown.map(([source, count]) =>
    make('li', {}, [make('bdi', {}, [source]), '\u2002', make('small', {}, [String(count)])]),
  );
  const more = rest === 0 ? [] : [make('li', {}, [texts.more(rest)])];
  return [make('ul', { class: 'cover-sources' }, [...lines, ...more])];
}

/** The page that opens a part. */
export function partPage(part: BookPart, { texts }: ScreenBook): ChapterElement {
  const attributes = { class: 'part', id: part.id, 'epub:type': 'part', role: 'doc-part' };
  return make('section', { ...attributes, ...languageAttributes(texts.lang) }, [
    make('h1', { class: 'part-title', dir: 'auto', ...languageAttributes(part.lang) }, [
      part.title,
    ]),
    make('p', { class: 'meta' }, [texts.summary(part.places.length, 0)]),
  ]);
}

/** What stands in place of a post that could not be had. */
export function problemPage(place: number, { posts, texts }: ScreenBook): ChapterElement {
  const { title = '', path = '', lang = 'und' } = posts[place] ?? {};
  return make(
    'section',
    {
      class: 'chapter problem',
      id: chapterId(place),
      'epub:type': 'chapter',
      ...languageAttributes(texts.lang),
    },
    [
      make('h1', { class: 'title', dir: 'auto', ...languageAttributes(lang) }, [title]),
      make('p', {}, [texts.problemTitle]),
      make('p', {}, [`${texts.problemFile} `, make('code', {}, [path])]),
      make('p', {}, [texts.problemAdvice]),
    ],
  );
}

const NO_LINES: readonly ContentsLine[] = [];

/** The lines of the contents. */
export function contentsLines(
  book: ScreenBook,
  back: readonly BackMatter[],
): readonly ContentsLine[] {
  const { posts, parts, texts, options } = book;
  const post = (place: number): ContentsLine => {
    const { title = '', lang = 'und', source = null, day = null } = posts[place] ?? {};
    const isUnderSource = parts !== null && options.parts === 'source';
    return {
      id: chapterId(place),
      title,
      lang,
      beside: (isUnderSource ? day : source) ?? '',
      lines: NO_LINES,
    };
  };
  const own =
    parts === null
      ? posts.map((_, place) => post(place))
      : parts.map(({ id, title, lang, places }) => ({
          id,
          title,
          lang,
          beside: '',
          lines: places.map(post),
        }));
  const after = back.map(({ id, title }) => ({
    id,
    title,
    lang: texts.lang,
    beside: '',
    lines: NO_LINES,
  }));
  return [...own, ...after];
}

/** Contents as a list of links. */
export function contentsList(lines: readonly ContentsLine[], addressOf: AddressOf): ChapterElement {
  const rows = lazily(lines, ({ id, title, lang, beside, lines: under }) => {
    const small = beside === '' ? [] : [' ', make('small', { dir: 'auto' }, [beside])];
    const name = make('span', { class: 'name', dir: 'auto', ...languageAttributes(lang) }, [
      shownTitle(title),
    ]);
    const named = under.length === 0 ? {} : { class: 'part-name' };
    const link = make('a', { href: addressOf(id), ...named }, [name, ...small]);
    return make('li', {}, under.length === 0 ? [link] : [link, contentsList(under, addressOf)]);
  });
  return make('ol', {}, rows);
}

/** A line without words could not be clicked, and is refused in contents. */
export const shownTitle = (title: string): string => (title.trim() === '' ? '—' : title);

/** Addresses of originals and index of sources, as far as the options ask for them and there are any. */
export function backMatter(book: ScreenBook, addressOf: AddressOf): readonly BackMatter[] {
  const { options, texts, posts } = book;
  if (posts.length === 1) return [];
  const hasAddresses = options.hasEndnotes && posts.some(({ url }) => url !== null);
  const hasSources = options.hasSourceIndex && posts.some(({ source }) => source !== null);
  const addresses = { id: 'addresses', title: texts.addresses } as const;
  const sources = { id: 'sources', title: texts.sourceIndex } as const;
  return [
    ...(hasAddresses ? [{ ...addresses, body: addressList(book, addressOf) }] : []),
    ...(hasSources ? [{ ...sources, body: sourceIndex(book, addressOf) }] : []),
  ];
}

function titleLink(place: number, { posts }: ScreenBook, addressOf: AddressOf): ChapterElement {
  const { title = '', lang = 'und' } = posts[place] ?? {};
  return make(
    'a',
    { href: addressOf(chapterId(place)), dir: 'auto', ...languageAttributes(lang) },
    [shownTitle(title)],
  );
}

/** In the order of the posts. */
function addressList(book: ScreenBook, addressOf: AddressOf): readonly ChapterNode[] {
  const places = book.posts.flatMap(({ url }, place) => (url === null ? [] : [place]));
  const rows = lazily(places, (place) => {
    const url = book.posts[place]?.url ?? '';
    const address = webAddress(url);
    const words = address === null ? url : make('a', { class: 'address', href: address }, [url]);
    return make('li', {}, [titleLink(place, book, addressOf), make('br', {}), words]);
  });
  return [make('ol', { class: 'addresses' }, rows)];
}

function sourceIndex(book: ScreenBook, addressOf: AddressOf): Iterable<ChapterNode> {
  const places = new Map<string, number[]>();
  for (const [place, { source }] of book.posts.entries()) {
    if (source === null || source === '') continue;
    const own = places.get(source) ?? [];
    own.push(place);
    places.set(source, own);
  }
  const order = new Intl.Collator(book.texts.lang);
  const sorted = [...places].toSorted(([a], [b]) => order.compare(a, b));
  return sorted.flatMap(([source, own]) => [
    make('h2', { dir: 'auto' }, [source]),
    make(
      'ul',
      { class: 'source' },
      lazily(own, (place) => make('li', {}, [titleLink(place, book, addressOf)])),
    ),
  ]);
}

/** A part of the book behind the posts, as a page. */
export function backPage({ id, title, body }: BackMatter, { texts }: ScreenBook): ChapterElement {
  return make('section', { class: 'back', id, ...languageAttributes(texts.lang) }, [
    make('h1', { class: 'title' }, [title]),
    ...body,
  ]);
}
