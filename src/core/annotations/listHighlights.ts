import type {
  HighlightFilter,
  HighlightOrder,
  HighlightPage,
  ListedHighlight,
  Pen,
} from '../../shared/annotations.ts';
import { pens } from '../../shared/annotations.ts';
import type { PostId } from '../../shared/model.ts';
import { foldText } from '../../shared/text/fold.ts';
import { containsTerm, prepareTerm } from '../../shared/text/matchText.ts';
import { highlightsVersion } from '../store/highlightChecks.ts';
import { listHighlights, shownHighlight, type StoredHighlight } from '../store/highlights.ts';
import { lazily } from '../store/lazily.ts';
import type { Library } from '../store/openLibrary.ts';
import type { IndexReader } from '../store/storeTypes.ts';

/** What is asked for, in which order. */
export interface HighlightListing {
  readonly filter: HighlightFilter;
  readonly order: HighlightOrder;
}

/** A part of a list of highlights. */
interface HighlightPart extends HighlightListing {
  readonly offset: number;
  readonly limit: number;
}

/** Lists of highlights, kept in order while nothing they show changes, so that a page costs no more than its rows. */
export interface HighlightLists {
  /** `index` null: the archive has none (yet), and all of its highlights are orphans. */
  readonly page: (index: IndexReader | null, part: HighlightPart) => HighlightPage;
}

/** Nothing listed yet. Keeps the highlights of one archive, the one listed last, and one list of them. */
export function keepHighlightLists(library: Library): HighlightLists {
  const versionOf = highlightsVersion(library);
  let kept: Kept | null = null;
  const upToDate = (index: IndexReader | null, filter: HighlightFilter): Kept => {
    const version = `${versionOf(filter.archiveId)} ${index?.revision() ?? 'no index'}`;
    if (kept?.version !== version) {
      const all = allHighlights(library, index, filter);
      const orphanCount = all.filter(({ isOrphan }) => isOrphan).length;
      kept = { version, all, orphanCount, words: foldedWords(all), list: null };
    }
    return kept;
  };
  return {
    page: (index, { filter, order, offset, limit }) => {
      const now = upToDate(index, filter);
      const key = JSON.stringify([filter, order]);
      const list = now.list?.key === key ? now.list : { key, ...listOf(now, { filter, order }) };
      kept = { ...now, list };
      const { listed, penCounts } = list;
      return {
        total: listed.length,
        orphanCount: now.orphanCount,
        penCounts,
        highlights: listed.slice(offset, offset + limit),
      };
    },
  };
}

interface Kept {
  /** Of all that is shown: another one, and everything is read anew. */
  readonly version: string;
  readonly all: readonly ListedHighlight[];
  readonly orphanCount: number;
  readonly words: FoldedWords;
  readonly list: (List & { readonly key: string }) | null;
}

interface List {
  readonly listed: readonly ListedHighlight[];
  readonly penCounts: HighlightPage['penCounts'];
}

function listOf(
  { all, words }: Pick<Kept, 'all' | 'words'>,
  { filter, order }: HighlightListing,
): List {
  const { pens: chosen } = filter;
  const found = all.filter(passes(filter, words));
  const listed = found.filter(({ pen }) => chosen.length === 0 || chosen.includes(pen));
  return { listed: inOrder(listed, order), penCounts: countPens(found) };
}

/** All highlights that pass a filter, in order. */
export function selectHighlights(
  library: Library,
  index: IndexReader | null,
  listing: HighlightListing,
): readonly ListedHighlight[] {
  const all = allHighlights(library, index, listing.filter);
  return listOf({ all, words: foldedWords(all) }, listing).listed;
}

/** What is searched in a highlight. */
type FoldedWords = (highlight: ListedHighlight) => string;

/** Folds all of them when the first one is asked for: the next letter typed costs only the search. */
function foldedWords(all: readonly ListedHighlight[]): FoldedWords {
  const folded = lazily(
    () =>
      new Map(
        all.map((each) => [each.id, foldText(`${each.quote}\n${each.note ?? ''}\n${each.title}`)]),
      ),
  );
  return ({ id }) => folded().get(id) ?? '';
}

function allHighlights(
  library: Library,
  index: IndexReader | null,
  { archiveId }: HighlightFilter,
): readonly ListedHighlight[] {
  const stored = listHighlights(library, archiveId);
  const paths = [...new Set(stored.map(({ path }) => path))];
  const posts = postsAt(index, paths);
  return stored.map((each) => listedHighlight(each, posts.get(each.path) ?? null));
}

interface PostFacts {
  readonly id: PostId;
  readonly title: string;
  readonly day: string | null;
  readonly source: string | null;
}

function postsAt(
  index: IndexReader | null,
  paths: readonly string[],
): ReadonlyMap<string, PostFacts> {
  if (index === null) return new Map();
  return index.together(() => {
    const ids = index.idsAt(paths);
    return new Map(
      paths.flatMap((path, at) => {
        const id = ids[at] ?? null;
        const row = id === null ? null : index.rowById(id);
        return row === null ? [] : [[path, row] as const];
      }),
    );
  });
}

function listedHighlight(stored: StoredHighlight, post: PostFacts | null): ListedHighlight {
  const { title, day, source } = post ?? stored;
  return {
    ...shownHighlight(stored),
    postId: post?.id ?? null,
    title,
    day,
    source,
    isOrphan: post === null || stored.isOrphan,
  };
}

function passes(
  { text, hasNote, isOrphan }: HighlightFilter,
  wordsOf: FoldedWords,
): (each: ListedHighlight) => boolean {
  const terms = text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => prepareTerm({ text: word, isPrefix: true }));
  return (each) => {
    if (hasNote && each.note === null) return false;
    if (isOrphan && !each.isOrphan) return false;
    if (terms.length === 0) return true;
    return terms.every((term) => containsTerm(wordsOf(each), term));
  };
}

function countPens(found: readonly ListedHighlight[]): Record<Pen, number> {
  const counts = { yellow: 0, green: 0, blue: 0, pink: 0 };
  for (const { pen } of found) counts[pen] += 1;
  return counts;
}

type Compare = (a: ListedHighlight, b: ListedHighlight) => number;

/** Compares texts by code units, so that the order is the same on every computer. */
function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const byPlace: Compare = (a, b) =>
  byText(a.path, b.path) ||
  a.position[0] - b.position[0] ||
  a.position[1] - b.position[1] ||
  byText(a.id, b.id);

const newestFirst: Compare = (a, b) => byText(b.createdAt, a.createdAt) || byText(a.id, b.id);

function inOrder(
  listed: readonly ListedHighlight[],
  order: HighlightOrder,
): readonly ListedHighlight[] {
  switch (order) {
    case 'newest':
      return listed.toSorted(newestFirst);
    case 'pen':
      return listed.toSorted(
        (a, b) => pens.indexOf(a.pen) - pens.indexOf(b.pen) || newestFirst(a, b),
      );
    case 'date':
      // No day sorts last.
      return listed.toSorted((a, b) => byText(b.day ?? '', a.day ?? '') || byPlace(a, b));
    default: {
      const latest = new Map<string, string>();
      for (const { path, createdAt } of listed) {
        if (createdAt > (latest.get(path) ?? '')) latest.set(path, createdAt);
      }
      const lastOf = ({ path }: ListedHighlight): string => latest.get(path) ?? '';
      return listed.toSorted((a, b) => byText(lastOf(b), lastOf(a)) || byPlace(a, b));
    }
  }
}
