import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { removeFolder } from './removeFolder.ts';

/** A folder of posts for one test. */
export interface PostFolder {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** Writes files (path relative to the folder -> content) into a fresh folder outside the checkout. */
export async function makePostFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<PostFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-posts-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return { folder, remove: () => removeFolder(folder) };
}
