import type { ArchiveId } from '../../shared/model.ts';
import type { Library } from './openLibrary.ts';
import type { PathMarks, ReaderMarks } from './storeTypes.ts';

/** Marks, as they are now, of the paths whose rows changed after a version. */
const CHANGES = `
WITH changed AS (
  SELECT path FROM bookmarks WHERE archive_id = :archiveId AND changed > :version
  UNION
  SELECT path FROM post_state WHERE archive_id = :archiveId AND changed > :version
)
SELECT path,
  coalesce((SELECT removed_at IS NULL FROM bookmarks AS b
    WHERE b.archive_id = :archiveId AND b.path = changed.path), 0) AS isBookmarked,
  coalesce((SELECT is_read FROM post_state AS s
    WHERE s.archive_id = :archiveId AND s.path = changed.path), 0) AS isRead
FROM changed`;

/** Bookmarks and reading state of an archive, as index readers take them. Cheap to make and to ask. */
export function marksOf(library: Library, archiveId: ArchiveId): ReaderMarks {
  const version = library.database.prepare<[], number>('SELECT last FROM changes').pluck();
  const changes = library.database.prepare<Record<string, string | number>, RawMarks>(CHANGES);
  return {
    version: () => version.get() ?? 0,
    changesSince: (since) => changes.all({ archiveId, version: since }).map(toMarks),
  };
}

interface RawMarks {
  readonly path: string;
  readonly isBookmarked: number;
  readonly isRead: number;
}

function toMarks(raw: RawMarks): PathMarks {
  return { path: raw.path, isBookmarked: raw.isBookmarked !== 0, isRead: raw.isRead !== 0 };
}
