import { lstatSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { dirtyPath, matters } from './dirtyPaths.ts';
import type { DirtyPaths } from './dirtyPaths.ts';
import { gatherChanges } from './gatherChanges.ts';
import type { GatheringTimes } from './gatherChanges.ts';
import { isRemoteFolder } from './remoteFolder.ts';

/**
 * How changes come to be known: `events` = the system tells; `scans` = it does not tell, or not everything, so the
 * folder must be scanned every now and then.
 */
export type WatchMode = 'events' | 'scans';

/** A folder and who wants to know about it. */
export interface FolderWatchRequest {
  /** Absolute. */
  readonly folder: string;
  readonly onChange: (changed: DirtyPaths) => void;
  /** Called once changes are told of, and again when that stops. */
  readonly onMode: (mode: WatchMode) => void;
  readonly subscribe: Subscribe;
  /**
   * The end of the watch before, which is waited for: the library keeps one list of folders for all watches of a process,
   * so that one that ends later takes the folders of the new one with it.
   */
  readonly after?: Promise<void>;
  readonly times?: GatheringTimes;
}

/** A folder that is watched until it is closed. */
export interface FolderWatch {
  /** Nothing is told from now on; resolves when the system was told too, or did not answer. */
  readonly close: () => Promise<void>;
}

/** Ending a watch takes no time; on a disk that is gone it may take for ever, in milliseconds. */
const END_LIMIT_MS = 2_000;

/** What a watcher tells: an absolute path, and what became of it since it last told. */
export interface WatchEvent {
  readonly path: string;
  readonly type: 'create' | 'update' | 'delete';
}

/** Hears of changes, or why there will be no more of them. */
export type OnEvents = (failure: Error | null, events: readonly WatchEvent[]) => void;

/** Has the system tell of changes below a folder; rejects when it cannot. Answers how to end it. */
export type Subscribe = (folder: string, onEvents: OnEvents) => Promise<() => Promise<void>>;

/** Watches a folder. Nothing is thrown: where watching is not possible the mode says so. */
export function watchFolder(request: FolderWatchRequest): FolderWatch {
  const { folder, onChange, onMode, subscribe } = request;
  const gathering = gatherChanges(onChange, request.times);
  let isClosed = false;
  let end: (() => Promise<void>) | null = null;
  const giveUp = async (): Promise<void> => {
    const ending = end;
    end = null;
    // The folder may be gone by now; then there is nothing to end.
    const ended = ending?.().catch(() => undefined);
    await Promise.race([ended, delay(END_LIMIT_MS, undefined, { ref: false })]);
  };
  const start = async (): Promise<void> => {
    const root = await realpath(folder);
    const isRemote = await isRemoteFolder(root);
    await request.after;
    if (isClosed) return;
    end = await subscribe(root, (failure, events) => {
      if (isClosed) return;
      if (failure !== null) {
        // Too many folders for the system, say; what it went on to tell would not be all.
        void giveUp();
        gathering.add(null);
        onMode('scans');
        return;
      }
      const changed = events.flatMap((event) => dirtyPathOf(root, event) ?? []);
      if (changed.length > 0) gathering.add(changed.includes('') ? null : changed);
    });
    if (isClosed) await giveUp();
    else onMode(isRemote ? 'scans' : 'events');
  };
  const started = start().catch(() => {
    if (!isClosed) onMode('scans');
  });
  return {
    close: async () => {
      isClosed = true;
      gathering.close();
      await Promise.race([started, delay(END_LIMIT_MS, undefined, { ref: false })]);
      await giveUp();
    },
  };
}

/** The path to look at; undefined for what can be no post, such as a picture that is new. */
function dirtyPathOf(root: string, { path, type }: WatchEvent): string | undefined {
  const dirty = dirtyPath(root, path);
  if (dirty === undefined || type !== 'create' || matters(dirty)) return dirty;
  return isFile(path) ? undefined : dirty;
}

function isFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    // Gone again.
    return false;
  }
}
