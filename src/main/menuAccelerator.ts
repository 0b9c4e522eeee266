import type { CommandRow } from '../shared/commands/commandRow.ts';
import { keysOf, type ChangedKeys } from '../shared/commands/commands.ts';

/** Names of keys where the list of commands (the browser's names) and Electron differ. */
const electronNames: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  '+': 'Plus',
};

/** The parts of one stroke; a plus at the end is the key itself. */
const partsOf = (stroke: string): readonly string[] =>
  stroke.endsWith('++') ? [...stroke.slice(0, -2).split('+'), '+'] : stroke.split('+');

/**
 * The key that a menu shows beside a command: its first one that types nothing (a menu would take a plain letter from
 * the field that has the focus) and is pressed at once. Null = none. On macOS Alt with a letter types a character.
 */
export function acceleratorOf(
  row: CommandRow,
  changed: ChangedKeys,
  isMac: boolean,
): string | null {
  const fit = isMac
    ? /^Mod\+|^(?:Shift\+)?F\d+$|^Alt\+\w{2,}/
    : /^(?:Mod|Alt)\+|^(?:Shift\+)?F\d+$/;
  const stroke = keysOf(row, changed).find((key) => fit.test(key) && !key.includes(' '));
  if (stroke === undefined) return null;
  return partsOf(stroke)
    .map((part) => electronNames[part] ?? part)
    .join('+');
}
