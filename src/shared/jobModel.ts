import type { ArchiveId } from './model.ts';

/** Indexing, as the window and the command line follow it. Exports: exportModel.ts. */

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
