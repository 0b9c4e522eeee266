import type { BrowserWindow, WebContents } from 'electron';
import type { Input } from '../shared/contract.ts';
import type { ReaderPost } from '../shared/appModel.ts';
import type { Appearance } from './appearance.ts';
import { shellText } from './i18n/shellText.ts';
import type { AppMenu } from './menu.ts';
import type { AppPaths } from './paths.ts';
import { offerTextFieldMenu } from './textFieldMenu.ts';
import { openReaderWindow, openWindow } from './window.ts';
import type { WindowRecipe } from './window.ts';
import { recoverWindow } from './windowRecovery.ts';

/** All windows of the app: the main one, and those that show one post each. */
export interface AppWindows {
  /** Opens the main window, or brings it to the front. */
  readonly show: () => void;
  /** Null while it is closed. */
  readonly main: () => BrowserWindow | null;
  readonly all: () => readonly BrowserWindow[];
  /** The window that menus and dialogs belong to: the one with the focus, else the main one. */
  readonly current: () => BrowserWindow | null;
  /** Our window behind a page; null for anything else. */
  readonly of: (contents: WebContents) => BrowserWindow | null;
  /** The post of a window of its own; null for the main one. */
  readonly postOf: (window: BrowserWindow) => ReaderPost | null;
  /** Shows a post in a window of its own, or brings the one that shows it to the front. */
  readonly openPost: (post: ReaderPost) => void;
  /** Another post is in it now. Ignored for the main window. */
  readonly setPost: (window: BrowserWindow, post: ReaderPost) => void;
  /** What the native menu can offer for a window; shown while that window has the focus. */
  readonly setMenuState: (window: BrowserWindow, state: Input<'menu.setState'>) => void;
}

/** What windows need of the app. */
export interface WindowsRecipe {
  readonly paths: AppPaths;
  readonly isPackaged: boolean;
  readonly appearance: () => Appearance;
  readonly menu: () => AppMenu;
  /** Asked when the last window is about to close; true = it stays for now. */
  readonly holdsLast: () => boolean;
}

/** Makes the register of windows; none is open yet. */
export function createWindows(recipe: WindowsRecipe): AppWindows {
  let main: BrowserWindow | null = null;
  const readers = new Map<BrowserWindow, ReaderPost>();
  const menuStates = new Map<BrowserWindow, Input<'menu.setState'>>();
  const all = (): readonly BrowserWindow[] =>
    [...(main === null ? [] : [main]), ...readers.keys()].filter((window) => !window.isDestroyed());
  const current = (): BrowserWindow | null =>
    all().find((window) => window.isFocused()) ?? main ?? all()[0] ?? null;
  const follow = (window: BrowserWindow): void => {
    equip(window, recipe);
    window.on('focus', () => {
      const state = menuStates.get(window);
      if (state !== undefined) recipe.menu().setState(state);
    });
    window.on('close', (event) => {
      // With the last window the app ends, but on macOS.
      const isLast = all().every((each) => each === window);
      if (isLast && process.platform !== 'darwin' && recipe.holdsLast()) event.preventDefault();
    });
    window.once('closed', () => {
      if (main === window) main = null;
      readers.delete(window);
      menuStates.delete(window);
    });
  };
  return {
    main: () => main,
    all,
    current,
    of: (contents) => all().find((window) => window.webContents === contents) ?? null,
    postOf: (window) => readers.get(window) ?? null,
    show: () => {
      if (main !== null) return focus(main);
      main = openWindow(windowRecipe(recipe));
      follow(main);
    },
    openPost: (post) => {
      const known = [...readers].find(([, shown]) => isSamePost(shown, post));
      if (known !== undefined) return focus(known[0]);
      const window = openReaderWindow(windowRecipe(recipe), current());
      readers.set(window, post);
      follow(window);
    },
    setPost: (window, post) => {
      if (readers.has(window)) readers.set(window, post);
    },
    setMenuState: (window, state) => {
      menuStates.set(window, state);
      if (current() === window) recipe.menu().setState(state);
    },
  };
}

const isSamePost = (left: ReaderPost, right: ReaderPost): boolean =>
  left.archiveId === right.archiveId && left.path === right.path;

function windowRecipe({ paths, isPackaged, appearance }: WindowsRecipe): WindowRecipe {
  const { state, setPlace } = appearance();
  return {
    state: state(),
    preload: paths.preload,
    icon: paths.icon,
    isPackaged,
    onPlaced: setPlace,
  };
}

/** What every window of ours has, whatever it shows. */
function equip(window: BrowserWindow, { appearance }: WindowsRecipe): void {
  const text = (): ReturnType<typeof shellText> => shellText(appearance().language());
  recoverWindow(window, () => text().dialogs);
  offerTextFieldMenu(window, () => text().menu);
}

function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
