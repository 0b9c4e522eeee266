import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { asSavedSearchId } from '../../shared/ids.ts';
import type { ArchiveId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import {
  MAX_RECENT_SEARCHES,
  type SavedSearch,
  type SavedSearchId,
} from '../../shared/savedSearches.ts';
import { filtersSchema, sortSchema } from '../../shared/schemas.ts';
import { nextChange } from './libraryChanges.ts';
import type { Library } from './openLibrary.ts';

/** A search to keep: a new one without `id`. */
export type SearchToSave = Omit<SavedSearch, 'id' | 'createdAt' | 'changedAt'> & {
  readonly id?: SavedSearchId | undefined;
};

const COLUMNS = `id, name, text, filters, sort, is_pinned AS isPinned, created_at AS createdAt, changed_at AS changedAt`;

const ADD = `
INSERT INTO saved_searches(id, archive_id, name, text, filters, sort, is_pinned, place, created_at, removed_at, changed_at)
VALUES (:id, :archiveId, :name, :text, :filters, :sort, :isPinned,
  (SELECT coalesce(max(place), 0) + 1 FROM saved_searches WHERE archive_id = :archiveId), :now, NULL, :now)`;

const CHANGE = `
UPDATE saved_searches SET name = :name, text = :text, filters = :filters, sort = :sort, is_pinned = :isPinned,
  changed_at = :now
WHERE archive_id = :archiveId AND id = :id AND removed_at IS NULL`;

/** Saved searches: pinned ones first, each kind in the order the reader gave. One that went bad is left out. */
export function listSearches(library: Library, archiveId: ArchiveId): readonly SavedSearch[] {
  return library.database
    .prepare<[string], RawSearch>(
      `SELECT ${COLUMNS} FROM saved_searches WHERE archive_id = ? AND removed_at IS NULL
       ORDER BY is_pinned DESC, place, id`,
    )
    .all(archiveId)
    .flatMap((raw) => toSearch(raw) ?? []);
}

/**
 * Keeps a search, or changes the one with its id.
 *
 * @throws {AppError} `not-found` when there is no search with that id
 */
export function saveSearch(
  library: Library,
  archiveId: ArchiveId,
  { id: known, ...wanted }: SearchToSave,
): SavedSearch {
  const id = known ?? asSavedSearchId(randomBytes(16).toString('hex'));
  return library.database
    .transaction(() => {
      const values = {
        ...wanted,
        id,
        archiveId,
        filters: JSON.stringify(wanted.filters),
        isPinned: wanted.isPinned ? 1 : 0,
        now: new Date().toISOString(),
      };
      nextChange(library);
      library.database.prepare(known === undefined ? ADD : CHANGE).run(values);
      return getSearch(library, archiveId, id);
    })
    .immediate();
}

/** Takes a saved search away; one that is not there is ignored. */
export function removeSearch(library: Library, archiveId: ArchiveId, id: SavedSearchId): void {
  setRemoved(library, { archiveId, id, removedAt: new Date().toISOString() });
}

/**
 * Brings back a search that was taken away.
 *
 * @throws {AppError} `not-found` when there never was one
 */
export function restoreSearch(
  library: Library,
  archiveId: ArchiveId,
  id: SavedSearchId,
): SavedSearch {
  setRemoved(library, { archiveId, id, removedAt: null });
  return getSearch(library, archiveId, id);
}

/** Puts searches in this order, before those not named. */
export function orderSearches(
  library: Library,
  archiveId: ArchiveId,
  ids: readonly SavedSearchId[],
): void {
  const { database } = library;
  database
    .transaction(() => {
      const now = new Date().toISOString();
      nextChange(library);
      const others = database
        .prepare<[string], string>(
          'SELECT id FROM saved_searches WHERE archive_id = ? ORDER BY place, id',
        )
        .pluck()
        .all(archiveId)
        .filter((id) => !ids.some((named) => named === id));
      const put = database.prepare(
        `UPDATE saved_searches SET place = :place, changed_at = :now
         WHERE archive_id = :archiveId AND id = :id AND place <> :place`,
      );
      for (const [at, id] of [...ids, ...others].entries()) {
        put.run({ archiveId, id, now, place: at + 1 });
      }
    })
    .immediate();
}

/** What was searched for last, newest first. */
export function recentSearches(library: Library, archiveId: ArchiveId): readonly string[] {
  return library.database
    .prepare<[string, number], string>(
      'SELECT text FROM recent_searches WHERE archive_id = ? ORDER BY searched DESC LIMIT ?',
    )
    .pluck()
    .all(archiveId, MAX_RECENT_SEARCHES);
}

/** Puts a search before all others; the oldest beyond the most kept is forgotten. White space only is ignored. */
export function rememberSearch(library: Library, archiveId: ArchiveId, typed: string): void {
  const text = typed.trim();
  if (text === '') return;
  const { database } = library;
  database
    .transaction(() => {
      database
        .prepare(
          `INSERT OR REPLACE INTO recent_searches(archive_id, text, searched) VALUES (:archiveId, :text,
             (SELECT coalesce(max(searched), 0) + 1 FROM recent_searches WHERE archive_id = :archiveId))`,
        )
        .run({ archiveId, text });
      database
        .prepare(
          `DELETE FROM recent_searches WHERE archive_id = :archiveId AND text NOT IN (SELECT text FROM recent_searches
             WHERE archive_id = :archiveId ORDER BY searched DESC LIMIT :most)`,
        )
        .run({ archiveId, most: MAX_RECENT_SEARCHES });
    })
    .immediate();
}

/** Forgets a search, or all of them (null), for good. */
export function forgetSearches(library: Library, archiveId: ArchiveId, text: string | null): void {
  library.database
    .prepare(
      'DELETE FROM recent_searches WHERE archive_id = :archiveId AND (:text IS NULL OR text = :text)',
    )
    .run({ archiveId, text });
}

interface RawSearch {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly filters: string;
  readonly sort: string;
  readonly isPinned: number;
  readonly createdAt: string;
  readonly changedAt: string;
}

const keptSchema = v.object({ filters: filtersSchema, sort: sortSchema });

function toSearch(raw: RawSearch): SavedSearch | null {
  const parsed = v.safeParse(keptSchema, { ...raw, filters: parseKept(raw.filters) });
  if (!parsed.success) return null;
  const { id, isPinned, ...rest } = raw;
  return { ...rest, ...parsed.output, id: asSavedSearchId(id), isPinned: isPinned !== 0 };
}

function parseKept(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function getSearch(library: Library, archiveId: ArchiveId, id: SavedSearchId): SavedSearch {
  const found = listSearches(library, archiveId).find((each) => each.id === id);
  if (found === undefined) throw new AppError('not-found', 'This saved search is not there.');
  return found;
}

function setRemoved(
  library: Library,
  values: {
    readonly archiveId: ArchiveId;
    readonly id: SavedSearchId;
    readonly removedAt: string | null;
  },
): void {
  library.database
    .transaction(() => {
      nextChange(library);
      library.database
        .prepare(
          `UPDATE saved_searches SET removed_at = :removedAt, changed_at = :now
           WHERE archive_id = :archiveId AND id = :id AND (removed_at IS NULL) = (:removedAt IS NOT NULL)`,
        )
        .run({ ...values, now: new Date().toISOString() });
    })
    .immediate();
}
