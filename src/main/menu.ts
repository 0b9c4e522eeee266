import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { commandRows, type CommandId } from '../shared/commands/commands.ts';
import type { Input } from '../shared/contract.ts';
import { shellText } from './i18n/shellText.ts';
import type { Language } from './i18n/shellText.ts';
import { menuTemplate } from './menuTemplate.ts';
import type { MenuState } from './menuTemplate.ts';

/** What the menu can do without the window. */
export interface MenuActions {
  readonly send: (command: CommandId) => void;
  readonly openDataFolder: () => void;
}

/** The native menu, kept in step with language and window. */
export interface AppMenu {
  readonly setLanguage: (language: Language) => void;
  readonly setState: (state: Input<'menu.setState'>) => void;
}

/** Installs the application menu; rebuilt whenever what it says or offers changes. */
export function createMenu(language: Language, isPackaged: boolean, actions: MenuActions): AppMenu {
  // Until the window has told what it can do, only what needs nothing is offered.
  let current: MenuState = {
    language,
    unavailable: commandRows.filter(({ needs }) => needs !== 'nothing').map(({ id }) => id),
    on: [],
    switches: [],
    keys: {},
  };
  const install = (): void => {
    const template: MenuItemConstructorOptions[] = menuTemplate({
      text: shellText(current.language).menu,
      state: current,
      isMac: process.platform === 'darwin',
      isPackaged,
      actions,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  const change = (next: MenuState): void => {
    if (JSON.stringify(next) === JSON.stringify(current)) return;
    current = next;
    install();
  };
  install();
  return {
    setLanguage: (chosen) => change({ ...current, language: chosen }),
    setState: (state) => change({ ...current, ...state }),
  };
}
