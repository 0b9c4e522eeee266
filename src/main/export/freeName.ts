import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * A name that nothing in a folder has, whatever the case of its letters: with the next number where it is taken. `ending`
 * with its dot. In a folder that cannot be read every name is free.
 */
export async function freeName(folder: string, stem: string, ending = ''): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let free = `${stem}${ending}`;
  for (let number = 2; taken.has(free.toLowerCase()); number++)
    free = `${stem} (${number})${ending}`;
  return free;
}

/**
 * A path as typed in the system's dialog, with the ending of its format; `extension` without a dot. Not every system's
 * dialog adds it, and one that does not asked about another name: a file that has this one is not written over.
 */
export async function withEnding(path: string, extension: string): Promise<string> {
  if (path.toLowerCase().endsWith(`.${extension}`)) return path;
  const folder = dirname(path);
  return join(folder, await freeName(folder, basename(path), `.${extension}`));
}
