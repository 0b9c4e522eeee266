import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * Absolute, link-free path of `path` inside `folder`, or null when it leads outside (by `..`, as an absolute path or
 * through a link) or does not exist.
 *
 * @param path relative to the folder, with `/`
 */
export async function resolveInside(folder: string, path: string): Promise<string | null> {
  if (path.includes('\0') || isAbsolute(path) || hasWindowsTrick(path, process.platform))
    return null;
  try {
    const root = await realpath(folder);
    const file = await realpath(resolve(root, path));
    return isInside(root, file) ? file : null;
  } catch {
    return null;
  }
}

/** An open regular file and its size; the caller closes it. */
export interface ConfinedFile {
  readonly handle: FileHandle;
  readonly sizeBytes: number;
}

/**
 * Opens a regular file inside `folder` for reading; null when there is none. Never waits on a pipe and never opens a
 * device: the file is opened without blocking and without following a link that was put there meanwhile.
 */
export async function openInside(folder: string, path: string): Promise<ConfinedFile | null> {
  const file = await resolveInside(folder, path);
  if (file === null) return null;
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, flags);
    const stat = await handle.stat();
    if (stat.isFile()) return { handle, sizeBytes: stat.size };
  } catch {
    // Unreadable or gone: the same to the reader as not there.
  }
  await handle?.close();
  return null;
}

function isInside(root: string, file: string): boolean {
  const way = relative(root, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * On Windows `\`, a drive (`C:x`) and an alternate data stream (`a.png:b`) are ways round the folder too, and some names
 * are devices in every folder, with any extension (Microsoft, "Naming Files, Paths, and Namespaces").
 *
 * @param platform as `process.platform`
 */
export function hasWindowsTrick(path: string, platform: NodeJS.Platform): boolean {
  if (platform !== 'win32') return false;
  return /[\\:]/u.test(path) || path.split('/').some((name) => DEVICE.test(name));
}

const DEVICE = /^\s*(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(?:\.|$)/iu;
