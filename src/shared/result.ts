/** How calls between processes end: always a value, never a rejection (Electron keeps only an error's message). */

/** The kinds of failure a person can be told about. A new code does not compile until every display has words for it. */
export type ErrorCode =
  | 'bad-input'
  | 'not-found'
  | 'archive-missing'
  | 'archive-unreadable'
  | 'index-busy'
  | 'index-outdated'
  /** Posts were named that belong to an index that was built anew since. */
  | 'index-renewed'
  | 'library-unreadable'
  | 'library-newer'
  | 'library-busy'
  | 'library-file-invalid'
  | 'disk-full'
  | 'folder-read-only'
  | 'storage-failed'
  | 'export-failed'
  /** This computer has no printer. */
  | 'no-printer'
  | 'cancelled'
  | 'internal';

/** A failure as it crosses a process border. `message` is one English sentence; the window words it by `code`. */
export interface FailureInfo {
  readonly code: ErrorCode;
  readonly message: string;
  /** The file or folder concerned, when there is one. */
  readonly path?: string;
}

/** The outcome of a call: a value, or why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: FailureInfo };

/** An expected failure, thrown inside one process and turned into a `Result` at its border. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly path: string | undefined;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; path?: string } = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.path = options.path;
  }
}

/** Turns anything thrown into the failure that may cross a border; unknown errors become `internal`. */
export function toFailure(thrown: unknown): FailureInfo {
  if (thrown instanceof AppError) {
    return thrown.path === undefined
      ? { code: thrown.code, message: thrown.message }
      : { code: thrown.code, message: thrown.message, path: thrown.path };
  }
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** Marks code that no value can reach; fails to compile when a case of a union was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
