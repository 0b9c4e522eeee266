import type Database from 'better-sqlite3';
import { openSync, closeSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { addArchive } from '../../../src/core/store/archives.ts';
import { openLibrary } from '../../../src/core/store/openLibrary.ts';
import { nextChange } from '../../../src/core/store/libraryChanges.ts';
import type { Library } from '../../../src/core/store/openLibrary.ts';
import type { Random } from '../../support/random.ts';

/** Bookmarks that are there now, by `archive id path`, sorted. */
export function bookmarksOf({ database }: { readonly database: Database.Database }): string[] {
  return database
    .prepare<[], string>(
      `SELECT archive_id || ' ' || path FROM bookmarks WHERE removed_at IS NULL ORDER BY 1`,
    )
    .pluck()
    .all();
}

/** Bookmarks made without an index; gives what `bookmarksOf` gives for them. */
export function addBookmarks(library: Library, archiveId: string, paths: readonly string[]): void {
  const put = library.database.prepare(
    `INSERT INTO bookmarks(archive_id, path, content_hash, title, created_at, changed_at, changed)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  library.database.transaction(() => {
    const change = nextChange(library);
    const now = new Date().toISOString();
    for (const path of paths) {
      put.run(archiveId, path, `hash of ${path}`, `标题 ${path}`, now, now, change);
    }
  })();
}

/** A closed library with a backup, an archive and so many bookmarks; gives the bookmarks. */
export function makeLibrary(dataFolder: string, count: number): string[] {
  const library = openLibrary(dataFolder);
  const folder = join(dataFolder, 'posts');
  const { id } = addArchive(library, { folder, name: '新闻', isSample: false });
  addBookmarks(
    library,
    id,
    Array.from({ length: count }, (_, at) => `_posts/2022/${at}-文章.md`),
  );
  const made = bookmarksOf(library);
  library.backUp();
  library.close();
  return made;
}

/** Flips one random bit of a file at or after an offset. */
export function flipBit(file: string, random: Random, from = 0): number {
  const at = from + random.below(statSync(file).size - from);
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ (1 << random.below(8));
  writeSync(handle, byte, 0, 1, at);
  closeSync(handle);
  return at;
}
