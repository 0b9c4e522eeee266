import type { CharsetChoice } from '../../shared/charsetChoices.ts';
import type { Charset } from '../../shared/charsets.ts';
import { charsetNamed } from '../../shared/charsets.ts';
import type { ArchiveId } from '../../shared/model.ts';
import type { Library } from './openLibrary.ts';

/** A choice to keep; `charset` null takes it back, so that the charset is detected again. */
export interface NewChoice {
  readonly path: string;
  readonly isFolder: boolean;
  readonly charset: Charset | null;
}

/** What the reader chose in an archive, by path. A charset that this version does not know is left out, and kept. */
export function listChoices(library: Library, archiveId: ArchiveId): readonly CharsetChoice[] {
  return library.database
    .prepare<[string], { path: string; isFolder: number; charset: string }>(
      `SELECT path, is_folder AS isFolder, charset FROM charset_choices WHERE archive_id = ?
       ORDER BY path, is_folder`,
    )
    .all(archiveId)
    .flatMap(({ path, isFolder, charset }) => {
      const known = charsetNamed(charset);
      return known === null ? [] : [{ path, isFolder: isFolder !== 0, charset: known }];
    });
}

/** Keeps or takes back a choice and answers what it was before; null = there was none. */
export function setChoice(
  library: Library,
  archiveId: ArchiveId,
  { path, isFolder, charset }: NewChoice,
): Charset | null {
  const { database } = library;
  return database
    .transaction(() => {
      const before = listChoices(library, archiveId).find(
        (one) => one.path === path && one.isFolder === isFolder,
      );
      if (charset === null) {
        database
          .prepare(
            'DELETE FROM charset_choices WHERE archive_id = ? AND path = ? AND is_folder = ?',
          )
          .run(archiveId, path, isFolder ? 1 : 0);
      } else {
        database
          .prepare(
            `INSERT OR REPLACE INTO charset_choices(archive_id, path, is_folder, charset, chosen_at)
             VALUES (?, ?, ?, ?, ?)`,
          )
          .run(archiveId, path, isFolder ? 1 : 0, charset, new Date().toISOString());
      }
      return before?.charset ?? null;
    })
    .immediate();
}
