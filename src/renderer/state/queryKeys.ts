import type { ArchiveId } from '../../shared/model.ts';
import type { ResultKey } from './model.ts';

/** Rows fetched at once: more than a high window shows, few enough that their snippets take no time. */
export const PAGE_ROWS = 50;

/** Keys of everything that react-query holds. Prefixes (`['pages']`, `['post']`) name whole groups. */
export const queryKeys = {
  /** One page of a result: `PostPage`. */
  page: (key: ResultKey, pageIndex: number) => ['pages', key, pageIndex] as const,
  /** All row numbers of a result: `readonly PostId[]`. */
  ids: (key: ResultKey) => ['ids', key] as const,
  /** One post for reading: `Post`. `revision` = `session.revision`. */
  post: (archiveId: ArchiveId, path: string, revision: number) =>
    ['post', archiveId, path, revision] as const,
  /** One post in every state of the index that it was read in, the newest last. */
  postAtAnyTime: (archiveId: ArchiveId, path: string) => ['post', archiveId, path] as const,
  /** What the reader wrote on one post: `PostAnnotations`. */
  annotations: (archiveId: ArchiveId, path: string) => ['annotations', archiveId, path] as const,
  /** Posts that link to one: `readonly Mention[]`. */
  mentions: (archiveId: ArchiveId, path: string, revision: number) =>
    ['mentions', archiveId, path, revision] as const,
  /** Posts over time: `TrendCounts`. `asked` = the query without its filter of time, and what the lines are. */
  trends: (archiveId: ArchiveId, asked: object, revision: number) =>
    ['trends', archiveId, asked, revision] as const,
  /** Days of a month: `readonly FacetValue[]`. `asked` = the query without its filter of time. */
  days: (archiveId: ArchiveId | null, asked: object | null, month: string) =>
    ['days', archiveId, asked, month] as const,
  /** Posts of a month and day in other years: `OnThisDay`. */
  onThisDay: (archiveId: ArchiveId, asked: object, revision: number) =>
    ['onThisDay', archiveId, asked, revision] as const,
  /** Files that are no posts: `readonly EndingCount[]`. */
  otherFiles: (archiveId: ArchiveId, revision: number) =>
    ['otherFiles', archiveId, revision] as const,
  /** Backups of the library: `readonly LibraryBackup[]`. */
  backups: () => ['backups'] as const,
  /** One page of the list of highlights: `HighlightPage`. `asked` = filter and order. */
  highlights: (archiveId: ArchiveId, asked: object, pageIndex: number) =>
    ['highlights', archiveId, asked, pageIndex] as const,
  /** Saved searches: `readonly SavedSearch[]`. */
  savedSearches: (archiveId: ArchiveId) => ['savedSearches', archiveId] as const,
  /** Searches of before, newest first: `readonly string[]`. */
  recentSearches: (archiveId: ArchiveId) => ['recentSearches', archiveId] as const,
  /** The newest posts and all values of an archive's facets, for the palette: `PostPage`. */
  palette: (archiveId: ArchiveId, revision: number) => ['palette', archiveId, revision] as const,
  /** Posts whose title holds a text, for the palette: `PostPage`. */
  titleHits: (archiveId: ArchiveId, revision: number, text: string) =>
    ['palette', archiveId, revision, 'titles', text] as const,
  /** How many posts a search finds: a number. `asked` = what `posts.count` is asked. */
  count: (asked: object, revision: number) => ['count', asked, revision] as const,
  /** Labels in use: `readonly LabelCount[]`. */
  labels: (archiveId: ArchiveId) => ['labels', archiveId] as const,
  /** Problems of an archive: `readonly Problem[]`. */
  problems: (archiveId: ArchiveId, revision: number) => ['problems', archiveId, revision] as const,
};
