import type { ArchiveId } from '../../shared/model.ts';
import type { StoredHighlight } from './highlights.ts';
import { nextChange } from './libraryChanges.ts';
import type { Library } from './openLibrary.ts';

/**
 * Answers a word for the state of an archive's highlights: another one whenever something of them changed, here or in
 * another thread or process.
 */
export function highlightsVersion({ database }: Library): (archiveId: ArchiveId) => string {
  const last = database
    .prepare<[string], number | null>('SELECT max(changed) FROM highlights WHERE archive_id = ?')
    .pluck();
  return (archiveId) => {
    const others = String(database.pragma('data_version', { simple: true }));
    return `${archiveId} ${last.get(archiveId) ?? 0} ${others}`;
  };
}

/** What was found of a highlight in its post's text. */
export interface CheckedHighlight extends Pick<
  StoredHighlight,
  'id' | 'isOrphan' | 'checked' | 'changedAt'
> {
  /** It was an orphan before and is none now, or the other way round. */
  readonly isTurned: boolean;
}

/** For which states of their posts highlights were looked at, by path; several where they differ. */
export function checkedStates(
  { database }: Library,
  archiveId: ArchiveId,
): ReadonlyMap<string, readonly string[]> {
  const rows = database
    .prepare<[string], { readonly path: string; readonly checked: string }>(
      `SELECT DISTINCT path, checked FROM highlights WHERE archive_id = ? AND removed_at IS NULL
       ORDER BY path`,
    )
    .all(archiveId);
  const states = new Map<string, string[]>();
  for (const { path, checked } of rows) {
    const known = states.get(path);
    if (known === undefined) states.set(path, [checked]);
    else known.push(checked);
  }
  return states;
}

/**
 * Keeps whether the words of highlights are in their posts. That is no change of what the reader made (`changed_at` stays),
 * but lists that were read before learn of those that turned. What was changed since it was looked at is left for the next run.
 */
export function keepChecked(
  library: Library,
  archiveId: ArchiveId,
  checked: readonly CheckedHighlight[],
): void {
  if (checked.length === 0) return;
  const keep = library.database.prepare(
    `UPDATE highlights SET is_orphan = :isOrphan, checked = :checked, changed = coalesce(:change, changed)
     WHERE archive_id = :archiveId AND id = :id AND removed_at IS NULL AND changed_at = :changedAt`,
  );
  library.database
    .transaction(() => {
      const change = checked.some(({ isTurned }) => isTurned) ? nextChange(library) : null;
      for (const { isOrphan, isTurned, ...each } of checked) {
        const turned = { isOrphan: isOrphan ? 1 : 0, change: isTurned ? change : null };
        keep.run({ ...each, ...turned, archiveId });
      }
    })
    .immediate();
}
