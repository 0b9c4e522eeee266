import { AppError } from '../../shared/result.ts';
import { writeWholeFile } from '../store/wholeFile.ts';

/**
 * Writes a file that the reader asked for: it appears whole under its name or not at all; one that was there stays
 * until then.
 *
 * @throws {AppError} `export-failed` with the reason
 */
export function writeForReader(
  file: string,
  contents: () => Parameters<typeof writeWholeFile>[1],
): void {
  try {
    writeWholeFile(file, contents());
  } catch (cause) {
    throw new AppError('export-failed', `${file} could not be written: ${reasonOf(cause)}.`, {
      cause,
      path: file,
    });
  }
}

const REASONS: ReadonlyMap<unknown, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['EACCES', 'its folder cannot be written to'],
  ['EPERM', 'its folder cannot be written to'],
  ['EROFS', 'the disk cannot be written to'],
  ['ENOENT', 'there is no such folder'],
  ['ENOTDIR', 'there is no such folder'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EISDIR', 'a folder of that name is in its place'],
]);

function reasonOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  return REASONS.get(code) ?? (thrown instanceof Error ? thrown.message : String(thrown));
}
