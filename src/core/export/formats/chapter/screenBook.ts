import type { ExportOptions } from '../../../../shared/exportModel.ts';
import { hasContentsPage } from '../../../../shared/exportLayout.ts';
import { countPosts } from '../../book/bookCount.ts';
import { bookTexts, partTitle, type BookTexts } from '../../book/bookText.ts';
import { soughtHits } from '../../marks/hitFinder.ts';
import type { HitFinder } from '../../marks/postMarks.ts';
import type { NamedPost, WriterTools } from '../formatWriter.ts';

/** Posts that follow each other under one source or month. */
export interface BookPart {
  /** `part1`, … */
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  /** Places of its posts in the book, in order. */
  readonly places: readonly number[];
}

/** All that is known of a book for screens before its first post. */
export interface ScreenBook {
  readonly options: ExportOptions;
  readonly texts: BookTexts;
  readonly title: string;
  readonly subtitle: string;
  readonly archiveName: string;
  /** What was searched for, as typed; null when the posts are no result of a search. */
  readonly query: string | null;
  /** Null marks no hits. */
  readonly findHits: HitFinder | null;
  readonly now: Date;
  /** In the order in which they come. */
  readonly posts: readonly NamedPost[];
  /** From 0, by path. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** Null where the book has none. */
  readonly parts: readonly BookPart[] | null;
  readonly hasCover: boolean;
  readonly hasContents: boolean;
  /** Languages of the posts, commonest first; never empty. */
  readonly languages: readonly string[];
}

/** The id of a post's chapter, by its place from 0. */
export const chapterId = (place: number): string => `p${place + 1}`;

/** PURE. What the options and the list of posts say. */
export function screenBook({
  options,
  archive,
  language,
  lookup,
  now,
  sought,
}: Pick<
  WriterTools,
  'options' | 'archive' | 'language' | 'lookup' | 'now' | 'sought'
>): ScreenBook {
  const texts = bookTexts(language);
  const posts = lookup.posts();
  const [first] = posts;
  const isSingle = posts.length === 1;
  const own = isSingle && first !== undefined ? first.title : archive.name;
  const title = options.title.trim() === '' ? own : options.title.trim();
  return {
    options,
    texts,
    title: title.trim() === '' ? texts.clippings : title,
    subtitle: options.subtitle.trim(),
    archiveName: archive.name,
    query: sought?.text ?? null,
    findHits: options.hasHits ? soughtHits(sought) : null,
    now,
    posts,
    placeOf: new Map(posts.map(({ path }, place) => [path, place])),
    parts: isSingle || options.parts === 'none' ? null : partsOf(posts, options.parts, texts),
    hasCover: options.hasCover && !isSingle,
    hasContents: hasContentsPage(options, posts.length),
    languages: languagesOf(posts, texts),
  };
}

/** Each run of posts of one source or month is a part. */
function partsOf(
  posts: readonly NamedPost[],
  by: 'source' | 'month',
  texts: BookTexts,
): readonly BookPart[] {
  const runs: { readonly key: string; readonly places: number[] }[] = [];
  for (const [place, post] of posts.entries()) {
    const key = (by === 'source' ? post.source : post.day?.slice(0, 7)) ?? '';
    const last = runs.at(-1);
    if (last?.key === key) last.places.push(place);
    else runs.push({ key, places: [place] });
  }
  return runs.map(({ key, places }, at) => ({
    id: `part${at + 1}`,
    title: partTitle(key, by, texts),
    lang: by === 'source' && key !== '' ? (posts[places[0] ?? 0]?.lang ?? 'und') : texts.lang,
    places,
  }));
}

function languagesOf(posts: readonly NamedPost[], texts: BookTexts): readonly string[] {
  const counts = new Map<string, number>();
  for (const { lang } of posts) {
    if (lang !== 'und' && lang !== '') counts.set(lang, (counts.get(lang) ?? 0) + 1);
  }
  const known = [...counts].toSorted(([, a], [, b]) => b - a).map(([lang]) => lang);
  return known.length === 0 ? [texts.lang] : known;
}

/** "12 posts, 5 sources, 2 January – 4 May 2024", as far as it is known. */
export function bookSummary({ posts, texts }: ScreenBook): string {
  const { sources, firstDay, lastDay } = countPosts(posts);
  const separator = texts.lang === 'en' ? ', ' : '，';
  return [
    texts.summary(posts.length, sources.length),
    ...(firstDay === null || lastDay === null ? [] : [texts.days(firstDay, lastDay)]),
  ].join(separator);
}
