import Database from 'better-sqlite3';
import { AppError } from '../../shared/result.ts';
import type { ErrorCode } from '../../shared/result.ts';

interface Reason {
  /** Codes of the system or of SQLite (https://sqlite.org/rescode.html). */
  readonly codes: RegExp;
  readonly failure: ErrorCode;
  readonly sentence: (folder: string) => string;
}

const REASONS: readonly Reason[] = [
  {
    codes: /^(?:SQLITE_FULL|ENOSPC|EDQUOT)$/,
    failure: 'disk-full',
    sentence: (folder) => `The disk that holds ${folder} is full: make room on it and try again.`,
  },
  {
    codes: /^(?:SQLITE_READONLY.*|SQLITE_CANTOPEN.*|SQLITE_PERM|EACCES|EPERM|EROFS)$/,
    failure: 'folder-read-only',
    sentence: (folder) =>
      `The data folder ${folder} cannot be written: check its permissions, or use another one.`,
  },
  {
    codes: /^(?:EEXIST|ENOTDIR)$/,
    failure: 'storage-failed',
    sentence: (folder) => `The data folder ${folder} is not a folder: use another one.`,
  },
  {
    codes: /^(?:SQLITE_IOERR.*|EIO)$/,
    failure: 'storage-failed',
    sentence: (folder) =>
      `The disk that holds ${folder} answers with an error: check it and try again.`,
  },
  {
    codes: /^SQLITE_(?:BUSY|LOCKED).*$/,
    failure: 'library-busy',
    sentence: (folder) =>
      `Another program is using the library in ${folder}: wait until it is done, or end it, and try again.`,
  },
  {
    codes: /^SQLITE_(?:CORRUPT.*|NOTADB)$/,
    failure: 'library-unreadable',
    sentence: (folder) =>
      `A database in ${folder} went bad while it was in use: close Broadsheet and open it again, which repairs it.`,
  },
];

/**
 * The failure to tell when the disk or another program, not Broadsheet, is what stands in the way of the data folder;
 * null for anything else.
 */
export function storageFailure(thrown: unknown, dataFolder: string): AppError | null {
  const code = codeOf(thrown);
  const reason = REASONS.find(({ codes }) => codes.test(code));
  if (reason === undefined) return null;
  return new AppError(reason.failure, reason.sentence(dataFolder), {
    cause: thrown,
    path: dataFolder,
  });
}

function codeOf(thrown: unknown): string {
  if (thrown instanceof Database.SqliteError) return thrown.code;
  if (!(thrown instanceof Error) || !('code' in thrown)) return '';
  return typeof thrown.code === 'string' ? thrown.code : '';
}
