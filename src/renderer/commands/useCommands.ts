import { useEffect, useState } from 'react';
import type { CommandId } from '../../shared/commands/commands.ts';
import { useAppContext, type AppContextValue } from '../state/store.ts';
import type { Command } from './command.ts';
import { canRun, commandOf } from './commands.ts';
import { watchComposition } from './composition.ts';
import { commandFor, startsPair } from './keyPairs.ts';
import { strokeNames } from './keyStroke.ts';
import { isFreeKey } from './keyTarget.ts';
import { focusedPane } from './panes.ts';
import { createPairWait, type PairWait } from './pairWait.ts';

/** A key that the window handled may still reach the native menu; the same command is dropped for so long (ms). */
const ECHO_TIME = 250;

/** What keys and menu work with. */
type Desk = Pick<AppContextValue, 'store' | 'actions'>;

/** The desk where the focus is: keys pressed in the second pane are about its post. */
function movingDesk(own: Desk, desks: AppContextValue['desks']): Desk {
  const now = (): Desk => (focusedPane() === 'second' ? (desks.second() ?? own) : own);
  return {
    get store() {
      return now().store;
    },
    get actions() {
      return now().actions;
    },
  };
}

/** Runs a command when it can; answers whether it could. */
function run(command: Command, { store, actions }: Desk): boolean {
  const state = store.getState();
  if (!canRun(command, state)) return false;
  command.run({ state, actions });
  return true;
}

/** The names of a key press that may be commands where it happened, the likeliest first. */
function freeNames(event: KeyboardEvent, { store }: Desk): readonly string[] {
  const { app, settings } = store.getState();
  const { key, code, ctrlKey, metaKey, shiftKey, altKey, target } = event;
  const isAltGraph = event.getModifierState('AltGraph');
  const stroke = { key, code, ctrlKey, metaKey, shiftKey, altKey, isAltGraph };
  return strokeNames(stroke, app.platform === 'mac').filter((name) =>
    isFreeKey({ name, target, hasSingleKeys: settings.hasSingleKeys }),
  );
}

/** Reads a key press: the command it means, `pair` when it began one, null when it means nothing. */
function readKey(event: KeyboardEvent, desk: Desk, pair: PairWait): Command | 'pair' | null {
  const { keys } = desk.store.getState().settings;
  const names = freeNames(event, desk);
  const first = pair.first();
  const ends = first === null ? [] : names.map((name) => `${first} ${name}`);
  const command = [...ends, ...names].map((name) => commandFor(name, keys)).find(Boolean);
  if (command !== undefined) return command;
  const start = names.find((name) => startsPair(name, keys));
  if (start === undefined) return null;
  pair.start(start);
  return 'pair';
}

/** Starts listening to the keys of the window; answers how to end it, and which command a key ran a moment ago. */
function listenToKeys(desk: Desk, pair: PairWait) {
  const composition = watchComposition();
  let last: { readonly id: CommandId; readonly at: number } | null = null;
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || composition.takes(event)) return;
    const meant = readKey(event, desk, pair);
    // Shift alone may be on its way to the second key.
    if (meant === 'pair' || event.key === 'Shift') return;
    pair.end();
    if (meant === null || !run(meant, desk)) return;
    last = { id: meant.id, at: performance.now() };
    event.preventDefault();
  };
  /** Esc closes the hint, and nothing below it. */
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || pair.first() === null) return;
    pair.end();
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', onEscape, true);
  window.addEventListener('keydown', onKey);
  window.addEventListener('pointerdown', pair.end);
  window.addEventListener('blur', pair.end);
  return {
    hasJustRun: (id: CommandId) => last?.id === id && performance.now() - last.at < ECHO_TIME,
    end: () => {
      window.removeEventListener('keydown', onEscape, true);
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('pointerdown', pair.end);
      window.removeEventListener('blur', pair.end);
      composition.end();
      pair.end();
    },
  };
}

/** Routes keys and the native menu to the one list of commands; answers the first key of a pair that waits long. */
export function useCommands(): string | null {
  const { store, actions, api, desks } = useAppContext();
  const [hint, setHint] = useState<string | null>(null);
  useEffect(() => {
    const desk = movingDesk({ store, actions }, desks);
    const keys = listenToKeys(desk, createPairWait(setHint));
    const endMenu = api.subscribe('menu.command', ({ command: id }) => {
      const command = commandOf(id);
      if (command !== undefined && !keys.hasJustRun(id)) run(command, desk);
    });
    return () => {
      keys.end();
      endMenu();
    };
  }, [store, actions, api, desks]);
  return hint;
}
