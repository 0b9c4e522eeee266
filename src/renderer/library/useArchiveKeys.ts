import { commandRows, keysOf } from '../../shared/commands/commands.ts';
import { shortcutText } from '../commands/shortcutText.ts';
import { useApp } from '../state/store.ts';

/** The commands that open archives by number, in their order. */
const rows = commandRows.filter(({ id }) => /^archive-\d$/.test(id));

/** The keys of the archives in the order of the switcher, as the reader's system writes them; undefined = none. */
export function useArchiveKeys(): readonly (string | undefined)[] {
  const platform = useApp(({ app }) => app.platform);
  const changed = useApp(({ settings }) => settings.keys);
  return rows.map((row) => {
    const key = keysOf(row, changed)[0];
    return key === undefined ? undefined : shortcutText(key, platform);
  });
}
