import type { Pen } from '../../shared/annotations.ts';
import type { ArchiveCounts, PostId, PostKind, Problem } from '../../shared/model.ts';
import type { FacetValue, Filters, PostPage, Sort } from '../../shared/searchModel.ts';
import type { OnThisDay, TrendCounts } from '../../shared/timeModel.ts';
import type { LinkRecord, StoredLink } from '../links/linkRecord.ts';
import type { ParsedPost } from '../post/parsedPost.ts';
import type { PostTokens } from '../postings/tokenise.ts';
import type { LinkReader } from './linkStore.ts';
import type { CalendarDay } from './onThisDay.ts';
import type { TrendQuestion } from './trendCounts.ts';

/** What the index remembers of a file, so that an unchanged one is not read again. */
export interface FileStamp {
  readonly path: string;
  readonly sizeBytes: number;
  /** Modification time in milliseconds, as the file system gives it (fraction kept). */
  readonly mtimeMs: number;
  /** Hexadecimal hash of the file's bytes; empty when it could not be read. */
  readonly contentHash: string;
}

/**
 * Stamps of the files of one folder, in the order of the names' bytes, without an object a file: there may be a million
 * of them, and most need no more than a look.
 */
export interface FolderStamps {
  /** Names without the folder's path. */
  readonly names: readonly string[];
  /** `sizeBytes` and `mtimeMs` of each file by turns. */
  readonly numbers: Float64Array;
  /** First letter of each `contentHash`, empty where that is. */
  readonly marks: readonly string[];
}

/** One file's new state for the index. A file that gave a problem instead of a post has `post` null. */
export interface FileRecord {
  readonly stamp: FileStamp;
  readonly pathHex?: string;
  readonly post: ParsedPost | null;
  /** The tokens of the post's title and text, folded; made by the writer where they are missing. */
  readonly tokens?: PostTokens;
  /** All problem rows of the file; replaces those of earlier runs. */
  readonly problems: readonly Problem[];
  /** What links to and from the post are found by; missing = it has none. */
  readonly links?: LinkRecord;
}

/** The only way into an index file. One writer at a time; every call is one transaction. */
export interface IndexWriter {
  /** Stamps of all files known, by path. */
  readonly stamps: () => Map<string, FileStamp>;
  /** The same in short, by the path of their folder (empty for the archive's own). */
  readonly folderStamps: () => ReadonlyMap<string, FolderStamps>;
  /** The stamp of one file; null when it is not known. */
  readonly stampOf: (path: string) => FileStamp | null;
  /** Adds or replaces files. Searchable by readers when it returns. */
  readonly put: (records: readonly FileRecord[]) => void;
  /** Only the stamp changed (touched, same content). */
  readonly touch: (stamps: readonly FileStamp[]) => void;
  readonly remove: (paths: readonly string[]) => void;
  /** Site-wide facts kept with the index: archive title, timezone and whatever parsing depended on. */
  readonly setMeta: (key: string, value: string) => void;
  readonly getMeta: (key: string) => string | null;
  readonly counts: () => {
    readonly posts: number;
    readonly pages: number;
    readonly problems: number;
  };
  /** Housekeeping after a run: small segments merged, free pages given back, statistics, the write-ahead log emptied. */
  readonly finish: () => void;
  readonly close: () => void;
}

/** A result: what is asked, without the page wanted of it. */
export interface SearchRequest {
  /** As typed; see docs/search.md. */
  readonly text: string;
  readonly filters: Filters;
  readonly sort: Sort;
  /** False = Traditional and Simplified characters are told apart; missing = they are alike. */
  readonly foldsVariants?: boolean | undefined;
}

/** A result and the rows wanted of it. */
export interface PageRequest extends SearchRequest {
  readonly offset: number;
  readonly limit: number;
}

/** The reader's marks on one path. */
export interface PathMarks {
  readonly path: string;
  readonly isBookmarked: boolean;
  readonly isRead: boolean;
  readonly highlightCount: number;
  /** Pens of these, each once, in the order of the pens. */
  readonly pens: readonly Pen[];
  /** Whether there is a note on the post or on one of its highlights. */
  readonly hasNote: boolean;
  /** Labels of its bookmark, by text. */
  readonly labels: readonly string[];
}

/** What the reader wrote and marked on one path, in words. */
export interface PathRemarks {
  readonly path: string;
  /** The note on the post and those on its highlights. */
  readonly notes: readonly string[];
  /** The words of its highlights. */
  readonly quotes: readonly string[];
}

/** Where an index reader learns what is bookmarked, read and marked; `marksOf` in marks.ts gives one from the library. */
export interface ReaderMarks {
  /** Grows whenever any mark of the library changes. */
  readonly version: () => number;
  /** Paths whose marks changed after that version, as they are now; 0 = every path that ever had one. */
  readonly changesSince: (version: number) => Iterable<PathMarks>;
  /** Paths that have notes or highlights now; missing = none has. */
  readonly remarks?: () => Iterable<PathRemarks>;
}

/** Everything the index keeps of a post but its text and front matter. */
export interface PostRow {
  readonly id: PostId;
  readonly path: string;
  /** Hexadecimal bytes of the path where the name is not UTF-8, else null. */
  readonly pathHex: string | null;
  readonly kind: PostKind;
  readonly title: string;
  readonly date: string | null;
  readonly day: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly sourceId: string | null;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly isDraft: boolean;
  readonly lang: string;
  readonly characterCount: number;
  readonly contentHash: string;
}

/** A post with its fields and without its text, which may be long. */
export interface PostFacts extends PostRow {
  readonly frontMatter: Readonly<Record<string, unknown>>;
}

/** A post as the index keeps it. */
export interface StoredPost extends PostFacts {
  readonly text: string;
}

/** What tells a post from others when its path changed. */
export interface PostIdentity {
  readonly path: string;
  readonly contentHash: string;
  readonly sourceId: string | null;
  readonly title: string;
  readonly day: string | null;
}

/** A `LinkReader` that calls posts by their ids instead of row numbers. */
interface PostLinks extends Omit<LinkReader, 'named' | 'linking' | 'linksOf'> {
  readonly named: (numbers: readonly number[]) => readonly PostId[];
  readonly linking: (numbers: readonly number[]) => readonly PostId[];
  /** @throws {AppError} `index-renewed` for an id of an index that was there before */
  readonly linksOf: (id: PostId) => readonly StoredLink[];
}

/** Answers how posts are spread over time; what is asked for is in timeCalls.ts. */
interface TimeReader {
  /** Days of a month (`YYYY-MM`) with posts of a query; its filter of time is left open. */
  readonly days: (
    request: SearchRequest,
    month: string,
    marks: ReaderMarks,
  ) => readonly FacetValue[];
  /** Posts of a query over time; its filter of time is left open. */
  readonly trends: (
    request: SearchRequest,
    wish: Pick<TrendQuestion, 'split' | 'within'>,
    marks: ReaderMarks,
  ) => TrendCounts;
  readonly onThisDay: (day: CalendarDay) => OnThisDay;
}

/**
 * Answers questions from an index file. Opens quickly: per-post columns are loaded with the first search and again
 * after the writer committed. Every call sees one consistent state.
 */
export interface IndexReader {
  readonly search: (request: PageRequest, marks: ReaderMarks) => PostPage;
  /** How many posts a result has. */
  readonly count: (request: SearchRequest, marks: ReaderMarks) => number;
  /** All posts of a result, in its order. */
  readonly ids: (request: SearchRequest, marks: ReaderMarks) => readonly PostId[];
  /** The post at a path relative to the archive; null when there is none. */
  readonly get: (path: string) => StoredPost | null;
  /** @throws {AppError} `index-renewed` for an id of an index that was there before */
  readonly getById: (id: PostId) => StoredPost | null;
  /** Without text: what following links needs. Throws as `getById` does. */
  readonly factsById: (id: PostId) => PostFacts | null;
  /** Without text: what bookmarks and lists need. Throws as `getById` does. */
  readonly rowById: (id: PostId) => PostRow | null;
  /** The post at a path without its text; null when there is none. */
  readonly rowAt: (path: string) => PostRow | null;
  /** The posts at these paths, in their order; null where there is none. */
  readonly idsAt: (paths: readonly string[]) => readonly (PostId | null)[];
  /**
   * Visits every post of a result in its order; with null everything, pages included, by path. Stops when `visit`
   * answers false.
   */
  readonly each: (
    request: SearchRequest | null,
    marks: ReaderMarks,
    visit: (post: StoredPost) => unknown,
  ) => void;
  /** All problem rows by path. */
  readonly problems: () => readonly Problem[];
  readonly problemsOf: (path: string) => readonly Problem[];
  /** Counts beside the library lists; pages are not counted. */
  readonly counts: (marks: ReaderMarks) => Omit<ArchiveCounts, 'highlights'>;
  /** Posts and pages by path, for finding moved ones again. */
  readonly identities: () => Iterable<PostIdentity>;
  readonly identityOf: (path: string) => PostIdentity | null;
  readonly getMeta: (key: string) => string | null;
  /** How posts are spread over time. */
  readonly time: TimeReader;
  /** Links between posts; every call sees one consistent state. */
  readonly links: PostLinks;
  /** Raised by every commit of the writer; also different after a rebuild. */
  readonly revision: () => number;
  /** Runs several calls on one state of the index; also quicker for many small ones. */
  readonly together: <T>(act: () => T) => T;
  /** Takes up what the writer (or a rebuild) changed; searches do so by themselves. */
  readonly refresh: () => void;
  readonly close: () => void;
}
