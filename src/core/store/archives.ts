import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { asArchiveId } from '../../shared/ids.ts';
import type { Archive, ArchiveId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import type { Library } from './openLibrary.ts';

/** An archive as the library keeps it; whether its folder is there now is another question. */
export type StoredArchive = Omit<Archive, 'isPresent'>;

/** A folder to register. `name` null = the folder's own name. */
export interface NewArchive {
  readonly folder: string;
  readonly name: string | null;
  readonly isSample: boolean;
}

const COLUMNS = `SELECT id, name, folder, is_sample AS isSample, post_count AS postCount,
  last_opened_at AS lastOpenedAt FROM archives`;

/** Archives that were not removed, last opened first. */
export function listArchives(library: Library): readonly StoredArchive[] {
  return library.database
    .prepare<[], Row>(
      `${COLUMNS} WHERE removed_at IS NULL ORDER BY last_opened_at DESC NULLS LAST, added_at DESC, id`,
    )
    .all()
    .map(toArchive);
}

/** The archive with that id, removed or not; null when there never was one. */
export function getArchive(library: Library, id: ArchiveId): StoredArchive | null {
  const row = library.database.prepare<[string], Row>(`${COLUMNS} WHERE id = ?`).get(id);
  return row === undefined ? null : toArchive(row);
}

/** The archive of a folder (compared after resolving links), also a removed one; null when there is none. */
export function findArchiveByFolder(library: Library, folder: string): StoredArchive | null {
  const row = library.database
    .prepare<[string], Row>(
      `${COLUMNS} WHERE folder = ? ORDER BY removed_at IS NOT NULL, added_at LIMIT 1`,
    )
    .get(realFolder(folder));
  return row === undefined ? null : toArchive(row);
}

/**
 * Registers a folder. A folder that is known gives the same archive again, taken back onto the list when it had been
 * removed, so that its bookmarks return with it.
 */
export function addArchive(
  library: Library,
  { folder, name, isSample }: NewArchive,
): StoredArchive {
  const real = realFolder(folder);
  return library.database
    .transaction(() => {
      const known = findArchiveByFolder(library, real);
      if (known !== null) {
        library.database
          .prepare('UPDATE archives SET removed_at = NULL WHERE id = ?')
          .run(known.id);
        return known;
      }
      const id = asArchiveId(randomBytes(8).toString('hex'));
      library.database
        .prepare(
          `INSERT INTO archives(id, name, folder, is_sample, added_at) VALUES (?, ?, ?, ?, ?)`,
        )
        .run(
          id,
          name ?? (basename(real) || real),
          real,
          isSample ? 1 : 0,
          new Date().toISOString(),
        );
      return requireArchive(library, id);
    })
    .immediate();
}

/** Takes an archive off the list; its bookmarks and reading state stay. */
export function removeArchive(library: Library, id: ArchiveId): void {
  library.database
    .prepare('UPDATE archives SET removed_at = ? WHERE id = ? AND removed_at IS NULL')
    .run(new Date().toISOString(), id);
}

/**
 * Notes that an archive's folder moved.
 *
 * @throws {AppError} `bad-input` when another archive on the list already is that folder, `not-found` for an unknown id
 */
export function relocateArchive(library: Library, id: ArchiveId, folder: string): StoredArchive {
  const real = realFolder(folder);
  const taken = library.database
    .prepare<[string, string], string>(
      'SELECT name FROM archives WHERE folder = ? AND id <> ? AND removed_at IS NULL',
    )
    .pluck()
    .get(real, id);
  if (taken !== undefined) {
    throw new AppError(
      'bad-input',
      `This folder already is the archive “${taken}”: open that one.`,
      {
        path: real,
      },
    );
  }
  library.database
    .prepare('UPDATE archives SET folder = ?, removed_at = NULL WHERE id = ?')
    .run(real, id);
  return requireArchive(library, id);
}

/** Notes that the archive was opened now. */
export function touchArchive(library: Library, id: ArchiveId): void {
  library.database
    .prepare('UPDATE archives SET last_opened_at = ? WHERE id = ?')
    .run(new Date().toISOString(), id);
}

/** Names an archive, usually after the `title` of its site configuration. */
export function setArchiveName(library: Library, id: ArchiveId, name: string): void {
  library.database.prepare('UPDATE archives SET name = ? WHERE id = ?').run(name, id);
}

/** Keeps the number of posts, so that listing archives opens no index; null = not indexed. */
export function setPostCount(library: Library, id: ArchiveId, postCount: number | null): void {
  library.database.prepare('UPDATE archives SET post_count = ? WHERE id = ?').run(postCount, id);
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly isSample: number;
  readonly postCount: number | null;
  readonly lastOpenedAt: string | null;
}

function requireArchive(library: Library, id: ArchiveId): StoredArchive {
  const archive = getArchive(library, id);
  if (archive === null) throw new AppError('not-found', 'There is no such archive in the library.');
  return archive;
}

function toArchive(row: Row): StoredArchive {
  return {
    ...row,
    id: asArchiveId(row.id),
    isSample: row.isSample !== 0,
    seal: sealOf(row.name),
  };
}

/** The first letter, digit or ideograph of the name, as a capital. */
function sealOf(name: string): string {
  const first = /[\p{L}\p{N}]/u.exec(name)?.[0] ?? Array.from(name)[0] ?? '·';
  return first.toUpperCase();
}

/** The folder without links; as written when it is not there now. */
function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}
