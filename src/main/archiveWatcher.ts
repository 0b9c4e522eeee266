import { setTimeout as delay } from 'node:timers/promises';
import type { DirtyPaths } from '../core/watching/dirtyPaths.ts';
import { scanInterval } from '../core/watching/remoteFolder.ts';
import type { WatchMode } from '../core/watching/watchFolder.ts';
import type { LookedAtFolder, WatchReport } from '../core/watching/watchMessages.ts';
import type { Archive, ArchiveId } from '../shared/model.ts';
import type { ArchiveFolders } from './archiveFolders.ts';
import type { IndexingJobs } from './indexingJobs.ts';
import { logUnexpected } from './log.ts';
import { createRefreshQueue } from './refreshQueue.ts';
import type { WatchPort, WatchPortRecipe } from './watchPort.ts';
import type { SendEvent } from './windowEvents.ts';

/** Follows the folder of the archive on screen, and whether the folders of all archives are there. */
export interface ArchiveWatcher {
  /** This archive is on screen now. */
  readonly follow: (archiveId: ArchiveId) => Promise<void>;
  /** The list of archives changed, or where one of them lies. */
  readonly listed: (archives: readonly Archive[]) => void;
  readonly stop: () => void;
}

/** What the watcher needs of the app. */
export interface ArchiveWatcherRecipe {
  readonly openPort: (recipe: Omit<WatchPortRecipe, 'script'>) => WatchPort;
  readonly folders: ArchiveFolders;
  readonly jobs: Pick<IndexingJobs, 'refresh' | 'ended' | 'hasScannedSince'>;
  readonly send: SendEvent;
}

/** The window asks for a run of its own when it opens an archive; that one comes within this, in milliseconds. */
const OPENING_MS = 500;

/** Makes the watcher; it starts a process of its own. */
export function createArchiveWatcher(recipe: ArchiveWatcherRecipe): ArchiveWatcher {
  let watched: Pick<Archive, 'id' | 'folder'> | null = null;
  let looked: readonly Archive[] = [];
  const isWatched = (archiveId: ArchiveId): boolean => archiveId === watched?.id;
  const looking = createLooking(recipe, isWatched);

  const take = (report: WatchReport): void => {
    if (report.kind === 'presence') void relist(recipe);
    else if (!isWatched(report.archiveId)) return;
    else if (report.kind === 'changed') looking.changed(report.archiveId, report.paths);
    else looking.setMode(report.archiveId, report.mode);
  };
  const tellFolders = (): void => port.send({ kind: 'look', folders: looked.map(lookedAt) });
  const tellAll = (): void => {
    tellFolders();
    const archive = watched === null ? null : { archiveId: watched.id, folder: watched.folder };
    port.send({ kind: 'watch', archive });
  };
  const port = recipe.openPort({
    onReport: take,
    onRestart: tellAll,
    onLost: () => {
      if (watched !== null) looking.setMode(watched.id, 'scans');
    },
  });
  const watch = (archive: Archive | null): void => {
    looking.rest();
    watched = archive;
    tellAll();
  };

  return {
    follow: async (archiveId) => {
      const archive = await recipe.folders.find(archiveId);
      if (archive !== null && !isWatched(archiveId)) watch(archive);
    },
    listed: (archives) => {
      looked = archives;
      const known = archives.find(({ id }) => isWatched(id)) ?? null;
      if (known?.folder === watched?.folder) tellFolders();
      else watch(known);
    },
    stop: () => {
      looking.close();
      port.stop();
    },
  };
}

/** Has the index brought up to date: when a change is told of, and now and then where none is. */
interface Looking {
  readonly changed: (archiveId: ArchiveId, paths: DirtyPaths) => void;
  readonly setMode: (archiveId: ArchiveId, mode: WatchMode) => void;
  /** Ends looking by itself. */
  readonly rest: () => void;
  readonly close: () => void;
}

function createLooking(
  recipe: ArchiveWatcherRecipe,
  isWatched: (archiveId: ArchiveId) => boolean,
): Looking {
  const { jobs, send } = recipe;
  const queue = createRefreshQueue(runsOf(recipe));
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Nobody tells of changes: the next look comes the later, the longer the last one took. */
  const lookLater = (archiveId: ArchiveId): void => {
    timer = setTimeout(() => {
      queue.add(archiveId, null);
      lookLater(archiveId);
    }, scanInterval(queue.lastScanMs()));
  };
  /** What happened before the folder was watched nobody told, unless a run looks at everything after that moment. */
  const lookOnce = async (archiveId: ArchiveId): Promise<void> => {
    const since = performance.now();
    await delay(OPENING_MS);
    await jobs.ended(archiveId);
    if (isWatched(archiveId) && !jobs.hasScannedSince(archiveId, since)) queue.add(archiveId, null);
  };
  const rest = (): void => clearTimeout(timer);
  return {
    changed: queue.add,
    setMode: (archiveId, mode) => {
      rest();
      void lookOnce(archiveId);
      if (mode === 'scans') lookLater(archiveId);
      send('archive.watched', { archiveId, mode });
    },
    rest,
    close: () => {
      rest();
      queue.close();
    },
  };
}

async function relist({ folders, send }: ArchiveWatcherRecipe): Promise<void> {
  try {
    send('archives.changed', { archives: await folders.refresh() });
  } catch (thrown) {
    logUnexpected('looking for folders', thrown);
  }
}

function runsOf({ folders, jobs }: ArchiveWatcherRecipe): Parameters<typeof createRefreshQueue>[0] {
  return {
    ended: jobs.ended,
    refresh: async (archiveId, paths) => {
      const archive = await folders.find(archiveId);
      const gone = { archiveId, outcome: 'cancelled', summary: null, failure: null } as const;
      return archive === null ? gone : jobs.refresh(archive, paths);
    },
  };
}

function lookedAt({ folder, postCount, isPresent }: Archive): LookedAtFolder {
  return { folder, holdsPosts: (postCount ?? 0) > 0, isPresent };
}
