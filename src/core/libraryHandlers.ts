import Database from 'better-sqlite3';
import type { CoreChannel, Handlers } from '../shared/contract.ts';
import { exportLibrary } from './library/exportLibrary.ts';
import { importLibrary } from './library/importLibrary.ts';
import type { CoreParts } from './openArchives.ts';
import { bringBack } from './store/bringBack.ts';
import { describeBackups } from './store/describeBackups.ts';
import { listBackups } from './store/libraryBackups.ts';
import { forgetRecovery, readRecovery } from './store/libraryRecovery.ts';
import { storageFailure } from './store/storageFailure.ts';

type LibraryChannel = Extract<CoreChannel, `library.${string}`>;

/** While the app runs, changes are backed up this often, in milliseconds. */
const BACKUP_MS = 3_600_000;

/** Answers everything about the library as a whole. */
export function libraryHandlers({ dataFolder, library }: CoreParts): Handlers<LibraryChannel> {
  return {
    'library.recovery': () => readRecovery(dataFolder),
    'library.recoverySeen': () => {
      forgetRecovery(dataFolder);
      return undefined;
    },
    'library.backups': () => describeBackups(dataFolder),
    'library.backUp': () => {
      const failure = library.backUp();
      if (failure !== null) throw failure;
      return describeBackups(dataFolder);
    },
    'library.bringBackFrom': ({ madeAt }) => bringBack(library, { dataFolder, madeAt }),
    'library.exportTo': (input) => exportLibrary(library, { dataFolder, ...input }),
    'library.importFrom': ({ file }) => {
      // A merge cannot be taken back otherwise; without room for a backup it is not begun.
      const failure = library.backUp();
      if (failure !== null) throw failure;
      return importLibrary(library, { dataFolder, file });
    },
  };
}

/** Backs the library up when it changed and the newest backup is an hour old; called when nothing else is to be done. */
export function backUpHourly({ dataFolder, library }: CoreParts, nowMs: number): void {
  const newest = listBackups(dataFolder)[0]?.madeAt ?? null;
  if (newest === null || nowMs - Date.parse(newest) >= BACKUP_MS) library.backUp();
}

/** The same handlers; what the disk or another program does to a database reaches the reader as what it is. */
export function explainFailures(
  handlers: Handlers<CoreChannel>,
  dataFolder: string,
): Handlers<CoreChannel> {
  const explained = Object.entries(handlers).map(([channel, handle]) => {
    const answer: (input: never) => unknown = handle;
    return [
      channel,
      async (input: never): Promise<unknown> => {
        try {
          return await answer(input);
        } catch (thrown) {
          // Failures of files of an archive are not about the data folder, and have their own words.
          const isDatabase = thrown instanceof Database.SqliteError;
          throw (isDatabase ? storageFailure(thrown, dataFolder) : null) ?? thrown;
        }
      },
    ] as const;
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each handler stands under its own channel again
  return Object.fromEntries(explained) as unknown as Handlers<CoreChannel>;
}
