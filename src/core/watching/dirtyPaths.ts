import { isPostName, isSkippedFolder } from '../indexing/scanRules.ts';
import { isSiteConfigPath } from '../post/siteConfig.ts';

/** Paths of an archive that may have changed; null = anything may have, so that only a whole scan will do. */
export type DirtyPaths = readonly string[] | null;

/** With more than this, one scan of everything is quicker than looking at each. */
const MOST_PATHS = 1_000;

/** PURE. Both together, every path once. */
export function joinDirty(one: DirtyPaths, other: DirtyPaths): DirtyPaths {
  if (one === null || other === null) return null;
  const all = new Set([...one, ...other]);
  return all.size > MOST_PATHS ? null : [...all];
}

/**
 * PURE. What to look at when a watcher names a path: relative to the archive, with `/`. Undefined where nothing can be
 * a post: in folders that no scan enters, and for hidden files such as an editor keeps beside the real one. A name that
 * is not UTF-8 reaches us damaged, so its folder is named instead; '' is the archive's folder itself.
 *
 * @param root the archive's real folder, as the watcher was given it
 */
export function dirtyPath(root: string, changed: string): string | undefined {
  if (changed === root) return '';
  const from = root.endsWith('/') || root.endsWith('\\') ? root.length : root.length + 1;
  const parts = changed.slice(from).split(root.includes('\\') ? '\\' : '/');
  const damaged = parts.findIndex((part) => part.includes(REPLACEMENT));
  const clean = damaged < 0 ? parts : parts.slice(0, damaged);
  const isEntered = clean.every(
    (part, at) =>
      !isSkippedFolder(part, false) || (damaged < 0 && at === parts.length - 1 && isPostName(part)),
  );
  return isEntered ? clean.join('/') : undefined;
}

const REPLACEMENT = '\uFFFD';

/** PURE. Whether a file of this name is a post or decides how posts are read; of a folder nothing is said. */
export function matters(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isPostName(name) || isSiteConfigPath(path);
}
