import { join } from 'node:path';

/** The library's database. */
export const libraryFile = (dataFolder: string): string => join(dataFolder, 'library.sqlite');

/** Folder of the rotating backups. */
export const backupsFolder = (dataFolder: string): string => join(dataFolder, 'backups');

/** Folder where damaged libraries are kept, each in a dated folder of its own. */
export const setAsideFolder = (dataFolder: string): string => join(dataFolder, 'set-aside');

/** What tells processes of each other while they have the library open. */
export const leaseFile = (dataFolder: string): string => join(dataFolder, 'library.lock.sqlite');

/** The digest of the library's file, there while nobody has it open. */
export const sealFile = (dataFolder: string): string => join(dataFolder, 'library.seal');

/** What was brought back, until the reader has seen it. */
export const recoveryFile = (dataFolder: string): string =>
  join(dataFolder, 'library-recovery.json');

/** What SQLite keeps beside a database in use: write-ahead log, its index, and the journal of a new one. */
export const besides = (file: string): readonly string[] => [
  `${file}-wal`,
  `${file}-shm`,
  `${file}-journal`,
];

/** An instant as part of a file's name: sorts by time, and no system minds it. */
export const stampOf = (now: Date): string => now.toISOString().replaceAll(/[:.]/gu, '-');

/** The instant of `stampOf`; null for other texts. */
export function instantOf(stamp: string): string | null {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)$/u.exec(stamp);
  if (parts === null) return null;
  const instant = `${parts[1]}:${parts[2]}:${parts[3]}.${parts[4]}`;
  return Number.isNaN(Date.parse(instant)) ? null : instant;
}
