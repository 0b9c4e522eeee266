import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { Input } from '../shared/contract.ts';
import type { MenuCommand } from '../shared/events.ts';
import { shellText } from './i18n/shellText.ts';
import type { Language } from './i18n/shellText.ts';
import { menuTemplate } from './menuTemplate.ts';
import type { MenuState } from './menuTemplate.ts';

/** What the menu can do without the window. */
export interface MenuActions {
  readonly send: (command: MenuCommand) => void;
  readonly openDataFolder: () => void;
}

/** The native menu, kept in step with language and window. */
export interface AppMenu {
  readonly setLanguage: (language: Language) => void;
  readonly setState: (state: Input<'menu.setState'>) => void;
}

/** Installs the application menu; rebuilt whenever what it says or offers changes. */
export function createMenu(language: Language, isPackaged: boolean, actions: MenuActions): AppMenu {
  let current: MenuState = {
    language,
    hasArchive: false,
    hasPost: false,
    selectedCount: 0,
    isBookmarked: false,
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
    // How many posts are ticked does not show in the menu, only whether there are any.
    setState: (state) =>
      change({ ...current, ...state, selectedCount: Math.min(state.selectedCount, 1) }),
  };
}
