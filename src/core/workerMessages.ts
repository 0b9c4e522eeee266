/** Messages between the main process and its worker threads. Both ends are ours, so they are typed, not checked. */
import type { CoreChannel } from '../shared/contract.ts';
import type { Archive, ArchiveId } from '../shared/model.ts';
import type { IndexingProgress, IndexingSummary } from '../shared/jobModel.ts';
import type { FailureInfo, Result } from '../shared/result.ts';

/** `workerData` of the core worker. */
export interface CoreWorkerData {
  /** Absolute path of the folder with library and indexes. */
  readonly dataFolder: string;
}

/** Main asks the core worker. `input` has been checked against the channel's schema. */
export interface CoreRequest {
  readonly id: number;
  readonly channel: CoreChannel;
  readonly input: unknown;
}

/** Main asks the core worker to close the library after what it was asked before; the worker then ends. */
export interface CoreClose {
  readonly kind: 'close';
}

/** The core worker's answer to the request of the same id; exactly one each. */
export interface CoreResponse {
  readonly id: number;
  readonly result: Result<unknown>;
}

/** `workerData` of an index worker: one run over one archive, started at once. */
export interface IndexWorkerData {
  readonly dataFolder: string;
  readonly archive: Archive;
  /** `rebuild` throws the index away first. */
  readonly mode: 'update' | 'rebuild';
  /** For `update`: relative paths to look at, when only they may have changed; missing = the whole folder. */
  readonly paths?: readonly string[] | undefined;
}

/** Main tells a running index worker. */
export type IndexCommand =
  | { readonly kind: 'pause'; readonly isPaused: boolean }
  | { readonly kind: 'cancel' };

/** How a run ended. */
interface IndexingEnd {
  readonly archiveId: ArchiveId;
  readonly outcome: 'done' | 'cancelled' | 'failed';
  /** Null unless done. */
  readonly summary: IndexingSummary | null;
  /** Null unless failed. */
  readonly failure: FailureInfo | null;
}

/** An index worker tells main. `finished` comes once, last; the worker then ends by itself. */
export type IndexReport =
  | { readonly kind: 'progress'; readonly progress: IndexingProgress }
  /** The index could not be used and is made anew: what was known by its row numbers is known no more. */
  | { readonly kind: 'rebuilt' }
  | ({ readonly kind: 'finished' } & IndexingEnd);
