import type { Archive, ArchiveId } from '../shared/model.ts';
import type { CoreProcess } from './coreProcess.ts';

/** Where the archives of the library lie, asked from the core once and kept until the list changes. */
export interface ArchiveFolders {
  /** Null when there is no such archive. */
  readonly find: (archiveId: ArchiveId) => Promise<Archive | null>;
  /** Reads the list again; also the way to get it. */
  readonly refresh: () => Promise<readonly Archive[]>;
}

/** Makes the memory of archive folders. `onListed` hears every list that was read. */
export function createArchiveFolders(
  core: CoreProcess,
  onListed: (archives: readonly Archive[]) => void = () => undefined,
): ArchiveFolders {
  let known: Promise<readonly Archive[]> | null = null;
  const refresh = (): Promise<readonly Archive[]> => {
    const asked = core.ask('archives.list', undefined);
    known = asked;
    // A failed answer must not be the one that is kept.
    asked.then(onListed, () => {
      if (known === asked) known = null;
    });
    return asked;
  };
  return {
    refresh,
    find: async (archiveId) => {
      const archives = await (known ?? refresh());
      return archives.find(({ id }) => id === archiveId) ?? null;
    },
  };
}
