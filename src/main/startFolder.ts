import { realpath, stat } from 'node:fs/promises';
import type { Archive } from '../shared/model.ts';
import { AppError, toFailure } from '../shared/result.ts';
import type { FailureInfo } from '../shared/result.ts';
import type { CoreProcess } from './coreProcess.ts';

/**
 * Puts a folder on the list of archives, or finds it there.
 *
 * @param folder absolute path
 * @throws {AppError} `archive-unreadable` when it is a file, is missing or cannot be read
 */
export async function addArchive(
  core: CoreProcess,
  folder: string,
  sampleFolder: string,
): Promise<Archive> {
  if (await isFile(folder)) {
    const message = `${folder} is a file: open the folder it is in.`;
    throw new AppError('archive-unreadable', message, { path: folder });
  }
  const isSample = await isSameFolder(folder, sampleFolder);
  return core.ask('archives.add', { folder, isSample });
}

/** The same, with the failure as a value. */
export async function tryAddArchive(
  core: CoreProcess,
  folder: string,
  sampleFolder: string,
): Promise<{ readonly archive: Archive | null; readonly failure: FailureInfo | null }> {
  try {
    return { archive: await addArchive(core, folder, sampleFolder), failure: null };
  } catch (thrown) {
    return { archive: null, failure: toFailure(thrown) };
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function isSameFolder(one: string, other: string): Promise<boolean> {
  try {
    return (await realpath(one)) === (await realpath(other));
  } catch {
    return false;
  }
}
