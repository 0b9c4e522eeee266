import { keysOf, type CommandId } from '../../shared/commands/commands.ts';
import { useApp } from '../state/store.ts';
import { commandOf } from './commands.ts';
import { ariaShortcut, shortcutText } from './shortcutText.ts';

/** A command's first key, as properties of a button: as it is shown, and as assistive technology reads it. */
export interface ShortcutProperties {
  readonly shortcut?: string;
  readonly keyShortcuts?: string;
}

/** The first key a command has now, as the table writes it; undefined when it has none. */
export function useKeyOf(id: CommandId): string | undefined {
  return useApp(({ settings }) => {
    const command = commandOf(id);
    return command === undefined ? undefined : keysOf(command, settings.keys)[0];
  });
}

/** The key of a command on this system; nothing when it has none. */
export function useShortcut(id: CommandId): ShortcutProperties {
  const platform = useApp((state) => state.app.platform);
  const key = useKeyOf(id);
  return key === undefined
    ? {}
    : { shortcut: shortcutText(key, platform), keyShortcuts: ariaShortcut(key, platform) };
}
