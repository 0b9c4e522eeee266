import { AppError, toFailure } from '../../shared/result.ts';

const REASONS: ReadonlyMap<unknown, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['EFBIG', 'the disk takes no file of that size'],
  ['EACCES', 'the folder cannot be written to'],
  ['EPERM', 'the folder cannot be written to'],
  ['EBUSY', 'another program has it open'],
  ['EROFS', 'the disk cannot be written to'],
  ['ENOENT', 'its folder is gone'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EISDIR', 'a folder of that name is in its place'],
  ['ENOTEMPTY', 'a folder of that name with other files is in its place'],
  ['ENOTDIR', 'a file is in the place of a folder'],
  ['EEXIST', 'something of that name is in its place'],
]);

/** What is said of a file or folder that could not be written: a sentence with its path. */
export function writeFailure(file: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  const reason = REASONS.get(code) ?? toFailure(thrown).message;
  return new AppError('export-failed', `${file} could not be written: ${reason}.`, {
    cause: thrown,
    path: file,
  });
}
