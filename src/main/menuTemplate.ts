import type { MenuItemConstructorOptions } from 'electron';
import type { Input } from '../shared/contract.ts';
import type { MenuCommand } from '../shared/events.ts';
import type { ShellText } from './i18n/en.ts';
import type { Language } from './i18n/shellText.ts';

/** What the menu depends on. */
export type MenuState = Input<'menu.setState'> & { readonly language: Language };

/** Everything one menu is made of. */
export interface MenuRecipe {
  readonly text: ShellText['menu'];
  readonly state: MenuState;
  readonly isMac: boolean;
  /** Developer tools are offered in a checkout only. */
  readonly isPackaged: boolean;
  readonly actions: {
    readonly send: (command: MenuCommand) => void;
    readonly openDataFolder: () => void;
  };
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The application menu as a value. An accelerator that the window handles itself (and stops there) never reaches the
 * menu: Electron offers a key to the page first. The window therefore leaves the keys listed here to the menu.
 */
export function menuTemplate(recipe: MenuRecipe): MenuItemConstructorOptions[] {
  const ownMenu = recipe.isMac ? [macMenu(recipe)] : [];
  return [
    ...ownMenu,
    fileMenu(recipe),
    editMenu(recipe),
    viewMenu(recipe),
    postMenu(recipe),
    windowMenu(recipe),
    helpMenu(recipe),
  ];
}

function command(
  recipe: MenuRecipe,
  label: string,
  rest: { readonly id: MenuCommand; readonly accelerator?: string; readonly enabled?: boolean },
): MenuItemConstructorOptions {
  return {
    id: rest.id,
    label,
    enabled: rest.enabled ?? true,
    ...(rest.accelerator === undefined ? {} : { accelerator: rest.accelerator }),
    click: () => recipe.actions.send(rest.id),
  };
}

function macMenu(recipe: MenuRecipe): MenuItemConstructorOptions {
  const { text } = recipe;
  return {
    role: 'appMenu',
    submenu: [
      command(recipe, text.about, { id: 'about' }),
      separator,
      { role: 'services', label: text.services },
      separator,
      { role: 'hide', label: text.hide },
      { role: 'hideOthers', label: text.hideOthers },
      { role: 'unhide', label: text.showAll },
      separator,
      { role: 'quit', label: text.quit },
    ],
  };
}

function fileMenu(recipe: MenuRecipe): MenuItemConstructorOptions {
  const { text, state, isMac } = recipe;
  return {
    id: 'file',
    label: text.file,
    submenu: [
      command(recipe, text.openFolder, { id: 'open-folder', accelerator: 'CmdOrCtrl+O' }),
      command(recipe, text.closeArchive, { id: 'close-archive', enabled: state.hasArchive }),
      command(recipe, text.rebuildIndex, { id: 'rebuild-index', enabled: state.hasArchive }),
      separator,
      command(recipe, text.exportSelection, {
        id: 'export-selection',
        accelerator: 'CmdOrCtrl+E',
        enabled: state.hasArchive && (state.selectedCount > 0 || state.hasPost),
      }),
      command(recipe, text.exportPost, {
        id: 'export-post',
        accelerator: 'CmdOrCtrl+Shift+E',
        enabled: state.hasPost,
      }),
      separator,
      {
        label: text.libraryMenu,
        submenu: [
          command(recipe, text.exportLibrary, { id: 'export-library' }),
          command(recipe, text.exportBookmarksHtml, { id: 'export-bookmarks-html' }),
          command(recipe, text.exportBookmarksMarkdown, { id: 'export-bookmarks-markdown' }),
          separator,
          command(recipe, text.importLibrary, { id: 'import-library' }),
        ],
      },
      separator,
      { role: 'close', label: text.close },
      ...(isMac ? [] : [{ role: 'quit' as const, label: text.quit }]),
    ],
  };
}

function editMenu(recipe: MenuRecipe): MenuItemConstructorOptions {
  const { text, state } = recipe;
  return {
    id: 'edit',
    label: text.edit,
    submenu: [
      { role: 'undo', label: text.undo },
      { role: 'redo', label: text.redo },
      separator,
      { role: 'cut', label: text.cut },
      { role: 'copy', label: text.copy },
      { role: 'paste', label: text.paste },
      // The window decides: all text of the field that has the focus, else the whole result.
      command(recipe, text.selectAll, { id: 'select-all', accelerator: 'CmdOrCtrl+A' }),
      separator,
      command(recipe, text.searchPosts, {
        id: 'search',
        accelerator: 'CmdOrCtrl+Shift+F',
        enabled: state.hasArchive,
      }),
      command(recipe, text.findInPost, {
        id: 'find-in-post',
        accelerator: 'CmdOrCtrl+F',
        enabled: state.hasPost,
      }),
      command(recipe, text.findNext, {
        id: 'find-next',
        accelerator: 'CmdOrCtrl+G',
        enabled: state.hasPost,
      }),
      command(recipe, text.findPrevious, {
        id: 'find-previous',
        accelerator: 'CmdOrCtrl+Shift+G',
        enabled: state.hasPost,
      }),
    ],
  };
}

function viewMenu(recipe: MenuRecipe): MenuItemConstructorOptions {
  const { text, state, isPackaged } = recipe;
  const development: MenuItemConstructorOptions[] = isPackaged
    ? []
    : [
        separator,
        { role: 'reload', label: text.reload },
        { role: 'toggleDevTools', label: text.developerTools },
      ];
  return {
    id: 'view',
    label: text.view,
    submenu: [
      command(recipe, text.sidebar, { id: 'toggle-sidebar', accelerator: 'CmdOrCtrl+\\' }),
      command(recipe, text.problems, { id: 'toggle-problems', enabled: state.hasArchive }),
      separator,
      command(recipe, text.textLarger, { id: 'text-larger', accelerator: 'CmdOrCtrl+=' }),
      command(recipe, text.textSmaller, { id: 'text-smaller', accelerator: 'CmdOrCtrl+-' }),
      command(recipe, text.textReset, { id: 'text-reset', accelerator: 'CmdOrCtrl+0' }),
      separator,
      {
        label: text.theme,
        submenu: [
          command(recipe, text.themeSystem, { id: 'theme-system' }),
          command(recipe, text.themeLight, { id: 'theme-light' }),
          command(recipe, text.themeSepia, { id: 'theme-sepia' }),
          command(recipe, text.themeDark, { id: 'theme-dark' }),
        ],
      },
      {
        label: text.language,
        submenu: [
          command(recipe, 'English', { id: 'language-en' }),
          command(recipe, '中文', { id: 'language-zh' }),
        ],
      },
      separator,
      { role: 'togglefullscreen', label: text.fullScreen },
      ...development,
    ],
  };
}

function postMenu(recipe: MenuRecipe): MenuItemConstructorOptions {
  const { text, state } = recipe;
  return {
    id: 'post',
    label: text.post,
    submenu: [
      command(recipe, text.nextPost, { id: 'next-post', enabled: state.hasArchive }),
      command(recipe, text.previousPost, { id: 'previous-post', enabled: state.hasArchive }),
      separator,
      command(recipe, state.isBookmarked ? text.removeBookmark : text.addBookmark, {
        id: 'bookmark',
        accelerator: 'CmdOrCtrl+B',
        enabled: state.hasPost,
      }),
    ],
  };
}

function windowMenu(recipe: MenuRecipe): MenuItemConstructorOptions {
  const { text, isMac } = recipe;
  const mac: MenuItemConstructorOptions[] = [
    { role: 'zoom', label: text.zoom },
    separator,
    { role: 'front', label: text.bringAllToFront },
  ];
  return {
    id: 'window',
    label: text.window,
    role: 'window',
    submenu: [{ role: 'minimize', label: text.minimize }, ...(isMac ? mac : [])],
  };
}

function helpMenu(recipe: MenuRecipe): MenuItemConstructorOptions {
  const { text, isMac, actions } = recipe;
  return {
    id: 'help',
    label: text.help,
    role: 'help',
    submenu: [
      command(recipe, text.shortcuts, { id: 'shortcuts' }),
      { label: text.openDataFolder, click: () => actions.openDataFolder() },
      ...(isMac ? [] : [separator, command(recipe, text.about, { id: 'about' })]),
    ],
  };
}
