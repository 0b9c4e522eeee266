import Database from 'better-sqlite3';
import { AppError } from '../../shared/result.ts';

/** What a code of the system or of SQLite (https://sqlite.org/rescode.html) says about the place of the data. */
const REASONS: readonly (readonly [codes: RegExp, sentence: (folder: string) => string])[] = [
  [
    /^(?:SQLITE_FULL|ENOSPC|EDQUOT)$/,
    (folder) => `The disk that holds ${folder} is full: make room on it and try again.`,
  ],
  [
    /^(?:SQLITE_READONLY.*|SQLITE_CANTOPEN.*|SQLITE_PERM|EACCES|EPERM|EROFS)$/,
    (folder) =>
      `The data folder ${folder} cannot be written: check its permissions, or use another one.`,
  ],
  [
    /^(?:EEXIST|ENOTDIR)$/,
    (folder) => `The data folder ${folder} is not a folder: use another one.`,
  ],
  [
    /^(?:SQLITE_IOERR.*|EIO)$/,
    (folder) => `The disk that holds ${folder} answers with an error: check it and try again.`,
  ],
];

/**
 * The failure to tell when the disk, not Broadsheet or a file's content, is what stands in the way of the data folder;
 * null for anything else.
 */
export function storageFailure(thrown: unknown, dataFolder: string): AppError | null {
  const code = codeOf(thrown);
  const sentence = REASONS.find(([codes]) => codes.test(code))?.[1];
  if (sentence === undefined) return null;
  return new AppError('storage-failed', sentence(dataFolder), { cause: thrown, path: dataFolder });
}

function codeOf(thrown: unknown): string {
  if (thrown instanceof Database.SqliteError) return thrown.code;
  if (!(thrown instanceof Error) || !('code' in thrown)) return '';
  return typeof thrown.code === 'string' ? thrown.code : '';
}
