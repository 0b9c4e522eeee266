import { pens } from '../../shared/annotations.ts';
import type { ArchiveId } from '../../shared/model.ts';
import type { Library } from './openLibrary.ts';
import type { PathMarks, PathRemarks, ReaderMarks } from './storeTypes.ts';

/**
 * Marks, as they are now, of the paths whose rows changed after a version. Labels as a JSON array, pens one after another
 * with commas.
 */
const CHANGES = `
WITH changed AS (
  SELECT path FROM bookmarks WHERE archive_id = :archiveId AND changed > :version
  UNION
  SELECT path FROM post_state WHERE archive_id = :archiveId AND changed > :version
  UNION
  SELECT path FROM highlights WHERE archive_id = :archiveId AND changed > :version
  UNION
  SELECT path FROM post_notes WHERE archive_id = :archiveId AND changed > :version
  UNION
  SELECT path FROM bookmark_labels WHERE archive_id = :archiveId AND changed > :version
  UNION
  SELECT path FROM left_paths WHERE archive_id = :archiveId AND changed > :version
)
SELECT changed.path AS path,
  coalesce((SELECT removed_at IS NULL FROM bookmarks AS b
    WHERE b.archive_id = :archiveId AND b.path = changed.path), 0) AS isBookmarked,
  coalesce((SELECT is_read FROM post_state AS s
    WHERE s.archive_id = :archiveId AND s.path = changed.path), 0) AS isRead,
  coalesce((SELECT removed_at IS NULL FROM post_notes AS n
    WHERE n.archive_id = :archiveId AND n.path = changed.path), 0) AS hasPostNote,
  (SELECT json_group_array(label) FROM (SELECT label FROM bookmark_labels AS l
    WHERE l.archive_id = :archiveId AND l.path = changed.path AND removed_at IS NULL ORDER BY label)) AS labels,
  (SELECT count(*) FROM highlights AS h
    WHERE h.archive_id = :archiveId AND h.path = changed.path AND removed_at IS NULL) AS highlightCount,
  (SELECT group_concat(DISTINCT pen) FROM highlights AS h
    WHERE h.archive_id = :archiveId AND h.path = changed.path AND removed_at IS NULL) AS pens,
  EXISTS (SELECT 1 FROM highlights AS h WHERE h.archive_id = :archiveId AND h.path = changed.path
    AND removed_at IS NULL AND note IS NOT NULL) AS hasMarginNote
FROM changed`;

const REMARKS = `
SELECT path, text AS note, NULL AS quote FROM post_notes WHERE archive_id = :archiveId AND removed_at IS NULL
UNION ALL
SELECT path, note, quote FROM highlights WHERE archive_id = :archiveId AND removed_at IS NULL
ORDER BY path`;

/** The reader's marks on the posts of an archive, as index readers take them. Cheap to make and to ask. */
export function marksOf(library: Library, archiveId: ArchiveId): ReaderMarks {
  const version = library.database.prepare<[], number>('SELECT last FROM changes').pluck();
  const changes = library.database.prepare<Record<string, string | number>, RawMarks>(CHANGES);
  const remarks = library.database.prepare<{ archiveId: string }, RawRemark>(REMARKS);
  return {
    version: () => version.get() ?? 0,
    changesSince: (since) => changes.all({ archiveId, version: since }).map(toMarks),
    remarks: () => byPath(remarks.all({ archiveId })),
  };
}

interface RawMarks {
  readonly path: string;
  readonly isBookmarked: number;
  readonly isRead: number;
  readonly hasPostNote: number;
  readonly labels: string;
  readonly highlightCount: number;
  readonly pens: string | null;
  readonly hasMarginNote: number;
}

function toMarks(raw: RawMarks): PathMarks {
  const used = (raw.pens ?? '').split(',');
  const isBookmarked = raw.isBookmarked !== 0;
  return {
    path: raw.path,
    isBookmarked,
    isRead: raw.isRead !== 0,
    highlightCount: raw.highlightCount,
    pens: pens.filter((pen) => used.includes(pen)),
    hasNote: raw.hasPostNote !== 0 || raw.hasMarginNote !== 0,
    // Those of a bookmark that was taken away wait for it.
    labels: isBookmarked ? textList(raw.labels) : [],
  };
}

function textList(json: string): readonly string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((value) => typeof value === 'string') : [];
}

interface RawRemark {
  readonly path: string;
  readonly note: string | null;
  readonly quote: string | null;
}

function byPath(rows: readonly RawRemark[]): readonly PathRemarks[] {
  const found: { readonly path: string; readonly notes: string[]; readonly quotes: string[] }[] =
    [];
  for (const { path, note, quote } of rows) {
    let last = found.at(-1);
    if (last?.path !== path) {
      last = { path, notes: [], quotes: [] };
      found.push(last);
    }
    if (note !== null) last.notes.push(note);
    if (quote !== null) last.quotes.push(quote);
  }
  return found;
}
