import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { keysOf } from '../../shared/commands/commands.ts';
import { createKeyMaker } from '../matching/matchKeys.ts';
import { matchQueryOf, matchText } from '../matching/matchText.ts';
import { useReadings } from '../matching/useReadings.ts';
import { useApp } from '../state/store.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { shortcutText } from './shortcutText.ts';

/** A command with its name in the reader's language. */
export interface NamedCommand {
  readonly command: Command;
  readonly name: string;
}

/** Commands whose name (by pinyin, too) or key holds what is typed, in the order of the list; all for nothing typed. */
export function useFoundCommands(typed: string): readonly NamedCommand[] {
  const { t } = useTranslation('commands');
  const readings = useReadings();
  const platform = useApp(({ app }) => app.platform);
  const changed = useApp(({ settings }) => settings.keys);
  const keyMaker = useMemo(() => createKeyMaker(readings), [readings]);
  return useMemo(() => {
    const query = matchQueryOf(typed);
    const wantedKey = typed.trim().toLowerCase();
    const hasKey = (command: Command): boolean =>
      keysOf(command, changed).some(
        (key) => shortcutText(key, platform).toLowerCase() === wantedKey,
      );
    return commands
      .map((command) => ({ command, name: t(command.id) }))
      .filter(({ command, name }) => matchText(query, keyMaker(name)) !== null || hasKey(command));
  }, [typed, t, keyMaker, changed, platform]);
}
