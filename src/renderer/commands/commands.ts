import { commandRows, type CommandId } from '../../shared/commands/commands.ts';
import type { AppState } from '../state/model.ts';
import { archiveCommands } from './archiveCommands.ts';
import type { Behaviour, Command, Reason } from './command.ts';
import { goCommands } from './goCommands.ts';
import { helpCommands } from './helpCommands.ts';
import { listCommands } from './listCommands.ts';
import { markCommands } from './markCommands.ts';
import { placeCommands } from './placeCommands.ts';
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
  ...placeCommands,
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

/** What a window with one post has no place for. */
const NOT_FOR_READERS: readonly string[] = ['search', 'palette', 'trends', 'on-this-day'];
const OF_READERS: readonly string[] = ['export-post', 'print-post', 'go-back', 'go-forward'];

/** Whether a command makes sense in a window that shows one post and no list. */
const isForReaders = ({ id, group }: Command): boolean =>
  OF_READERS.includes(id) ||
  (!['archive', 'list', 'go'].includes(group) && !NOT_FOR_READERS.includes(id));

/** Why a command cannot run on what is in the window (a dialog on top apart); null = it can. */
export function whyNot(command: Command, state: AppState): Reason | null {
  if (state.role === 'reader' && !isForReaders(command)) return 'reader-window';
  return whatIsMissing(command, state.session) ?? command.cannot?.(state) ?? null;
}

/** What a command's row needs and is not there; null = all is. */
function whatIsMissing({ needs }: Command, session: AppState['session']): Reason | null {
  if (needs === 'nothing') return null;
  if (session === null) return 'no-archive';
  const hasPost = session.openPath !== null;
  if (needs === 'post' && !hasPost) return 'no-post';
  return needs === 'posts' && !hasPost && session.ticked.size === 0 ? 'no-post' : null;
}

/** Whether a key or the menu may run a command now: not under a dialog. */
export const canRun = (command: Command, state: AppState): boolean =>
  state.dialog.kind === 'none' && whyNot(command, state) === null;
