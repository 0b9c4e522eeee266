import type { Charset, ReadAs } from './charsets.ts';
import type { ProblemDetails } from './problemDetails.ts';

/** The things Broadsheet speaks of, as plain readonly values that cross every process border unchanged. */

/** Names an archive in the library; random, stable when its folder moves. */
export type ArchiveId = string & { readonly __brand: 'ArchiveId' };

/**
 * Names a post of one file of its archive's index; never stored outside it. One of an index that was built anew since is
 * refused with `index-renewed`.
 */
export type PostId = number & { readonly __brand: 'PostId' };

/** A chosen folder of posts. */
export interface Archive {
  readonly id: ArchiveId;
  /** `title` of the site's configuration, else the folder's own name. */
  readonly name: string;
  /** Absolute path of the folder. */
  readonly folder: string;
  /** One character shown as the archive's seal. */
  readonly seal: string;
  /** Posts in the index (pages not counted); null before the first indexing run. */
  readonly postCount: number | null;
  /** ISO instant, null when never opened. */
  readonly lastOpenedAt: string | null;
  /** False when the folder cannot be reached now (moved, or its disk is not connected). */
  readonly isPresent: boolean;
  /** True for the sample archive that comes with the app. */
  readonly isSample: boolean;
}

/** A post belongs to the list; a page (README.md, 404.md beside a site's configuration) only shows with `is:page`. */
export type PostKind = 'post' | 'page';

/** How serious a problem is: `error` = the file is not in results; `warning` = it is, but check it. */
export type ProblemSeverity = 'error' | 'warning';

/** Why a file could not become a post, or what had to be guessed to make it one. */
export type ProblemCode =
  | 'unreadable'
  | 'vanished'
  | 'empty'
  | 'not-text'
  | 'too-large'
  | 'took-too-long'
  | 'front-matter-invalid'
  | 'front-matter-recovered'
  | 'front-matter-unclosed'
  | 'front-matter-code'
  | 'date-invalid'
  | 'date-missing'
  | 'title-missing'
  | 'nothing-shown'
  | 'encoding-guessed'
  | 'encoding-mixed'
  | 'encoding-damaged'
  | 'link-outside'
  | 'not-a-file'
  | 'too-deep'
  | 'name-not-text';

/** One row of the Problems list. */
export interface Problem {
  /** Relative to the archive's folder, with `/`. */
  readonly path: string;
  /** Hexadecimal bytes of the path, only where the name is not UTF-8. */
  readonly pathHex?: string;
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  /** One English sentence: what happened and what to do. */
  readonly message: string;
  /** Null when the file could not be measured. */
  readonly sizeBytes: number | null;
  readonly details?: ProblemDetails;
}

/** A matched excerpt of the original text with the places of the hits. */
export interface Snippet {
  readonly text: string;
  /** Half-open ranges `[start, end)` in UTF-16 units of `text`, in order, without overlap. */
  readonly marks: readonly TextRange[];
}

/** A snippet and its place in the visible text of the post: `[start, end)` in UTF-16 units, without the ellipses. */
export interface PlacedSnippet extends Snippet {
  readonly start: number;
  readonly end: number;
}

/** A half-open range in UTF-16 units. */
export type TextRange = readonly [start: number, end: number];

/** A post as a row of the list. */
export interface PostSummary {
  readonly id: PostId;
  readonly path: string;
  readonly title: string;
  /** Hits in the title, ranges of `title`. */
  readonly titleMarks: readonly TextRange[];
  /** ISO 8601 as written: `2022-05-18T05:00:29+08:00`, without offset when none is known, or only the day; null when missing. */
  readonly date: string | null;
  /** The calendar day of `date`, `YYYY-MM-DD`. */
  readonly day: string | null;
  readonly source: string | null;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  /** BCP 47 tag guessed from the text: `zh-Hans`, `zh-Hant`, `ja`, `ko`, `en` or `und`. */
  readonly lang: string;
  /** Without a search: the beginning of the text, no marks. */
  readonly snippet: Snippet;
  /** Hits in title and text together; 0 without a search. */
  readonly hitCount: number;
  readonly isDraft: boolean;
  readonly isRead: boolean;
  readonly isBookmarked: boolean;
  readonly kind: PostKind;
}

/** A heading of a post. `id` is the (prefixed) id of its element in the HTML. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

/** Which part of a long post is shown; such a post is plain text, cut into parts that the window can lay out at once. */
export interface PostPart {
  /** From 0. */
  readonly index: number;
  readonly count: number;
  /** Whether a hit was found from the part asked for on; null when none was looked for. */
  readonly isHitFound: boolean | null;
}

/** A post opened for reading. */
export interface Post {
  readonly id: PostId;
  readonly archiveId: ArchiveId;
  readonly path: string;
  readonly title: string;
  readonly date: string | null;
  readonly day: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  /** Address of the original; http(s) only. */
  readonly url: string | null;
  readonly lang: string;
  readonly isDraft: boolean;
  readonly kind: PostKind;
  /** Characters without white space. */
  readonly characterCount: number;
  /**
   * Sanitised HTML. Local images carry `src` relative to the archive's folder (the window turns it into the archive
   * protocol), remote ones only `data-src`; links carry `href`; ids are prefixed with `post-`.
   */
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly problems: readonly Problem[];
  /** What the reader chose to read the file as; missing = the charset is detected. */
  readonly readAs?: ReadAs;
  readonly isRead: boolean;
  readonly isBookmarked: boolean;
  /** Set when only a part of the post is here. */
  readonly part?: PostPart;
  /** Reading position: share of the article (or of the part shown) scrolled past, 0 to 1. */
  readonly position: number;
  /** False when the file is gone (or its disk is away) and the text comes from the index alone. */
  readonly isFilePresent: boolean;
}

/** A post asked for by row number: itself, or why it cannot be read. */
export type PostOutcome =
  | { readonly outcome: 'post'; readonly post: Post }
  | {
      readonly outcome: 'failed';
      readonly id: PostId;
      readonly path: string | null;
      readonly message: string;
    };

/** Where a link in a post leads. */
export type LinkAnswer =
  /** Another post (or the same); `fragment` = the place in it, decoded, null when the link names none. */
  | { readonly kind: 'post'; readonly path: string; readonly fragment: string | null }
  /** A page that lists posts: these filters show them. */
  | { readonly kind: 'list'; readonly filters: Filters }
  /** A place in the same post. */
  | { readonly kind: 'fragment'; readonly id: string }
  /** Outside the archive: http, https or mailto. */
  | { readonly kind: 'external'; readonly url: string }
  /**
   * Into the archive or its site, where nothing is found: the path looked for, its last part as words to search for,
   * and the address on the site's own host (null when there is none on the web).
   */
  | {
      readonly kind: 'missing';
      readonly path: string;
      readonly words: string;
      readonly url: string | null;
    }
  /** Leads nowhere (another scheme, no address). */
  | { readonly kind: 'none' };

/** A post that links to another, and the sentence around its first such link. */
export interface Mention {
  readonly id: PostId;
  readonly path: string;
  readonly title: string;
  readonly day: string | null;
  readonly source: string | null;
  /** The link's words are marked; empty text when the link has none (a picture). */
  readonly sentence: Snippet;
}

/** One value of a facet and the number of posts that carry it under the current query. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** A state of a post, as the state facet counts and filters it. A post is read or unread, and may be more besides. */
export type StateName = 'bookmarked' | 'unread' | 'read' | 'draft';

/**
 * Counts for the current query. Within one facet, counts are those one gets with that facet's own filter left open:
 * each is the total one gets by choosing that value alone there.
 */
export interface Facets {
  readonly sources: readonly FacetValue[];
  readonly categories: readonly FacetValue[];
  readonly tags: readonly FacetValue[];
  /** `YYYY`, ascending; posts without a date are not counted. */
  readonly years: readonly FacetValue[];
  /** `YYYY-MM`, ascending; posts without a date are not counted. The months facet owns `months`, `from` and `to`. */
  readonly months: readonly FacetValue[];
  readonly states: Readonly<Record<StateName, number>>;
  /** Posts in the library list Bookmarks under this query and its other filters. */
  readonly bookmarkedCount: number;
  /** Posts in the library list Unread under this query and its other filters. */
  readonly unreadCount: number;
}

/** Posts of one month standing together in a result that is sorted by date; `month` null = no date. */
export interface MonthRun {
  readonly month: string | null;
  readonly count: number;
}

/** What one search gives: one round trip for rows, total and facets. */
export interface PostPage {
  readonly total: number;
  readonly offset: number;
  readonly posts: readonly PostSummary[];
  readonly facets: Facets;
  /** Empty when the sort is by relevance. Sums to `total`. */
  readonly monthRuns: readonly MonthRun[];
  /** What to mark as hits in title and text (positive terms, as typed). */
  readonly terms: readonly SearchTerm[];
  /** Parts of the query that were taken as plain text although they look like syntax. */
  readonly hints: readonly QueryHint[];
  readonly elapsedMs: number;
  /** Raised whenever the index changes; answers of different revisions may disagree. */
  readonly revision: number;
}

/** A literal to find in visible text. */
export interface SearchTerm {
  readonly text: string;
  /** True after a trailing `*`: the word may go on. */
  readonly isPrefix: boolean;
  /** True = Traditional and Simplified characters are told apart; missing = they are alike. */
  readonly keepsVariants?: boolean;
}

/** Something in the query that was read otherwise than it may have been meant. */
export interface QueryHint {
  readonly code:
    | 'unknown-field'
    | 'bad-date'
    | 'unbalanced-quote'
    | 'unbalanced-parenthesis'
    /** `NEAR` that stands not between two terms. */
    | 'bad-near'
    /** `/…/` that is no regular expression. */
    | 'bad-pattern'
    /** A field whose value is still missing; it asks for nothing. */
    | 'no-value'
    /** `AND`, which is a word like any other: a space says it already. */
    | 'and-word'
    | 'too-long'
    /** Not answered within its time. */
    | 'too-slow';
  /** The part concerned, as typed. */
  readonly part: string;
}

/** The beginning of a file in a charset, for readers who choose one by eye. */
export interface CharsetPreview {
  /** Lines that hold other characters than ASCII, for only they differ; the first lines where there are none. */
  readonly text: string;
  /** What it was read as: the charset asked for, else the one detected; null when the file is no text. */
  readonly charset: Charset | null;
  /** Characters of what was looked at that no byte gave. */
  readonly damageCount: number;
  /** Charsets that the file may be in, likeliest first. */
  readonly likely: readonly Charset[];
}

/** Counts shown beside the library lists. */
export interface ArchiveCounts {
  readonly all: number;
  readonly unread: number;
  readonly bookmarked: number;
  readonly problems: number;
}

/** Progress of one indexing run. */
export interface IndexingProgress {
  readonly archiveId: ArchiveId;
  readonly phase: 'scanning' | 'indexing' | 'finishing';
  readonly isPaused: boolean;
  /** Files dealt with, of `totalFiles` known so far (grows while scanning). */
  readonly doneFiles: number;
  readonly totalFiles: number;
  /** Posts searchable now. */
  readonly postCount: number;
  readonly problemCount: number;
  readonly filesPerSecond: number;
  /** Null while unknown. */
  readonly secondsLeft: number | null;
  readonly currentPath: string | null;
}

/** How an indexing run ended, as the command line prints it too. */
export interface IndexingSummary {
  /** Posts and pages in the index after the run. */
  readonly posts: number;
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly problems: number;
  readonly seconds: number;
}

/** How posts are laid out in a PDF. Lengths in millimetres, type size in points. */
export interface ExportOptions {
  readonly layout: 'merged' | 'separate';
  readonly pageSize: 'A4' | 'A5' | 'B5' | 'Letter';
  readonly orientation: 'portrait' | 'landscape';
  readonly margins: 'narrow' | 'normal' | 'wide';
  readonly typeface: 'serif' | 'sans';
  readonly sizePoints: number;
  readonly order: 'listed' | 'date' | 'source';
  readonly hasHeader: boolean;
  readonly hasFooter: boolean;
  readonly hasOutline: boolean;
  readonly hasMetadata: boolean;
  readonly hasOriginalLink: boolean;
}

/** Progress of one export. */
export interface ExportProgress {
  readonly jobId: string;
  readonly stage: 'reading' | 'layout' | 'printing' | 'contents' | 'writing';
  readonly donePosts: number;
  readonly totalPosts: number;
  readonly currentTitle: string | null;
  readonly secondsLeft: number | null;
}

/** How an export ended. */
export interface ExportSummary {
  readonly jobId: string;
  readonly outcome: 'done' | 'cancelled' | 'failed';
  /** The file (merged) or folder (separate) written; null unless done. */
  readonly target: string | null;
  readonly pageCount: number | null;
  readonly postCount: number;
  /** Posts that could not be exported, with the reason. */
  readonly failures: readonly { readonly path: string; readonly message: string }[];
  /** One English sentence when failed. */
  readonly message: string | null;
}

/** What the window looks like when it opens again; kept in the library. */
export interface Settings {
  readonly language: 'system' | 'en' | 'zh';
  readonly theme: 'system' | 'light' | 'sepia' | 'dark';
  readonly density: 'comfortable' | 'compact';
  readonly typeface: 'serif' | 'sans';
  /** Reading size in pixels, 15 to 22. */
  readonly readingSize: number;
  readonly sidebarWidth: number;
  readonly listWidth: number;
  readonly isSidebarHidden: boolean;
  readonly hasSingleKeys: boolean;
  /** Searching finds Traditional characters for Simplified ones and the other way round. */
  readonly foldsVariants: boolean;
  readonly lastArchiveId: ArchiveId | null;
  readonly exportOptions: ExportOptions;
}

/** What was on screen in an archive, to be shown again; kept in the library. */
export interface ArchiveView {
  readonly text: string;
  readonly filters: Filters;
  readonly sort: Sort;
  readonly openPath: string | null;
  readonly listScrollTop: number;
}

/** Order of a result. */
export type Sort = 'relevance' | 'newest' | 'oldest';

/** Chosen facet values. Within one facet: OR; between facets (and `list`, the place one is in): AND. */
export interface Filters {
  readonly list: 'all' | 'unread' | 'bookmarked';
  readonly states: readonly StateName[];
  readonly sources: readonly string[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** `YYYY`. */
  readonly years: readonly string[];
  /** `YYYY-MM`, single months; those between `from` and `to` are chosen besides. */
  readonly months: readonly string[];
  /** First and last day or month, inclusive: `YYYY-MM` or `YYYY-MM-DD`; null = open. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What About and the first screen show of the app itself. */
export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** True when the runtime is the one from the package registry (development and test only). */
  readonly isRegistryRuntime: boolean;
  readonly platform: 'mac' | 'windows' | 'linux';
  readonly dataFolder: string;
  /** The reader's home folder; shown as `~` in paths. */
  readonly homeFolder: string;
  /** Language chosen on the command line or by the system, for `system`. */
  readonly systemLanguage: 'en' | 'zh';
  readonly samplePostCount: number;
}
