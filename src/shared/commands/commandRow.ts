/** Groups of commands, in the order of the shortcut sheet and of the palette. */
export const commandGroups = [
  'archive',
  'search',
  'list',
  'read',
  'mark',
  'go',
  'view',
  'help',
] as const;

/** The part of the app that a command belongs to. */
type CommandGroup = (typeof commandGroups)[number];

/** Menus (and menus within them) of the native menu that commands stand in. */
export type MenuName =
  | 'file'
  | 'library'
  | 'edit'
  | 'view'
  | 'theme'
  | 'language'
  | 'post'
  | 'go'
  | 'help';

/** Where a command stands in the native menu: sections are parted by a line, and inside of one the list's order counts. */
interface MenuPlace {
  readonly name: MenuName;
  readonly section: number;
}

/**
 * One command, as far as it is plain data: what the native menu (main process) and the window share. What it does, its
 * icon and when it can run stand beside it in `src/renderer/commands`; its words in `words/en.ts` and `words/zh.ts`.
 */
export interface CommandRow {
  readonly id: string;
  /**
   * Keys before the reader changes any, as `strokeName` writes them: `Mod+Shift+F`, `Alt+ArrowLeft`, `j`, `Space`; `g a`
   * = one after the other. `Mod` = Command on macOS, Control elsewhere. The first one is shown.
   */
  readonly keys: readonly string[];
  readonly group: CommandGroup;
  /** What must be there: an open archive, an open post, or posts to act on (the open one, or ticked ones). */
  readonly needs: 'nothing' | 'archive' | 'post' | 'posts';
  /** Missing = not in the native menu. */
  readonly menu?: MenuPlace;
  /** False = only a key, a menu or a button runs it: the palette has a better way (its own lists, say). */
  readonly isInPalette?: false;
}
