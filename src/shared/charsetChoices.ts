import type { Charset, ReadAs } from './charsets.ts';

/** What the reader chose to read a file, or all files below a folder, as. */
export interface CharsetChoice {
  /** Relative to the archive's folder, with `/`; empty = the archive itself. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly charset: Charset;
}

/** The choice that holds for a path: its own, else that of the nearest folder above it; undefined when there is none. */
export type ReadAsOf = (path: string) => ReadAs | undefined;

/** Finds the choice for a path among all of an archive. Cheap to ask when there are none, or many. */
export function readAsOf(choices: readonly CharsetChoice[]): ReadAsOf {
  if (choices.length === 0) return () => undefined;
  const files = new Map<string, ReadAs>();
  const folders = new Map<string, ReadAs>();
  for (const { path, isFolder, charset } of choices) {
    (isFolder ? folders : files).set(path, { charset, scope: isFolder ? 'folder' : 'file' });
  }
  return (path) => {
    const own = files.get(path);
    if (own !== undefined) return own;
    for (const folder of foldersAbove(path)) {
      const found = folders.get(folder);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** The folders that a file lies in, nearest first; the archive itself, as '', comes last. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    folders.push(path.slice(0, at));
  }
  return [...folders, ''];
}
