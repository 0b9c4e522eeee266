import { useEffect, useMemo } from 'react';
import type { Input } from '../../shared/contract.ts';
import type { AppState } from '../state/model.ts';
import { useApi, useApp } from '../state/store.ts';
import { canRun, commands } from './commands.ts';

/** Commands that the native menu shows. */
const inMenu = commands.filter(({ menu }) => menu !== undefined);
const switches = inMenu.flatMap(({ id, isOn }) => (isOn === undefined ? [] : id));

/** What the menu must know of the state, as one string: the menu is rebuilt only when it changes. */
const menuFacts = (state: AppState): string =>
  inMenu
    .map((command) => `${canRun(command, state) ? 1 : 0}${command.isOn?.(state) === true ? 1 : 0}`)
    .join(' ');

/** Commands whose fact has a 1 (or 0) at a place. */
const having = (facts: readonly string[], place: 0 | 1, wanted: '0' | '1'): readonly string[] =>
  inMenu.flatMap(({ id }, at) => (facts[at]?.[place] === wanted ? id : []));

/** Tells the native menu what it can offer, what is on, and which keys do it. */
export function useMenuState(): void {
  const api = useApi();
  const facts = useApp(menuFacts);
  const keys = useApp(({ settings }) => settings.keys);
  const state = useMemo((): Input<'menu.setState'> => {
    const each = facts.split(' ');
    return { unavailable: having(each, 0, '0'), on: having(each, 1, '1'), switches, keys };
  }, [facts, keys]);
  useEffect(() => {
    void api.call('menu.setState', state);
  }, [api, state]);
}
