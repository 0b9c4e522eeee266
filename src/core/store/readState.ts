import type { ArchiveId, Passage, PostId } from '../../shared/model.ts';
import { identityValues, markRows } from './bookmarks.ts';
import { passageText, readPassage } from './keptFields.ts';
import { nextChange } from './libraryChanges.ts';
import type { Library } from './openLibrary.ts';
import type { IndexReader, PostRow } from './storeTypes.ts';

/** Posts of one archive to be marked as read or unread. */
export interface ReadChange {
  readonly archiveId: ArchiveId;
  readonly ids: readonly PostId[];
  readonly isRead: boolean;
}

/** The reader's state of one post. */
export interface PostState {
  readonly isRead: boolean;
  readonly isBookmarked: boolean;
  /** Share of the article scrolled past, 0 to 1. */
  readonly position: number;
  /** The words there; null = unknown. */
  readonly passage: Passage | null;
}

const SET_READ = `
INSERT INTO post_state(archive_id, path, content_hash, source_id, title, day, is_read, read_at, position, changed_at,
  changed)
VALUES (:archiveId, :path, :contentHash, :sourceId, :title, :day, :isRead, :readAt, 0, :now, :change)
ON CONFLICT(archive_id, path) DO UPDATE SET content_hash = :contentHash, source_id = :sourceId, title = :title,
  day = :day, is_read = :isRead, read_at = :readAt, changed_at = :now, changed = :change
WHERE is_read <> :isRead`;

/** A scroll position is no mark: it leaves `changed` alone, so that no list is made anew while someone reads. */
const SET_POSITION = `
INSERT INTO post_state(archive_id, path, content_hash, source_id, title, day, is_read, read_at, position, passage,
  changed_at, changed)
VALUES (:archiveId, :path, :contentHash, :sourceId, :title, :day, 0, NULL, :position, :passage, :now, 0)
ON CONFLICT(archive_id, path) DO UPDATE SET position = :position, passage = :passage, changed_at = :now`;

const STATE = `
SELECT
  coalesce((SELECT is_read FROM post_state WHERE archive_id = :archiveId AND path = :path), 0) AS isRead,
  coalesce((SELECT position FROM post_state WHERE archive_id = :archiveId AND path = :path), 0) AS position,
  (SELECT passage FROM post_state WHERE archive_id = :archiveId AND path = :path) AS passage,
  EXISTS(SELECT 1 FROM bookmarks
    WHERE archive_id = :archiveId AND path = :path AND removed_at IS NULL) AS isBookmarked`;

/** Marks posts as read or unread; answers the posts whose state changed. */
export function setRead(
  library: Library,
  index: IndexReader,
  { archiveId, ids, isRead }: ReadChange,
): readonly PostId[] {
  const set = library.database.prepare(SET_READ);
  const hasState = library.database
    .prepare<[string, string], number>(
      'SELECT is_read FROM post_state WHERE archive_id = ? AND path = ?',
    )
    .pluck();
  const now = new Date().toISOString();
  const readAt = isRead ? now : null;
  const act = (row: PostRow, change: number): boolean => {
    const before = hasState.get(archiveId, row.path) ?? 0;
    if ((before !== 0) === isRead) return false;
    set.run({ archiveId, now, readAt, change, isRead: isRead ? 1 : 0, ...identityValues(row) });
    return true;
  };
  return library.database
    .transaction(() => {
      const change = nextChange(library);
      return markRows(index, ids, (row) => act(row, change));
    })
    .immediate();
}

/** Keeps how far a post was read (0 to 1), and the words there. A path the index does not know is ignored. */
export function setPosition(
  library: Library,
  index: IndexReader,
  place: { readonly archiveId: ArchiveId; readonly path: string } & Pick<
    PostState,
    'position' | 'passage'
  >,
): void {
  const identity = index.identityOf(place.path);
  if (identity === null) return;
  const position = Math.min(1, Math.max(0, place.position));
  const { archiveId } = place;
  const now = new Date().toISOString();
  const passage = passageText(place.passage);
  library.database.prepare(SET_POSITION).run({ archiveId, now, ...identity, position, passage });
}

/** The reader's state of the post at a path; unread, not bookmarked, at the beginning when nothing is kept. */
export function getState(library: Library, archiveId: ArchiveId, path: string): PostState {
  const raw = library.database
    .prepare<
      { archiveId: string; path: string },
      { isRead: number; isBookmarked: number; position: number; passage: string | null }
    >(STATE)
    .get({ archiveId, path });
  if (raw === undefined) return { isRead: false, isBookmarked: false, position: 0, passage: null };
  return {
    isRead: raw.isRead !== 0,
    isBookmarked: raw.isBookmarked !== 0,
    position: raw.position,
    passage: readPassage(raw.passage),
  };
}
