import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { partFile, syncFolder } from '../../core/store/wholeFile.ts';
import { AppError, toFailure } from '../../shared/result.ts';

const REASONS: ReadonlyMap<unknown, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['EACCES', 'the folder cannot be written to'],
  ['EPERM', 'the folder cannot be written to'],
  ['EROFS', 'the disk cannot be written to'],
  ['ENOENT', 'its folder is gone'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EISDIR', 'a folder of that name is in its place'],
]);

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
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
    const reason = REASONS.get(code) ?? toFailure(thrown).message;
    throw new AppError('export-failed', `${file} could not be written: ${reason}.`, {
      cause: thrown,
      path: file,
    });
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
