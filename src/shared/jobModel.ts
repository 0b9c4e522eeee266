import type { ArchiveId } from './model.ts';

/** Work that runs for a while: indexing and export. */

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
