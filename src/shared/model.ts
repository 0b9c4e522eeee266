import type { Pen } from './annotations.ts';
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
  /** Highlights on it, also those whose words its text has no more. */
  readonly highlightCount: number;
  /** The pens these were made with, each once, in the order of the pens. */
  readonly pens: readonly Pen[];
  /** Whether there is a note on the post, or on a highlight of it. */
  readonly hasNote: boolean;
  /** Labels of its bookmark, by text; empty when it is not bookmarked. */
  readonly labels: readonly string[];
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
  /** Characters of the whole text before it, white space not counted: where highlights' positions in it begin. */
  readonly start: number;
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
  /** The words it was left at; null = only the share is known, or it was not begun. */
  readonly passage: Passage | null;
  /** False when the file is gone (or its disk is away) and the text comes from the index alone. */
  readonly isFilePresent: boolean;
}

/** The words at the upper edge of the view, on both sides of it, within one block; either may be empty. */
export interface Passage {
  readonly ahead: string;
  readonly behind: string;
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
  /** Highlights, not posts; also those that wait for their post or their words. */
  readonly highlights: number;
  readonly problems: number;
}
