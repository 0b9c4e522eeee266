import type { Actions } from './actions.ts';

/** Opens the export dialog for what is ticked, else for the open post, else for the whole list. */
export async function exportMeant({
  actedOn,
  exportFrom,
  openExport,
}: Pick<Actions, 'actedOn' | 'exportFrom' | 'openExport'>): Promise<void> {
  const ids = await actedOn();
  if (ids.length === 0) exportFrom({ kind: 'result' });
  else openExport(ids);
}
