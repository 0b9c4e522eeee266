import type { CommandId } from '../../shared/commands/commands.ts';
import { isSingleKey } from '../commands/keyStroke.ts';
import { useKeyOf, useShortcut, type ShortcutProperties } from '../commands/useShortcut.ts';
import { useApp } from '../state/store.ts';

/** The key of a command, unless it is a single key and the reader switched those off. */
export function useLiveKey(id: CommandId): ShortcutProperties {
  const key = useKeyOf(id);
  const properties = useShortcut(id);
  const hasSingleKeys = useApp(({ settings }) => settings.hasSingleKeys);
  return key !== undefined && isSingleKey(key) && !hasSingleKeys ? {} : properties;
}
