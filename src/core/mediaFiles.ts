import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { hostOf } from './links/addressText.ts';
import { mediaPaths } from './links/mediaPaths.ts';
import type { MediaFinder } from './post/localAddress.ts';
import type { SiteConfig } from './post/parsedPost.ts';

/** Folders of more entries are not searched for another spelling. */
const MAX_ENTRIES = 20_000;

/** Where an archive lies and what its configuration says. */
interface ArchiveRoot {
  /** Absolute path of the archive. */
  readonly folder: string;
  readonly site: SiteConfig;
  /** See `MediaFinder`; missing = a sign. */
  readonly absentMedia?: MediaFinder['absent'] | undefined;
}

/**
 * Finds the local pictures, sounds and films of one post, at once; keep it for one post only. Only regular files inside
 * the archive's real folder are found. Where no file has the name as written, letter case and Unicode form may differ:
 * archives come from systems on which they do not matter.
 */
export function createMediaFinder(
  { folder, site, absentMedia }: ArchiveRoot,
  postPath: string,
): MediaFinder {
  const names = new Map<string, ReadonlyMap<string, string>>();
  const root = realPath(folder);
  return {
    absent: absentMedia ?? 'sign',
    find: (path) => {
      if (root === null) return null;
      const paths = mediaPaths(path, postPath, site);
      const exact = paths.find((one) => isFileInside(root, one));
      if (exact !== undefined) return exact;
      for (const one of paths) {
        const spelt = spelling(root, one, names);
        if (spelt !== null && isFileInside(root, spelt)) return spelt;
      }
      return null;
    },
    ownPath: (url) => {
      if (site.url === null || hostOf(url) !== hostOf(site.url)) return null;
      return url.replace(/^(?:https?:)?\/\/[^/?#]*/iu, '');
    },
  };
}

function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}

function isFileInside(root: string, path: string): boolean {
  if (path.includes('\0')) return false;
  const real = realPath(join(root, path));
  if (real === null || !real.startsWith(root.endsWith(sep) ? root : root + sep)) return false;
  return statSync(real, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The path as it is spelt on the disk; null when there is none. */
function spelling(
  root: string,
  path: string,
  names: Map<string, ReadonlyMap<string, string>>,
): string | null {
  const found: string[] = [];
  for (const part of path.split('/')) {
    const folder = join(root, ...found);
    // Never read a folder that a link put outside the archive.
    const real = realPath(folder);
    if (real === null || (real !== root && !real.startsWith(root + sep))) return null;
    const entries = names.get(folder) ?? readNames(folder);
    names.set(folder, entries);
    const name = entries.get(foldName(part));
    if (name === undefined) return null;
    found.push(name);
  }
  return found.join('/');
}

function readNames(folder: string): ReadonlyMap<string, string> {
  try {
    const entries = readdirSync(folder).toSorted();
    if (entries.length > MAX_ENTRIES) return new Map();
    // Of several spellings the first in order counts.
    return new Map(entries.toReversed().map((name) => [foldName(name), name]));
  } catch {
    return new Map();
  }
}

function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
