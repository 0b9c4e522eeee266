import type Database from 'better-sqlite3';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupsFolder, instantOf, stampOf } from './libraryPlaces.ts';
import { digestOf } from './librarySeal.ts';
import { partFile, removeDeadParts, syncFile, syncFolder } from './wholeFile.ts';

/** Backups kept. */
const MAX_BACKUPS = 5;

const DAY_MS = 86_400_000;

/** `library-<instant>-<first 16 digits of the file's SHA-256>.sqlite` */
const NAME = /^library-(?<stamp>[\dTZ-]+)-(?<digest>[0-9a-f]{16})\.sqlite$/u;

/** A backup as its name tells; whether the file is as it was written is `isWhole`. */
export interface Backup {
  readonly file: string;
  /** ISO instant. */
  readonly madeAt: string;
  readonly digest: string;
}

/** Backups of a data folder, newest first; none when the folder cannot be read. */
export function listBackups(dataFolder: string): readonly Backup[] {
  const folder = backupsFolder(dataFolder);
  return namesIn(folder)
    .flatMap((name) => {
      const { stamp, digest } = NAME.exec(name)?.groups ?? {};
      const madeAt = instantOf(stamp ?? '');
      if (madeAt === null || digest === undefined) return [];
      return [{ file: join(folder, name), madeAt, digest }];
    })
    .toSorted((a, b) => b.madeAt.localeCompare(a.madeAt));
}

/** True when a backup's bytes are those it was written with. */
export function isWhole({ file, digest }: Backup): boolean {
  return digestOf(file)?.startsWith(digest) ?? false;
}

/**
 * Writes a copy of the library as it is committed now, whole and durable before it has its name, and removes what is
 * more than five. The same content as the newest backup gives no further one. Throws what SQLite or the system says
 * (a full disk); nothing of it is left then.
 */
export function makeBackup(
  database: Database.Database,
  dataFolder: string,
  now: Date = new Date(),
): void {
  const folder = backupsFolder(dataFolder);
  mkdirSync(folder, { recursive: true });
  removeDeadParts(folder);
  const part = partFile(folder);
  try {
    database.prepare('VACUUM INTO ?').run(part);
    syncFile(part);
    const digest = digestOf(part)?.slice(0, 16);
    const known = listBackups(dataFolder);
    if (digest === undefined || known[0]?.digest === digest) rmSync(part, { force: true });
    else {
      // Never an older name than the newest: clocks are set back at times.
      const after = known[0] === undefined ? 0 : Date.parse(known[0].madeAt) + 1;
      const stamp = stampOf(new Date(Math.max(now.getTime(), after)));
      renameSync(part, join(folder, `library-${stamp}-${digest}.sqlite`));
      syncFolder(folder);
    }
  } catch (thrown) {
    rmSync(part, { force: true });
    rmSync(`${part}-journal`, { force: true });
    throw thrown;
  }
  // Also those that a process had no time left to remove.
  for (const { file } of surplus(listBackups(dataFolder), now)) rmSync(file, { force: true });
}

/**
 * The backups that need not be kept. The two newest stay; of the earlier ones the oldest of this week, the oldest of
 * this month and the newest of all before, so that a fault noticed late still finds an older copy; free places go to
 * the newest of the others.
 */
export function surplus(backups: readonly Backup[], now: Date): readonly Backup[] {
  if (backups.length <= MAX_BACKUPS) return [];
  const age = ({ madeAt }: Backup): number => (now.getTime() - Date.parse(madeAt)) / DAY_MS;
  const between = (least: number, most: number): readonly Backup[] =>
    backups.filter((each) => age(each) >= least && age(each) < most);
  const spread = [
    between(1, 7).at(-1),
    between(7, 30).at(-1),
    between(30, Number.POSITIVE_INFINITY)[0],
  ].filter((each) => each !== undefined);
  const kept = new Set([...backups.slice(0, 2), ...spread]);
  for (const each of backups) if (kept.size < MAX_BACKUPS) kept.add(each);
  return backups.filter((each) => !kept.has(each));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
