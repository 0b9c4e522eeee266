import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

/** Unfinished files are named by computer and process, so that those of dead processes can be told and removed. */
const PART = /^\.broadsheet-(?<host>[0-9a-f]{6})-(?<pid>\d+)-[0-9a-f]{8}\.part$/u;

const hostTag = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);

/** A name for what is being made in a folder, a file or a folder; short, for the final name may be as long as the disk allows. */
export function partFile(folder: string): string {
  const own = randomBytes(4).toString('hex');
  return join(folder, `.broadsheet-${hostTag}-${process.pid}-${own}.part`);
}

/** Makes a file's bytes durable. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes new, renamed and removed names of a folder durable; where folders cannot be opened (Windows) the system does. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The same for a folder that may be one to write to and not to read: it cannot be synced, and what is in it is whole. */
export function syncFolderIfReadable(folder: string): void {
  try {
    syncFolder(folder);
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown)) throw thrown;
  }
}

/**
 * Writes a file so that its name shows the whole of it or what was there before, whatever happens on the way: the
 * pieces go to an unfinished file beside it, to the disk, then under the final name.
 */
export function writeWholeFile(file: string, pieces: Iterable<string>): void {
  const folder = dirname(file);
  removeDeadParts(folder);
  const part = partFile(folder);
  try {
    const handle = openSync(part, 'wx');
    try {
      for (const piece of pieces) writeAll(handle, Buffer.from(piece, 'utf8'));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(part, file);
  } catch (thrown) {
    rmSync(part, { force: true });
    throw thrown;
  }
  syncFolder(folder);
}

/** Gives a finished unfinished-named file its name, durably. */
export function finishPart(part: string, file: string): void {
  syncFile(part);
  renameSync(part, file);
  syncFolder(dirname(file));
}

/** Removes unfinished files and folders that processes of this computer left when they were ended. */
export function removeDeadParts(folder: string): void {
  for (const name of namesIn(folder)) {
    const { host, pid } = PART.exec(name)?.groups ?? {};
    if (host === hostTag && !isRunning(Number(pid))) {
      removeIfAllowed(join(folder, name));
      // SQLite may have been at work on it.
      removeIfAllowed(join(folder, `${name}-journal`));
    }
  }
}

/** In a folder that several people share, what another one left is theirs; it harms nobody. */
function removeIfAllowed(file: string): void {
  try {
    rmSync(file, { force: true, recursive: true });
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown)) throw thrown;
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  let from = 0;
  while (from < bytes.length) from += writeSync(handle, bytes, from);
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // Not permitted to ask means that there is one.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
