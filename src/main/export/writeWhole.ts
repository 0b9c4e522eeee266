import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { partFile, syncFolder } from '../../core/store/wholeFile.ts';
import { writeFailure } from '../../core/exporting/writeFailure.ts';

/**
 * Writes beside the final name, then renames: a reader of the folder sees the whole file or none. What a process that
 * was ended left unfinished, `checkTarget` takes away before the next export to the folder.
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  // Of its own: two exports may have one target.
  const part = partFile(dirname(file));
  try {
    await writeFile(part, bytes, { flag: 'wx', flush: true });
    await rename(part, file);
  } catch (thrown) {
    await rm(part, { force: true });
    throw writeFailure(file, thrown);
  }
  syncName(dirname(file));
}

/** A folder that may be written but not read cannot be synced; the file is whole there all the same. */
function syncName(folder: string): void {
  try {
    syncFolder(folder);
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown)) throw thrown;
  }
}
