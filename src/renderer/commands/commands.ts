import { commandRows, type CommandId } from '../../shared/commands/commands.ts';
import type { AppState } from '../state/model.ts';
import { archiveCommands } from './archiveCommands.ts';
import type { Behaviour, Command, Reason } from './command.ts';
import { goCommands } from './goCommands.ts';
import { helpCommands } from './helpCommands.ts';
import { listCommands } from './listCommands.ts';
import { markCommands } from './markCommands.ts';
import { readCommands } from './readCommands.ts';
import { searchCommands } from './searchCommands.ts';
import { viewCommands } from './viewCommands.ts';

const behaviours: Readonly<Record<CommandId, Behaviour>> = {
  ...archiveCommands,
  ...searchCommands,
  ...listCommands,
  ...readCommands,
  ...markCommands,
  ...goCommands,
  ...viewCommands,
  ...helpCommands,
};

/**
 * The one list that keys, native menu, palette, tooltips and shortcut sheet share. To add a command: its row in
 * `src/shared/commands/<subject>Rows.ts`, its words in `words/en.ts` and `words/zh.ts` beside it, and what it does in
 * `<subject>Commands.ts` here; the compiler asks for whichever is missing.
 */
export const commands: readonly Command[] = commandRows.map((row) => ({
  ...row,
  ...behaviours[row.id],
}));

/** The command of a name. */
export const commandOf = (id: CommandId): Command | undefined =>
  commands.find((command) => command.id === id);

/** Why a command cannot run on what is in the window (a dialog on top apart); null = it can. */
export function whyNot(command: Command, state: AppState): Reason | null {
  const { session } = state;
  if (command.needs !== 'nothing' && session === null) return 'no-archive';
  if (command.needs === 'post' && session?.openPath === null) return 'no-post';
  if (command.needs === 'posts' && session?.openPath === null && session.ticked.size === 0) {
    return 'no-post';
  }
  return command.cannot?.(state) ?? null;
}

/** Whether a key or the menu may run a command now: not under a dialog. */
export const canRun = (command: Command, state: AppState): boolean =>
  state.dialog.kind === 'none' && whyNot(command, state) === null;
