import { opendir, stat } from 'node:fs/promises';
import { AppError } from '../../shared/result.ts';

/** Tells one folder, on one disk, from whatever else may come to stand at its path. */
export interface RootIdentity {
  /** Number of the disk; another one after a restart of the system, or when it was plugged in again. */
  readonly device: string;
  readonly inode: string;
}

/** What systems put into a folder by themselves. */
const SYSTEM_ENTRIES: ReadonlySet<string> = new Set(['lost+found', '.DS_Store', 'desktop.ini']);

/** Whether there is nothing in a folder, as in one that a disk is plugged in at. Rejects with the system's error. */
export async function isEmptyFolder(folder: string): Promise<boolean> {
  // Closed by the iteration itself, also when it is left early.
  for await (const { name } of await opendir(folder)) {
    if (!SYSTEM_ENTRIES.has(name) && !name.startsWith('.Trash')) return false;
  }
  return true;
}

/** The folder as it is now; null when it is not there or cannot be asked. */
export async function identifyRoot(folder: string): Promise<RootIdentity | null> {
  try {
    const { dev, ino } = await stat(folder, { bigint: true });
    return { device: String(dev), inode: String(ino) };
  } catch {
    return null;
  }
}

/**
 * Refuses a folder in which nothing is left of an archive that had posts: rather than emptied it was unplugged, and its
 * posts stay readable from the index. Throws `AppError` (`archive-missing`).
 */
export async function refuseEmptied(folder: string, knownFiles: number): Promise<void> {
  if (knownFiles > 0 && (await isEmptyOrAway(folder, false))) throw gone(folder, 'is empty now');
}

/**
 * Refuses to end a run as if files were gone when the folder itself went away, or changed, while it was read.
 * Throws `AppError` (`archive-missing`).
 */
export async function refuseReplaced(folder: string, before: RootIdentity | null): Promise<void> {
  const now = await identifyRoot(folder);
  const isSame = now !== null && now.device === before?.device && now.inode === before.inode;
  if (!isSame || (await isEmptyOrAway(folder, true)))
    throw gone(folder, 'went away while it was read');
}

/**
 * Refuses a folder on another disk than last time in which not one known file is. Throws `AppError`
 * (`archive-missing`).
 */
export function refuseOtherDisk(
  folder: string,
  seenKnownFiles: number,
  isOtherDisk: boolean,
): void {
  if (isOtherDisk && seenKnownFiles === 0)
    throw gone(folder, 'is on another disk and has other files');
}

/** Empty, or `ifUnlisted` when it cannot be listed: before a run, whoever lists it next says what is wrong. */
async function isEmptyOrAway(folder: string, ifUnlisted: boolean): Promise<boolean> {
  try {
    return await isEmptyFolder(folder);
  } catch {
    return ifUnlisted;
  }
}

function gone(folder: string, what: string): AppError {
  const message = `The folder ${folder} ${what}, so nothing was taken out of the index: connect its disk, or remove the archive from the list when its posts are to go.`;
  return new AppError('archive-missing', message, { path: folder });
}
