import type { MenuItemConstructorOptions } from 'electron';
import type { MenuName } from '../shared/commands/commandRow.ts';
import { commandRows, type CommandId, type KnownRow } from '../shared/commands/commands.ts';
import { commandWordsEn } from '../shared/commands/words/en.ts';
import { commandWordsZh } from '../shared/commands/words/zh.ts';
import type { Input } from '../shared/contract.ts';
import type { ShellText } from './i18n/en.ts';
import type { Language } from './i18n/shellText.ts';
import { acceleratorOf } from './menuAccelerator.ts';

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
    readonly send: (command: CommandId) => void;
    readonly openDataFolder: () => void;
  };
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The application menu as a value, made from the one list of commands (`src/shared/commands`) and the system's own
 * entries. An accelerator that the window handles itself (and stops there) never reaches the menu: Electron offers a
 * key to the page first. The window therefore leaves the keys listed here to the menu.
 */
export function menuTemplate(recipe: MenuRecipe): MenuItemConstructorOptions[] {
  const ownMenu = recipe.isMac ? [macMenu(recipe)] : [];
  return [
    ...ownMenu,
    fileMenu(recipe),
    editMenu(recipe),
    viewMenu(recipe),
    { id: 'post', label: recipe.text.post, submenu: sections(recipe, 'post') },
    { id: 'go', label: recipe.text.go, submenu: sections(recipe, 'go') },
    windowMenu(recipe),
    helpMenu(recipe),
  ];
}

/** Under the heads Theme and Language the value alone is the name: `Theme: light` is `Light` there. */
function labelOf(words: string, { menu }: KnownRow): string {
  if (menu?.name !== 'theme' && menu?.name !== 'language') return words;
  const value = words.replace(/^[^:：]*[:：]\s*/u, '');
  return value.charAt(0).toUpperCase() + value.slice(1);
}

/** One command as an entry. */
function entryOf({ state, isMac, actions }: MenuRecipe, row: KnownRow): MenuItemConstructorOptions {
  const words = state.language === 'zh' ? commandWordsZh : commandWordsEn;
  const accelerator = acceleratorOf(row, state.keys, isMac);
  const isSwitch = state.switches.includes(row.id);
  return {
    id: row.id,
    label: labelOf(words[row.id], row),
    enabled: !state.unavailable.includes(row.id),
    ...(isSwitch ? { type: 'checkbox', checked: state.on.includes(row.id) } : {}),
    ...(accelerator === null ? {} : { accelerator }),
    click: () => actions.send(row.id),
  };
}

/** Lists parted by lines. */
const parted = (
  lists: readonly (readonly MenuItemConstructorOptions[])[],
): MenuItemConstructorOptions[] =>
  lists
    .filter((list) => list.length > 0)
    .flatMap((list, place) => (place === 0 ? list : [separator, ...list]));

/** Commands that stand in the app's own menu on macOS. */
const MAC_OWN: readonly CommandId[] = ['about', 'settings'];

/** The commands of one menu, section by section. */
function sections(recipe: MenuRecipe, name: MenuName): MenuItemConstructorOptions[] {
  const rows = commandRows.filter(
    ({ id, menu }) => menu?.name === name && !(recipe.isMac && MAC_OWN.includes(id)),
  );
  const numbers = [...new Set(rows.map(({ menu }) => menu?.section ?? 0))].toSorted(
    (left, right) => left - right,
  );
  return parted(
    numbers.map((number) =>
      rows.filter(({ menu }) => menu?.section === number).map((row) => entryOf(recipe, row)),
    ),
  );
}

function macMenu(recipe: MenuRecipe): MenuItemConstructorOptions {
  const { text } = recipe;
  const own = (id: CommandId): MenuItemConstructorOptions[] =>
    commandRows.filter((row) => row.id === id).map((row) => entryOf(recipe, row));
  return {
    role: 'appMenu',
    submenu: parted([
      own('about'),
      own('settings'),
      [{ role: 'services', label: text.services }],
      [
        { role: 'hide', label: text.hide },
        { role: 'hideOthers', label: text.hideOthers },
        { role: 'unhide', label: text.showAll },
      ],
      [{ role: 'quit', label: text.quit }],
    ]),
  };
}

function fileMenu(recipe: MenuRecipe): MenuItemConstructorOptions {
  const { text, isMac } = recipe;
  return {
    id: 'file',
    label: text.file,
    submenu: parted([
      sections(recipe, 'file'),
      [{ label: text.libraryMenu, submenu: sections(recipe, 'library') }],
      [
        { role: 'close', label: text.close },
        ...(isMac ? [] : [{ role: 'quit' as const, label: text.quit }]),
      ],
    ]),
  };
}

function editMenu(recipe: MenuRecipe): MenuItemConstructorOptions {
  const { text } = recipe;
  return {
    id: 'edit',
    label: text.edit,
    submenu: parted([
      [
        { role: 'undo', label: text.undo },
        { role: 'redo', label: text.redo },
      ],
      [
        { role: 'cut', label: text.cut },
        { role: 'copy', label: text.copy },
        { role: 'paste', label: text.paste },
      ],
      sections(recipe, 'edit'),
    ]),
  };
}

function viewMenu(recipe: MenuRecipe): MenuItemConstructorOptions {
  const { text, isPackaged } = recipe;
  return {
    id: 'view',
    label: text.view,
    submenu: parted([
      sections(recipe, 'view'),
      [
        { label: text.theme, submenu: sections(recipe, 'theme') },
        { label: text.language, submenu: sections(recipe, 'language') },
      ],
      [{ role: 'togglefullscreen', label: text.fullScreen }],
      isPackaged
        ? []
        : [
            { role: 'reload', label: text.reload },
            { role: 'toggleDevTools', label: text.developerTools },
          ],
    ]),
  };
}

function windowMenu(recipe: MenuRecipe): MenuItemConstructorOptions {
  const { text, isMac } = recipe;
  return {
    id: 'window',
    label: text.window,
    role: 'window',
    submenu: parted([
      [
        { role: 'minimize', label: text.minimize },
        ...(isMac ? [{ role: 'zoom' as const, label: text.zoom }] : []),
      ],
      isMac ? [{ role: 'front', label: text.bringAllToFront }] : [],
    ]),
  };
}

function helpMenu(recipe: MenuRecipe): MenuItemConstructorOptions {
  const { text, actions } = recipe;
  return {
    id: 'help',
    label: text.help,
    role: 'help',
    submenu: parted([
      sections(recipe, 'help'),
      [{ label: text.openDataFolder, click: () => actions.openDataFolder() }],
    ]),
  };
}
