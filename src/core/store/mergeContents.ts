import type { ImportCounts } from '../../shared/libraryModel.ts';
import type {
  ArchiveContents,
  KeptBookmark,
  KeptState,
  LibraryContents,
} from './libraryContents.ts';
import { type LibraryDatabase, nextChange } from './libraryChanges.ts';
import { passageText } from './keptFields.ts';
import { mergeRows, mergeWritten, type WrittenCounts } from './mergeWritten.ts';

/** What a merge did in one archive. */
export interface ArchiveMerge {
  readonly archiveId: string;
  /** Whether the archive itself was not known. */
  readonly isNew: boolean;
  /** Of these, removed bookmarks count too. */
  readonly bookmarks: ImportCounts;
  /** Bookmarks that are there now and were not before. */
  readonly bookmarksBack: number;
  readonly readingState: ImportCounts;
  readonly written: WrittenCounts;
}

/**
 * Takes contents into the library, in one transaction. Of two rows about one post the one that changed last wins; when
 * they changed at the same instant a bookmark wins over a removed one, read over unread, further over less far, else the one whose words come last. So a
 * merge can be repeated, and two libraries merged into each other are alike. Settings and views are taken where the
 * library has none.
 */
export function mergeContents(
  library: LibraryDatabase,
  contents: LibraryContents,
): readonly ArchiveMerge[] {
  return library.database
    .transaction(() => {
      const merged = contents.archives.map((each) => mergeArchive(library, each));
      const put = library.database.prepare(
        'INSERT OR IGNORE INTO settings(key, value) VALUES (?, ?)',
      );
      for (const [key, value] of contents.settings) put.run(key, value);
      return merged;
    })
    .immediate();
}

const ADD_ARCHIVE = `
INSERT INTO archives(id, name, folder, is_sample, added_at, last_opened_at, removed_at)
VALUES (:id, :name, :folder, :isSample, :addedAt, :lastOpenedAt, :removedAt) ON CONFLICT(id) DO NOTHING`;

const PUT_BOOKMARK = `
INSERT INTO bookmarks(archive_id, path, content_hash, source_id, title, day, date, created_at, removed_at, changed_at,
  changed)
VALUES (:archiveId, :path, :contentHash, :sourceId, :title, :day, :date, :createdAt, :removedAt, :changedAt, :change)
ON CONFLICT(archive_id, path) DO UPDATE SET content_hash = :contentHash, source_id = :sourceId, title = :title,
  day = :day, date = :date, created_at = min(created_at, :createdAt), removed_at = :removedAt, changed_at = :changedAt,
  changed = :change`;

const PUT_STATE = `
INSERT INTO post_state(archive_id, path, content_hash, source_id, title, day, is_read, read_at, position, passage,
  changed_at, changed)
VALUES (:archiveId, :path, :contentHash, :sourceId, :title, :day, :isRead, :readAt, :position, :passage, :changedAt,
  :change)
ON CONFLICT(archive_id, path) DO UPDATE SET content_hash = :contentHash, source_id = :sourceId, title = :title,
  day = :day, is_read = :isRead, read_at = :readAt, position = :position, passage = :passage,
  changed_at = :changedAt, changed = :change`;

function mergeArchive(library: LibraryDatabase, contents: ArchiveContents): ArchiveMerge {
  const { database } = library;
  const { archive, view } = contents;
  const { id: archiveId } = archive;
  const added = database
    .prepare(ADD_ARCHIVE)
    .run({ ...archive, isSample: archive.isSample ? 1 : 0 });
  if (view !== null) {
    database
      .prepare('INSERT OR IGNORE INTO archive_views(archive_id, view) VALUES (?, ?)')
      .run(archiveId, view);
  }
  mergeChoices(library, contents);
  const { counts, back } = mergeBookmarks(library, contents);
  return {
    archiveId,
    isNew: added.changes > 0,
    bookmarks: counts,
    bookmarksBack: back,
    readingState: mergeStates(library, contents),
    written: mergeWritten(library, contents),
  };
}

/** Of two choices for one place the later one wins. */
function mergeChoices({ database }: LibraryDatabase, { archive, readAs }: ArchiveContents): void {
  const put = database.prepare(
    `INSERT INTO charset_choices(archive_id, path, is_folder, charset, chosen_at)
     VALUES (:archiveId, :path, :isFolder, :charset, :chosenAt)
     ON CONFLICT(archive_id, path, is_folder) DO UPDATE SET charset = :charset, chosen_at = :chosenAt
     WHERE :chosenAt > chosen_at OR (:chosenAt = chosen_at AND :charset > charset)`,
  );
  for (const choice of readAs) {
    put.run({ ...choice, archiveId: archive.id, isFolder: choice.isFolder ? 1 : 0 });
  }
}

function mergeBookmarks(
  library: LibraryDatabase,
  { archive: { id: archiveId }, bookmarks }: ArchiveContents,
): { readonly counts: ImportCounts; readonly back: number } {
  const known = library.database.prepare<[string, string], KnownBookmark>(
    `SELECT removed_at AS removedAt, changed_at AS changedAt FROM bookmarks
     WHERE archive_id = ? AND path = ?`,
  );
  const put = library.database.prepare(PUT_BOOKMARK);
  const change = nextChange(library);
  let back = 0;
  const counts = mergeRows(bookmarks, (row) => {
    const here = known.get(archiveId, row.path);
    if (here !== undefined && !isStrongerBookmark(row, here)) return 'kept';
    if (row.removedAt === null && here?.removedAt !== null) back += 1;
    put.run({ ...row, archiveId, change });
    return here === undefined ? 'added' : 'updated';
  });
  return { counts, back };
}

function mergeStates(
  library: LibraryDatabase,
  { archive: { id: archiveId }, readingState }: ArchiveContents,
): ImportCounts {
  const known = library.database.prepare<[string, string], KnownState>(
    `SELECT is_read AS isRead, position, passage, changed_at AS changedAt FROM post_state
     WHERE archive_id = ? AND path = ?`,
  );
  const put = library.database.prepare(PUT_STATE);
  const change = nextChange(library);
  return mergeRows(readingState, (row) => {
    const here = known.get(archiveId, row.path);
    if (here !== undefined && !isStrongerState(row, here)) return 'kept';
    const passage = passageText(row.passage);
    put.run({ ...row, archiveId, change, passage, isRead: row.isRead ? 1 : 0 });
    return here === undefined ? 'added' : 'updated';
  });
}

type KnownBookmark = Pick<KeptBookmark, 'removedAt' | 'changedAt'>;

interface KnownState {
  readonly isRead: number;
  readonly position: number;
  readonly passage: string | null;
  readonly changedAt: string;
}

function isStrongerBookmark(row: KnownBookmark, here: KnownBookmark): boolean {
  if (row.changedAt !== here.changedAt) return row.changedAt > here.changedAt;
  return row.removedAt === null && here.removedAt !== null;
}

function isStrongerState(row: KeptState, here: KnownState): boolean {
  if (row.changedAt !== here.changedAt) return row.changedAt > here.changedAt;
  if (row.isRead !== (here.isRead !== 0)) return row.isRead;
  if (row.position !== here.position) return row.position > here.position;
  return (passageText(row.passage) ?? '') > (here.passage ?? '');
}
