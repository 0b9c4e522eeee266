import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { partFile, syncFolderIfReadable } from '../core/store/wholeFile.ts';
import { writeFailure } from '../core/exporting/writeFailure.ts';

/**
 * Writes beside the final name, then renames: a reader of the folder sees the whole file or none. What a process that
 * was ended left unfinished, `checkPlace` takes away before the next export to the folder. Throws `export-failed`.
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  // Of its own: two windows may save under one name.
  const part = partFile(dirname(file));
  try {
    await writeFile(part, bytes, { flag: 'wx', flush: true });
    await rename(part, file);
  } catch (thrown) {
    await rm(part, { force: true });
    throw writeFailure(file, thrown);
  }
  syncFolderIfReadable(dirname(file));
}
