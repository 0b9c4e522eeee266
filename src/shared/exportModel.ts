import type { PostAnnotations } from './annotations.ts';
import type { Post, PostId } from './model.ts';

/** Ways out of an archive: books on paper and on screen, folders, tables, citations. */

/** What an export can be, in the order in which it is offered. */
export const exportFormats = [
  'pdf',
  'epub',
  'html',
  'markdown',
  'jsonl',
  'csv',
  'bib',
  'ris',
  'csl',
] as const;

/** `markdown` is a folder; `csl` is CSL-JSON. All others are one file, `pdf` a folder of them where wanted. */
export type ExportFormat = (typeof exportFormats)[number];

/** Lengths in millimetres. */
export interface PageMargins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/**
 * What an export holds and how a book is laid out; what a format has no use for is kept for the next one. Lengths in
 * millimetres, type size in points.
 */
export interface ExportOptions {
  readonly format: ExportFormat;
  /** One file, or one for each post in a new folder (PDF only). */
  readonly layout: 'merged' | 'separate';
  readonly pageSize: 'A4' | 'A5' | 'B5' | 'Letter' | 'custom';
  /** Upright; of `custom` paper. */
  readonly customWidth: number;
  readonly customHeight: number;
  readonly orientation: 'portrait' | 'landscape';
  readonly margins: 'narrow' | 'normal' | 'wide' | 'custom';
  readonly customMargins: PageMargins;
  readonly columns: 1 | 2;
  readonly typeface: 'serif' | 'sans';
  readonly sizePoints: number;
  /** Line height as a multiple of the type size. */
  readonly leading: number;
  readonly order: 'listed' | 'date' | 'source';
  /** Of the book; empty = the name of the archive, or the title of a post alone. */
  readonly title: string;
  readonly subtitle: string;
  /** Cover and contents are for books of several posts. */
  readonly hasCover: boolean;
  readonly hasContents: boolean;
  /** Pages between the posts that open a source or a month. */
  readonly parts: 'none' | 'source' | 'month';
  /** Each post on a new page, or after the one before. */
  readonly starts: 'page' | 'running';
  readonly hasHeader: boolean;
  readonly hasFooter: boolean;
  /**
   * Lines in the margins: left, or `left | right`, or `left | middle | right`, with the fields {source} {date} {title}
   * {archive} {book} {page} {pages}.
   */
  readonly header: string;
  readonly footer: string;
  /** Bookmarks of the PDF. */
  readonly hasOutline: boolean;
  /** Date, source and author below the title. */
  readonly hasMetadata: boolean;
  /** The address of the original below each post. */
  readonly hasOriginalLink: boolean;
  /** The addresses of all originals at the end. */
  readonly hasEndnotes: boolean;
  readonly hasHighlights: boolean;
  /** What the reader wrote: on passages and on posts. */
  readonly hasNotes: boolean;
  readonly notesAt: 'margin' | 'end';
  /** Words searched for, marked. */
  readonly hasHits: boolean;
  readonly hasPictures: boolean;
  /** Sources with the pages of their posts, at the end. */
  readonly hasSourceIndex: boolean;
  readonly ink: 'colour' | 'saving';
}

/** Options under a name that the reader gave them. */
export interface ExportPreset {
  readonly name: string;
  readonly options: ExportOptions;
}

/** All that an export may need of one post. */
export interface ExportedPost {
  readonly post: Post;
  /** The visible text as it was indexed. */
  readonly text: string;
  /** The front matter as it was indexed, as plain values; empty when there is none. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly annotations: PostAnnotations;
  /** The file as it is now, decoded; null when it is gone or cannot be read. */
  readonly file: ExportedFile | null;
}

/** A post's file as text. */
export interface ExportedFile {
  /** What stands between the fences as written, without them; null when the file has no front matter. */
  readonly frontMatter: string | null;
  readonly frontMatterKind: 'yaml' | 'toml' | 'json' | null;
  /** Everything after it, as written: Markdown, HTML or plain text. */
  readonly body: string;
  readonly bodyKind: 'markdown' | 'html' | 'text';
}

/** A post asked for by row number for an export: all of it, or why it cannot be given. */
export type ExportedOutcome =
  | { readonly outcome: 'post'; readonly exported: ExportedPost }
  | {
      readonly outcome: 'failed';
      readonly id: PostId;
      readonly path: string | null;
      readonly message: string;
    };

/** The beginning of what an export would write. */
export type ExportPreview =
  | {
      readonly kind: 'pages';
      /** A PDF with the first pages. */
      readonly pdf: Uint8Array;
      /** Of the whole export: exact where all of it was made, else reckoned from what was. */
      readonly pageCount: number;
      readonly byteCount: number;
      /** True where `pdf` is all that the export would write. */
      readonly isWhole: boolean;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly isWhole: boolean;
      /** Name of the file whose beginning this is, where an export makes a folder of files; null where it makes one. */
      readonly file: string | null;
    };

/** What an export under way is about, in the order of a book. */
export const workStages = ['reading', 'printing', 'contents', 'stamping', 'writing'] as const;

/** One of these. */
export type WorkStage = (typeof workStages)[number];

/**
 * Begins every line that the app, started for an export of the command line, prints for it; what Chromium prints besides
 * has no such mark.
 */
export const EXPORT_LINE = 'broadsheet-export:';

/** Progress of one export. */
export interface ExportProgress {
  readonly jobId: string;
  /** `waiting` = for another export to end. */
  readonly stage: 'waiting' | WorkStage;
  readonly donePosts: number;
  readonly totalPosts: number;
  /** Pages drawn so far, where pages are drawn and counted. */
  readonly donePages: number | null;
  readonly currentTitle: string | null;
  readonly secondsLeft: number | null;
}

/** How an export ended. */
export interface ExportSummary {
  readonly jobId: string;
  readonly format: ExportFormat;
  readonly outcome: 'done' | 'cancelled' | 'failed';
  /** The file or folder written; null unless done. */
  readonly target: string | null;
  /** Of a PDF. */
  readonly pageCount: number | null;
  readonly postCount: number;
  /** Bytes of what was written, of all its files together; null where they were not counted. */
  readonly byteCount: number | null;
  /** Posts that could not be exported, with the reason. */
  readonly failures: readonly { readonly path: string; readonly message: string }[];
  /** What the reader should know of what was written all the same, as sentences in the language of the export. */
  readonly warnings: readonly string[];
  /** One English sentence when failed. */
  readonly message: string | null;
}
