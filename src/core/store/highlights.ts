import { randomBytes } from 'node:crypto';
import type { Highlight, HighlightId, Pen, QuoteAnchor } from '../../shared/annotations.ts';
import { pens } from '../../shared/annotations.ts';
import { asHighlightId } from '../../shared/ids.ts';
import type { ArchiveId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import { identityValues } from './bookmarks.ts';
import { nextChange } from './libraryChanges.ts';
import type { Library } from './openLibrary.ts';
import { readRivals, rivalsText } from './rivals.ts';
import type { IndexReader, PostIdentity } from './storeTypes.ts';

/** A highlight as the library keeps it: with what its post was like when it was last seen. */
export interface StoredHighlight extends Highlight {
  readonly title: string;
  readonly day: string | null;
  readonly source: string | null;
  readonly contentHash: string;
  readonly sourceId: string | null;
  /** Set when its words were not in the post's text when that was last looked at (`checked`). */
  readonly isOrphan: boolean;
  /** For which state of the post `isOrphan` was worked out; empty = not yet. */
  readonly checked: string;
}

/** A passage to mark. */
export interface NewHighlight {
  readonly archiveId: ArchiveId;
  readonly path: string;
  readonly pen: Pen;
  readonly note: string | null;
  readonly anchor: QuoteAnchor;
}

/** One highlight of one archive. */
export interface HighlightKey {
  readonly archiveId: ArchiveId;
  readonly id: HighlightId;
}

const COLUMNS = `id, path, content_hash AS contentHash, source_id AS sourceId, title, day, source, quote, prefix, suffix,
  quote_start AS start, quote_end AS end, rivals, pen, note, is_orphan AS isOrphan, checked, created_at AS createdAt,
  changed_at AS changedAt`;

const ADD = `
INSERT INTO highlights(id, archive_id, path, content_hash, source_id, title, day, source, quote, prefix, suffix, quote_start,
  quote_end, rivals, pen, note, is_orphan, checked, created_at, removed_at, changed_at, changed)
VALUES (:id, :archiveId, :path, :contentHash, :sourceId, :title, :day, :source, :quote, :prefix, :suffix, :start, :end,
  :rivals, :pen, :note, 0, '', :now, NULL, :now, :change)`;

const ATTACH = `
UPDATE highlights SET path = :path, content_hash = :contentHash, source_id = :sourceId, title = :title, day = :day,
  source = :source, quote = :quote, prefix = :prefix, suffix = :suffix, quote_start = :start, quote_end = :end,
  rivals = :rivals, is_orphan = 0, checked = '', changed_at = :now, changed = :change
WHERE archive_id = :archiveId AND id = :id AND removed_at IS NULL`;

const LEAVE = `INSERT OR REPLACE INTO left_paths(archive_id, path, changed) VALUES (?, ?, ?)`;

/** @throws {AppError} `not-found` when the index has no post at the path */
export function addHighlight(
  library: Library,
  index: IndexReader,
  wanted: NewHighlight,
): Highlight {
  const { archiveId, pen, note, anchor } = wanted;
  const post = postAt(index, wanted.path);
  const id = asHighlightId(randomBytes(16).toString('hex'));
  return library.database
    .transaction(() => {
      const now = new Date().toISOString();
      const change = nextChange(library);
      const row = { id, archiveId, pen, note, now, change, ...post, ...placeOf(anchor) };
      library.database.prepare(ADD).run(row);
      return shownHighlight(getHighlight(library, { archiveId, id }));
    })
    .immediate();
}

/**
 * Gives a highlight another pen or note; what is undefined stays.
 *
 * @throws {AppError} `not-found` when there is no such highlight
 */
export function changeHighlight(
  library: Library,
  { archiveId, id }: HighlightKey,
  wanted: { readonly pen?: Pen | undefined; readonly note?: string | null | undefined },
): Highlight {
  return library.database
    .transaction(() => {
      const before = getHighlight(library, { archiveId, id });
      const pen = wanted.pen ?? before.pen;
      const note = wanted.note === undefined ? before.note : wanted.note;
      if (pen === before.pen && note === before.note) return shownHighlight(before);
      library.database
        .prepare(
          `UPDATE highlights SET pen = :pen, note = :note, changed_at = :now, changed = :change
           WHERE archive_id = :archiveId AND id = :id`,
        )
        .run({ archiveId, id, pen, note, ...momentOf(library) });
      return shownHighlight(getHighlight(library, { archiveId, id }));
    })
    .immediate();
}

/** Takes highlights away; answers those that were there. */
export function removeHighlights(
  library: Library,
  archiveId: ArchiveId,
  ids: readonly HighlightId[],
): readonly HighlightId[] {
  const remove = library.database.prepare(
    `UPDATE highlights SET removed_at = :now, changed_at = :now, changed = :change
     WHERE archive_id = :archiveId AND id = :id AND removed_at IS NULL`,
  );
  return library.database
    .transaction(() => {
      const moment = momentOf(library);
      return ids.filter((id) => remove.run({ archiveId, id, ...moment }).changes > 0);
    })
    .immediate();
}

/** Brings highlights back that were taken away; answers those that are there now. */
export function restoreHighlights(
  library: Library,
  archiveId: ArchiveId,
  ids: readonly HighlightId[],
): readonly Highlight[] {
  const restore = library.database.prepare(
    `UPDATE highlights SET removed_at = NULL, changed_at = :now, changed = :change
     WHERE archive_id = :archiveId AND id = :id AND removed_at IS NOT NULL`,
  );
  return library.database
    .transaction(() => {
      const moment = momentOf(library);
      for (const id of ids) restore.run({ archiveId, id, ...moment });
      return ids.flatMap((id) => {
        const found = findHighlight(library, { archiveId, id });
        return found === null ? [] : [shownHighlight(found)];
      });
    })
    .immediate();
}

/**
 * Gives a highlight another place, also in another post.
 *
 * @throws {AppError} `not-found` when there is no such highlight, or no post at the path
 */
export function attachHighlight(
  library: Library,
  index: IndexReader,
  {
    key,
    path,
    anchor,
  }: { readonly key: HighlightKey; readonly path: string; readonly anchor: QuoteAnchor },
): Highlight {
  const post = postAt(index, path);
  return library.database
    .transaction(() => {
      const before = getHighlight(library, key);
      const moment = momentOf(library);
      library.database.prepare(ATTACH).run({ ...key, ...post, ...placeOf(anchor), ...moment });
      if (before.path !== path) {
        library.database.prepare(LEAVE).run(key.archiveId, before.path, moment.change);
      }
      return shownHighlight(getHighlight(library, key));
    })
    .immediate();
}

/** All highlights of an archive, those of one path if it is given, by path and place. */
export function listHighlights(
  library: Library,
  archiveId: ArchiveId,
  path?: string,
): readonly StoredHighlight[] {
  const wanted = path === undefined ? '' : 'AND path = :path';
  return library.database
    .prepare<Record<string, string | null>, RawHighlight>(
      `SELECT ${COLUMNS} FROM highlights WHERE archive_id = :archiveId AND removed_at IS NULL ${wanted}
       ORDER BY path, quote_start, quote_end, id`,
    )
    .all({ archiveId, path: path ?? null })
    .map(toHighlight);
}

/** Number of highlights of an archive. */
export function countHighlights(library: Library, archiveId: ArchiveId): number {
  const sql = 'SELECT count(*) FROM highlights WHERE archive_id = ? AND removed_at IS NULL';
  return library.database.prepare<[string], number>(sql).pluck().get(archiveId) ?? 0;
}

/** A highlight as the window knows it. */
export function shownHighlight(stored: StoredHighlight): Highlight {
  const { contentHash: _hash, sourceId: _id, isOrphan: _is, checked: _for, ...rest } = stored;
  const { title: _title, day: _day, source: _source, ...highlight } = rest;
  return highlight;
}

function getHighlight(library: Library, key: HighlightKey): StoredHighlight {
  const found = findHighlight(library, key);
  if (found === null) throw new AppError('not-found', 'This highlight is not there any more.');
  return found;
}

function findHighlight(library: Library, { archiveId, id }: HighlightKey): StoredHighlight | null {
  const raw = library.database
    .prepare<[string, string], RawHighlight>(
      `SELECT ${COLUMNS} FROM highlights WHERE archive_id = ? AND id = ? AND removed_at IS NULL`,
    )
    .get(archiveId, id);
  return raw === undefined ? null : toHighlight(raw);
}

type Post = PostIdentity & { readonly source: string | null };

/** What a highlight keeps of its post. */
function postAt(index: IndexReader, path: string): Post {
  const row = index.rowAt(path);
  if (row === null) {
    throw new AppError('not-found', `There is no post ${path} in the index.`, { path });
  }
  return { ...identityValues(row), source: row.source };
}

function placeOf({ quote, prefix, suffix, position: [start, end], rivals }: QuoteAnchor) {
  return { quote, prefix, suffix, start, end, rivals: rivalsText(rivals) };
}

function momentOf(library: Library): { readonly now: string; readonly change: number } {
  return { now: new Date().toISOString(), change: nextChange(library) };
}

type RawHighlight = Omit<StoredHighlight, 'id' | 'pen' | 'isOrphan' | 'position' | 'rivals'> & {
  readonly id: string;
  readonly pen: string;
  readonly isOrphan: number;
  readonly start: number;
  readonly end: number;
  readonly rivals: string | null;
};

function toHighlight({ start, end, rivals: kept, ...raw }: RawHighlight): StoredHighlight {
  const rivals = readRivals(kept);
  return {
    ...raw,
    id: asHighlightId(raw.id),
    pen: penNamed(raw.pen),
    isOrphan: raw.isOrphan !== 0,
    position: [start, end],
    ...(rivals === null ? {} : { rivals }),
  };
}

/** A pen that this version does not know shows as the first. */
function penNamed(name: string): Pen {
  return pens.find((pen) => pen === name) ?? pens[0];
}
