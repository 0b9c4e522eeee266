import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

/** Writes beside the final name, then renames: a reader of the folder sees the whole file or none. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  // Short and of its own: names may already be as long as the disk allows, and two exports may have one target.
  const part = join(dirname(file), `.broadsheet-${randomUUID().slice(0, 8)}.part`);
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
}
