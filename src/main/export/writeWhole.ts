import { rename, rm, writeFile } from 'node:fs/promises';
import { AppError, toFailure } from '../../shared/result.ts';

/** Writes beside the final name, then renames: a reader of the folder sees the whole file or none. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.part`;
  try {
    await writeFile(part, bytes, { flush: true });
    await rename(part, file);
  } catch (thrown) {
    await rm(part, { force: true });
    const reason =
      thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC'
        ? 'the disk is full'
        : toFailure(thrown).message;
    throw new AppError('export-failed', `${file} could not be written: ${reason}.`, {
      cause: thrown,
      path: file,
    });
  }
}
