import type { ArchiveId, PostId, TextRange } from './model.ts';

/** What readers write into an archive: highlights with notes, notes on posts, labels on bookmarks. Kept in the library. */

/** Names a highlight in the library; random, the same in every export of it. */
export type HighlightId = string & { readonly __brand: 'HighlightId' };

/** The four pens, in the order of their keys 1 to 4. */
export const pens = ['yellow', 'green', 'blue', 'pink'] as const;

/** A colour to mark with. */
export type Pen = (typeof pens)[number];

/** Longest text kept before or after a passage, in UTF-16 units: 512 letters, white space between any two, and some air. */
export const MAX_CONTEXT_LENGTH = 1_100;

/**
 * A passage by its words: the TextQuoteSelector and the TextPositionSelector of the W3C Web Annotation Data Model. The
 * text meant is the visible text of the post's body without any white space, so that the window (which reads it from the
 * page), the core (which has it from the index) and a file that was only wrapped anew all agree.
 */
export interface QuoteAnchor {
  /** The words marked, as shown: white space kept, lines of blocks apart by one line break. */
  readonly quote: string;
  /**
   * The text before and after it, as shown: 64 characters without white space, up to 512 where the words stand elsewhere
   * too; shorter only where the text begins or ends. Where that is more than `MAX_CONTEXT_LENGTH` with its white space, of
   * each run of it only the first character is kept.
   */
  readonly prefix: string;
  readonly suffix: string;
  /** Half-open range in UTF-16 units of the text without white space. */
  readonly position: TextRange;
  /** How the words stood out from the rest of the text when they were marked; missing = unknown. */
  readonly rivals?: QuoteRivals;
}

/** Other places of a text that a passage of it could be taken for (docs/annotations.md). */
export interface QuoteRivals {
  /** How many single edits the passage with its context is away from the nearest of them. */
  readonly distance: number;
  /** The same, of its sentence alone. */
  readonly sentence: number;
  /** How many of them have the same words. */
  readonly twins: number;
  /** How many of these have the same text before them, or after them. */
  readonly doubles: number;
  /** How far away other sentences are from the first and from the last one of a passage that has several. */
  readonly ends?: readonly [first: number, last: number];
}

/** A passage that the reader marked. */
export interface Highlight extends QuoteAnchor {
  readonly id: HighlightId;
  /** The post's path, relative to the archive's folder. */
  readonly path: string;
  readonly pen: Pen;
  /** The reader's own words; null = none. Plain text, lines kept. */
  readonly note: string | null;
  /** ISO instants. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** The reader's note on a post as a whole. */
export interface PostNote {
  readonly text: string;
  /** ISO instants. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** What the reader wrote on one post. */
export interface PostAnnotations {
  /** By place in the post. Those whose words the text has no more are here too: the window finds that out as it places them. */
  readonly highlights: readonly Highlight[];
  readonly note: PostNote | null;
  /** Labels of its bookmark; empty when it has none or is not bookmarked. */
  readonly labels: readonly string[];
}

/** A highlight in the list of all of an archive, with the post it stands in. */
export interface ListedHighlight extends Highlight {
  /** Null when the post is not in the index (any more). */
  readonly postId: PostId | null;
  /** As they were when the post was last seen. */
  readonly title: string;
  readonly day: string | null;
  readonly source: string | null;
  /** Set when its words are not in the text as last indexed, or the post is gone: it waits to be attached again. */
  readonly isOrphan: boolean;
}

/** Order of a list of highlights. */
export type HighlightOrder =
  /** By post, those marked last first; within one, by place. */
  | 'post'
  /** By pen, in the order of the pens; within one, made last first. */
  | 'pen'
  /** Made last first. */
  | 'newest'
  /** By the post's day, latest first, those without one last; within a post, by place. */
  | 'date';

/** A part of a list of highlights. */
export interface HighlightPage {
  /** Of the whole list, as are the counts. */
  readonly total: number;
  /** Orphans among all highlights of the archive, whatever the filter. */
  readonly orphanCount: number;
  /** Highlights by pen under the filter, its `pens` left open. */
  readonly penCounts: Readonly<Record<Pen, number>>;
  readonly highlights: readonly ListedHighlight[];
}

/** A file that highlights were written to. */
export interface HighlightsExport {
  /** Absolute path. */
  readonly file: string;
  readonly count: number;
}

/** A label and how many bookmarks carry it. */
export interface LabelCount {
  readonly label: string;
  readonly count: number;
}

/** Which highlights of an archive are asked for. */
export interface HighlightFilter {
  readonly archiveId: ArchiveId;
  /** Words that the quote, the note or the post's title contain (folded as searches are); empty = any. */
  readonly text: string;
  /** Empty = any. */
  readonly pens: readonly Pen[];
  readonly hasNote: boolean;
  readonly isOrphan: boolean;
}
