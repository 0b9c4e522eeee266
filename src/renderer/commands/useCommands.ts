import { useEffect } from 'react';
import { useAppContext } from '../state/store.ts';
import { keysOf, type ChangedKeys, type CommandId } from '../../shared/commands/commands.ts';
import type { Command } from './command.ts';
import { canRun, commandOf, commands } from './commands.ts';
import { isSingleKey, strokeName } from './keyStroke.ts';

/** The second key of a pair (`g a`) must follow within this time, in milliseconds. */
const PAIR_TIME = 1000;
/** A key that the window handled may still reach the native menu; the same command is dropped for so long (ms). */
const ECHO_TIME = 250;

/** Whether keys type text where the focus is. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)));

/** Whether an open menu, popover or list takes the keys. */
const isInOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="menu"], [role="dialog"], .popover') !== null;

/** Whether a key press may be a command where it happened. */
function isFree(event: KeyboardEvent, name: string, hasSingleKeys: boolean): boolean {
  if (event.isComposing || event.defaultPrevented || isInOverlay(event.target)) return false;
  if (name === 'Mod+A' && isTyping(event.target)) return false;
  return !isSingleKey(name) || (hasSingleKeys && !isTyping(event.target));
}

const commandFor = (name: string, changed: ChangedKeys): Command | undefined =>
  commands.find((command) => keysOf(command, changed).includes(name));

const startsPair = (name: string, changed: ChangedKeys): boolean =>
  commands.some((command) => keysOf(command, changed).some((key) => key.startsWith(`${name} `)));

/** Routes keys and the native menu to the one table of commands. */
export function useCommands(): void {
  const { store, actions, api } = useAppContext();
  useEffect(() => {
    let first: { readonly name: string; readonly at: number } | null = null;
    let last: { readonly id: CommandId; readonly at: number } | null = null;
    const run = (command: Command): boolean => {
      const state = store.getState();
      if (!canRun(command, state)) return false;
      command.run({ state, actions });
      return true;
    };
    const onKey = (event: KeyboardEvent): void => {
      const { app, settings } = store.getState();
      const name = strokeName(event, app.platform === 'mac');
      if (name === null || !isFree(event, name, settings.hasSingleKeys)) return;
      const isPair = first !== null && event.timeStamp - first.at < PAIR_TIME;
      const command =
        (isPair ? commandFor(`${first?.name} ${name}`, settings.keys) : undefined) ??
        commandFor(name, settings.keys);
      first = startsPair(name, settings.keys) ? { name, at: event.timeStamp } : null;
      if (command === undefined || !run(command)) return;
      last = { id: command.id, at: performance.now() };
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    const end = api.subscribe('menu.command', ({ command: id }) => {
      if (last?.id === id && performance.now() - last.at < ECHO_TIME) return;
      const command = commandOf(id);
      if (command !== undefined) run(command);
    });
    return () => {
      window.removeEventListener('keydown', onKey);
      end();
    };
  }, [store, actions, api]);
}
