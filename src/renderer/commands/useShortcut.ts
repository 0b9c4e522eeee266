import { useApp } from '../state/store.ts';
import { keyOf, type CommandId } from './commands.ts';
import { ariaShortcut, shortcutText } from './shortcutText.ts';

/** A command's first key, as properties of a button: as it is shown, and as assistive technology reads it. */
export interface ShortcutProperties {
  readonly shortcut?: string;
  readonly keyShortcuts?: string;
}

/** The key of a command on this system; nothing when it has none. */
export function useShortcut(id: CommandId): ShortcutProperties {
  const platform = useApp((state) => state.app.platform);
  const key = keyOf(id);
  return key === undefined
    ? {}
    : { shortcut: shortcutText(key, platform), keyShortcuts: ariaShortcut(key, platform) };
}
