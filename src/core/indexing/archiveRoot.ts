import { opendir } from 'node:fs/promises';
import { AppError } from '../../shared/result.ts';
import { failureOf, realPathOf } from '../archiveFiles.ts';
import type { RawPath } from '../rawPath.ts';

/** The archive's folder without links. Throws `AppError` (`archive-missing`, `archive-unreadable`). */
export async function realRoot(folder: string): Promise<RawPath> {
  try {
    return await realPathOf(folder);
  } catch (error) {
    if (failureOf(error).reason !== 'vanished') throw unreadableRoot(folder, error);
    const message = `The folder ${folder} is not there; connect its disk or locate the archive again.`;
    throw new AppError('archive-missing', message, { cause: error, path: folder });
  }
}

/** What is thrown where the archive's own folder cannot be listed, with the reason of the system. */
export function unreadableRoot(folder: string, cause: unknown): AppError {
  const message = `The folder ${folder} cannot be read; check its permissions and that it is a folder.`;
  return new AppError('archive-unreadable', message, { cause, path: folder });
}

/** Throws the `AppError` that a scan would throw at once when the folder cannot be listed. */
export async function checkFolder(folder: string): Promise<void> {
  const root = await realRoot(folder);
  try {
    const opened = await opendir(root);
    await opened.close();
  } catch (error) {
    throw unreadableRoot(folder, error);
  }
}
