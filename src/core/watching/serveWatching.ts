import { createFolderPresence } from '../folderPresence.ts';
import { subscribeNatively } from './nativeWatch.ts';
import { watchFolder } from './watchFolder.ts';
import type { FolderWatch } from './watchFolder.ts';
import type { LookedAtFolder, WatchCommand, WatchReport, WatchedArchive } from './watchMessages.ts';

/** Takes commands until it is stopped. */
export interface WatchService {
  readonly take: (command: WatchCommand) => void;
  readonly stop: () => void;
}

/** How often folders are looked for, in milliseconds: one question to the file system each. */
const LOOK_MS = 2_000;

/** Watches one archive's folder, and looks which folders are there. */
export function serveWatching(
  report: (message: WatchReport) => void,
  lookMs = LOOK_MS,
): WatchService {
  const isPresent = createFolderPresence();
  let looked: readonly LookedAtFolder[] = [];
  let watched: WatchedArchive | null = null;
  let watch: FolderWatch | null = null;
  let isLooking = false;
  let ended = Promise.resolve();
  const endWatch = (): void => {
    ended = watch?.close() ?? ended;
    watch = null;
  };
  const startWatch = (): void => {
    endWatch();
    if (watched === null) return;
    const { archiveId, folder } = watched;
    watch = watchFolder({
      folder,
      subscribe: subscribeNatively,
      after: ended,
      onChange: (paths) => report({ kind: 'changed', archiveId, paths }),
      onMode: (mode) => report({ kind: 'mode', archiveId, mode }),
    });
  };
  const lookAt = async ({
    folder,
    holdsPosts,
    isPresent: before,
  }: LookedAtFolder): Promise<void> => {
    const now = await isPresent(folder, holdsPosts);
    // What the system told of the folder before says nothing about the one that is there now. Who sent the list may have
    // seen it come back before it was looked for here.
    if (folder === watched?.folder && (before !== now || (now && watch === null))) {
      (now ? startWatch : endWatch)();
    }
    if (before === now) return;
    // Told once until the folders are sent anew.
    looked = looked.map((one) => (one.folder === folder ? { ...one, isPresent: now } : one));
    report({ kind: 'presence', folder, isPresent: now });
  };
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void Promise.all(looked.map(lookAt)).finally(() => {
      isLooking = false;
    });
  }, lookMs);

  return {
    take: (command) => {
      if (command.kind === 'look') looked = command.folders;
      else {
        watched = command.archive;
        startWatch();
      }
    },
    stop: () => {
      clearInterval(timer);
      endWatch();
    },
  };
}
