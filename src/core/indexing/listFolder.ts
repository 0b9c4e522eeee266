import { Buffer } from 'node:buffer';
import { lstatSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { displayPath, fromBytes, joinRaw } from '../rawPath.ts';
import type { RawPath } from '../rawPath.ts';

/** One entry of a folder. `other` is a file, or something that only claims to be one (a pipe, a socket, a device). */
export interface FolderEntry {
  readonly name: RawPath;
  readonly kind: 'folder' | 'link' | 'other';
}

/** What the file system says of an entry; a link is not followed. */
export interface Measured {
  readonly isFile: boolean;
  readonly isFolder: boolean;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

/** Entries of a folder, names from last to first. Rejects with the system's error. */
export async function listFolder(folder: RawPath): Promise<FolderEntry[]> {
  const listed = await readdir(folder, { withFileTypes: true });
  const isAllText = listed.every(({ name }) => !name.includes('\uFFFD'));
  const entries = isAllText
    ? listed.map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
    : await listBytes(folder);
  return entries.toSorted((a, b) => compareNames(displayPath(b.name), displayPath(a.name)));
}

/** Size and time of an entry; throws the system's error. Synchronous: asynchronously it would cost ten times as much. */
export function measure(path: RawPath): Measured {
  const stat = lstatSync(path);
  return {
    isFile: stat.isFile(),
    isFolder: stat.isDirectory(),
    sizeBytes: stat.size,
    mtimeMs: stat.mtimeMs,
  };
}

/** For the few folders with a name that is not UTF-8: decoded names would lead nowhere. */
async function listBytes(folder: RawPath): Promise<FolderEntry[]> {
  const names = await readdir(folder, { encoding: 'buffer' });
  return names.flatMap((bytes) => {
    const name = fromBytes(Buffer.from(bytes));
    try {
      return [{ name, kind: kindOf(lstatSync(joinRaw(folder, name))) }];
    } catch {
      // Gone since it was listed.
      return [];
    }
  });
}

function kindOf(entry: Pick<Dirent, 'isDirectory' | 'isSymbolicLink'>): FolderEntry['kind'] {
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
