import type { ImportCounts } from '../../shared/libraryModel.ts';
import type { ArchiveContents } from './libraryContents.ts';
import { type LibraryDatabase, nextChange } from './libraryChanges.ts';

/** What a merge did with what readers wrote in one archive. */
export interface WrittenCounts {
  readonly highlights: ImportCounts;
  readonly notes: ImportCounts;
  readonly labels: ImportCounts;
  readonly savedSearches: ImportCounts;
}

const PUT_HIGHLIGHT = `
INSERT INTO highlights(id, archive_id, path, content_hash, source_id, title, day, source, quote, prefix, suffix, quote_start,
  quote_end, rivals, pen, note, is_orphan, checked, created_at, removed_at, changed_at, changed)
VALUES (:id, :archiveId, :path, :contentHash, :sourceId, :title, :day, :source, :quote, :prefix, :suffix, :start, :end,
  :rivals, :pen, :note, 0, '', :createdAt, :removedAt, :changedAt, :change)
ON CONFLICT(id) DO UPDATE SET path = :path, content_hash = :contentHash, source_id = :sourceId, title = :title, day = :day,
  source = :source, quote = :quote, prefix = :prefix, suffix = :suffix, quote_start = :start, quote_end = :end,
  rivals = :rivals, pen = :pen, note = :note, is_orphan = 0, checked = '', created_at = min(created_at, :createdAt),
  removed_at = :removedAt, changed_at = :changedAt, changed = :change`;

const PUT_NOTE = `
INSERT INTO post_notes(archive_id, path, content_hash, source_id, title, day, text, created_at, removed_at, changed_at,
  changed)
VALUES (:archiveId, :path, :contentHash, :sourceId, :title, :day, :text, :createdAt, :removedAt, :changedAt, :change)
ON CONFLICT(archive_id, path) DO UPDATE SET content_hash = :contentHash, source_id = :sourceId, title = :title,
  day = :day, text = :text, created_at = min(created_at, :createdAt), removed_at = :removedAt, changed_at = :changedAt,
  changed = :change`;

const PUT_LABEL = `
INSERT INTO bookmark_labels(archive_id, path, label, created_at, removed_at, changed_at, changed)
VALUES (:archiveId, :path, :label, :createdAt, :removedAt, :changedAt, :change)
ON CONFLICT(archive_id, path, label) DO UPDATE SET created_at = min(created_at, :createdAt), removed_at = :removedAt,
  changed_at = :changedAt, changed = :change`;

const PUT_SEARCH = `
INSERT INTO saved_searches(id, archive_id, name, text, filters, sort, is_pinned, place, created_at, removed_at, changed_at)
VALUES (:id, :archiveId, :name, :text, :filters, :sort, :isPinned, :place, :createdAt, :removedAt, :changedAt)
ON CONFLICT(id) DO UPDATE SET name = :name, text = :text, filters = :filters, sort = :sort, is_pinned = :isPinned,
  place = :place, created_at = min(created_at, :createdAt), removed_at = :removedAt, changed_at = :changedAt`;

/**
 * Takes what readers wrote into an archive. Of two rows that are the same thing the one that changed last wins; at the same
 * instant one that is there over one that was taken away, else the one whose words come last, so that the order of merges
 * makes no difference. A highlight or search that belongs to another archive here stays there.
 */
export function mergeWritten(
  library: LibraryDatabase,
  { archive: { id: archiveId }, written }: ArchiveContents,
): WrittenCounts {
  const { database } = library;
  const change = nextChange(library);
  const place = { archiveId, change };
  const knownHighlight = database.prepare<[string], Known>(
    `SELECT archive_id AS archiveId, path, removed_at AS removedAt, changed_at AS changedAt,
       json_array(path, quote, pen, note) AS words FROM highlights WHERE id = ?`,
  );
  const leave = database.prepare(
    'INSERT OR REPLACE INTO left_paths(archive_id, path, changed) VALUES (?, ?, ?)',
  );
  const putHighlight = database.prepare(PUT_HIGHLIGHT);
  const highlights = mergeRows(written.highlights, (row) => {
    const here = knownHighlight.get(row.id);
    const words = JSON.stringify([row.path, row.quote, row.pen, row.note]);
    if (here !== undefined && !isStronger({ ...row, words, archiveId }, here)) return 'kept';
    if (here !== undefined && here.path !== row.path) leave.run(archiveId, here.path, change);
    const rivals = row.rivals === null ? null : JSON.stringify(row.rivals);
    putHighlight.run({ ...row, ...place, rivals });
    return here === undefined ? 'added' : 'updated';
  });
  return {
    highlights,
    ...mergeTexts(library, written, place),
    savedSearches: mergeSearches(library, written, archiveId),
  };
}

interface Place {
  readonly archiveId: string;
  readonly change: number;
}

function mergeTexts(
  { database }: LibraryDatabase,
  { notes, labels }: ArchiveContents['written'],
  place: Place,
): Pick<WrittenCounts, 'notes' | 'labels'> {
  const { archiveId } = place;
  const knownNote = database.prepare<[string, string], Known>(
    `SELECT archive_id AS archiveId, removed_at AS removedAt, changed_at AS changedAt, text AS words FROM post_notes
     WHERE archive_id = ? AND path = ?`,
  );
  const knownLabel = database.prepare<[string, string, string], Known>(
    `SELECT archive_id AS archiveId, removed_at AS removedAt, changed_at AS changedAt, '' AS words FROM bookmark_labels
     WHERE archive_id = ? AND path = ? AND label = ?`,
  );
  const putNote = database.prepare(PUT_NOTE);
  const putLabel = database.prepare(PUT_LABEL);
  return {
    notes: mergeRows(notes, (row) => {
      const here = knownNote.get(archiveId, row.path);
      if (here !== undefined && !isStronger({ ...row, archiveId, words: row.text }, here))
        return 'kept';
      putNote.run({ ...row, ...place });
      return here === undefined ? 'added' : 'updated';
    }),
    labels: mergeRows(labels, (row) => {
      const here = knownLabel.get(archiveId, row.path, row.label);
      if (here !== undefined && !isStronger({ ...row, archiveId, words: '' }, here)) return 'kept';
      putLabel.run({ ...row, ...place });
      return here === undefined ? 'added' : 'updated';
    }),
  };
}

function mergeSearches(
  { database }: LibraryDatabase,
  { savedSearches }: ArchiveContents['written'],
  archiveId: string,
): ImportCounts {
  const known = database.prepare<[string], Known>(
    `SELECT archive_id AS archiveId, removed_at AS removedAt, changed_at AS changedAt,
       json_array(name, text, filters, sort, is_pinned, place) AS words FROM saved_searches WHERE id = ?`,
  );
  const put = database.prepare(PUT_SEARCH);
  return mergeRows(savedSearches, (row) => {
    const filters = JSON.stringify(row.filters);
    const isPinned = row.isPinned ? 1 : 0;
    const words = JSON.stringify([row.name, row.text, filters, row.sort, isPinned, row.place]);
    const here = known.get(row.id);
    if (here !== undefined && !isStronger({ ...row, archiveId, words }, here)) return 'kept';
    put.run({ ...row, archiveId, filters, isPinned });
    return here === undefined ? 'added' : 'updated';
  });
}

interface Known {
  readonly archiveId: string;
  readonly path?: string;
  readonly removedAt: string | null;
  readonly changedAt: string;
  /** What tells two rows apart that changed at the same instant. */
  readonly words: string;
}

function isStronger(row: Known, here: Known): boolean {
  if (row.archiveId !== here.archiveId) return false;
  if (row.changedAt !== here.changedAt) return row.changedAt > here.changedAt;
  if ((row.removedAt === null) !== (here.removedAt === null)) return row.removedAt === null;
  return row.words > here.words;
}

/** Merges rows one by one and counts what became of them. */
export function mergeRows<R>(
  rows: readonly R[],
  merge: (row: R) => keyof ImportCounts,
): ImportCounts {
  const counts = { added: 0, updated: 0, kept: 0 };
  for (const row of rows) counts[merge(row)] += 1;
  return counts;
}
