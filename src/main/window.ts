import { BrowserWindow, Menu, screen } from 'electron';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { APP_PAGE } from './appProtocol.ts';
import { logUnexpected } from './log.ts';
import type { ShownTheme } from './windowColours.ts';
import { windowColours } from './windowColours.ts';
import { cascade, MINIMUM_SIZE, placeWindow, READER_MINIMUM } from './windowPlace.ts';
import type { Bounds } from './windowPlace.ts';
import type { WindowState } from './windowState.ts';

/** Height of the panes' heads, which are the title bar (DESIGN.md, layout rules). In CSS pixels. */
const HEAD_HEIGHT = 48;

/**
 * The window buttons stand on the page itself, so that a dialog's veil dims what is behind them too. Not quite
 * transparent: that alone is taken for "no colour", and a grey box comes instead (seen on Linux with Electron 33).
 */
const SEE_THROUGH = '#80808001';

/** What a window is made from. */
export interface WindowRecipe {
  readonly state: WindowState;
  readonly preload: string;
  readonly icon: string;
  readonly isPackaged: boolean;
  /** Called with the bounds to remember whenever they settle. */
  readonly onPlaced: (place: { readonly bounds: Rectangle; readonly isMaximized: boolean }) => void;
}

/** Opens the window on the app's page: sandboxed, isolated, without Node, shown when it has something to show. */
export function openWindow(recipe: WindowRecipe): BrowserWindow {
  const { state } = recipe;
  const workAreas = [
    screen.getPrimaryDisplay().workArea,
    ...screen.getAllDisplays().map((display) => display.workArea),
  ];
  const window = makeWindow(recipe, placeWindow(state.bounds, workAreas), MINIMUM_SIZE);
  if (state.isMaximized) window.maximize();
  showWhenPainted(window);
  rememberPlace(window, recipe.onPlaced);
  load(window);
  return window;
}

/**
 * Opens a window for one post: the same page, walls and guards as the main one. Stands a step away from the window it
 * was opened from, so that both can be seen; its place is not remembered.
 */
export function openReaderWindow(recipe: WindowRecipe, from: BrowserWindow | null): BrowserWindow {
  const area = (
    from === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(from.getBounds())
  ).workArea;
  const taken = BrowserWindow.getAllWindows().map((open) => open.getBounds());
  const place = cascade(from?.getNormalBounds() ?? null, area, taken);
  const window = makeWindow(recipe, place, READER_MINIMUM);
  showWhenPainted(window);
  load(window);
  return window;
}

function makeWindow(
  recipe: WindowRecipe,
  bounds: Bounds,
  least: { readonly width: number; readonly height: number },
): BrowserWindow {
  const { state } = recipe;
  return new BrowserWindow({
    ...bounds,
    minWidth: least.width,
    minHeight: least.height,
    show: false,
    title: 'Broadsheet',
    icon: recipe.icon,
    backgroundColor: windowColours(state.theme).background,
    ...titleBar(state.theme),
    webPreferences: {
      preload: recipe.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !recipe.isPackaged,
    },
  });
}

function load(window: BrowserWindow): void {
  fixZoom(window);
  if (process.platform !== 'darwin') openMenuWithAlt(window);
  window.loadURL(APP_PAGE).catch((thrown: unknown) => logUnexpected('loading the page', thrown));
}

/** Colours of the native parts for a theme chosen in the page. */
export function paintWindow(window: BrowserWindow, theme: ShownTheme): void {
  const colours = windowColours(theme);
  window.setBackgroundColor(colours.background);
  if (process.platform !== 'darwin') {
    window.setTitleBarOverlay({
      color: SEE_THROUGH,
      symbolColor: colours.symbols,
      height: HEAD_HEIGHT - 1,
    });
  }
}

function titleBar(theme: ShownTheme): BrowserWindowConstructorOptions {
  if (process.platform === 'darwin') {
    return { titleBarStyle: 'hidden', trafficLightPosition: { x: 16, y: 17 } };
  }
  const colours = windowColours(theme);
  return {
    titleBarStyle: 'hidden',
    titleBarOverlay: {
      color: SEE_THROUGH,
      symbolColor: colours.symbols,
      // One less than the head, so that the line under it stays visible.
      height: HEAD_HEIGHT - 1,
    },
  };
}

/** How long after loading a page that was never announced as painted is shown all the same, in milliseconds. */
const PAINT_PATIENCE_MS = 300;

/**
 * Shows the window with its first picture. On a busy machine `ready-to-show` was seen to stay out in 3 of 100 starts,
 * which left the app running unseen; loading has then ended, and the background has the theme's colour.
 */
function showWhenPainted(window: BrowserWindow): void {
  let isShown = false;
  const show = (): void => {
    if (isShown || window.isDestroyed()) return;
    isShown = true;
    window.show();
  };
  window.once('ready-to-show', show);
  window.webContents.once('did-finish-load', () => setTimeout(show, PAINT_PATIENCE_MS));
}

function rememberPlace(window: BrowserWindow, onPlaced: WindowRecipe['onPlaced']): void {
  let timer: NodeJS.Timeout | null = null;
  const report = (): void => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    onPlaced({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
  };
  const settle = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(report, 400);
  };
  window.on('resize', settle);
  window.on('move', settle);
  window.on('maximize', settle);
  window.on('unmaximize', settle);
  window.on('close', () => {
    if (timer !== null) clearTimeout(timer);
    report();
  });
}

/** The reading size is a setting of its own; pinching or a remembered page zoom would only break the fixed rows. */
function fixZoom(window: BrowserWindow): void {
  window.webContents.on('did-finish-load', () => {
    window.webContents.setZoomFactor(1);
    window.webContents
      .setVisualZoomLevelLimits(1, 1)
      .catch((thrown: unknown) => logUnexpected('zoom limits', thrown));
  });
}

/** Without a title bar there is no menu bar on Windows and Linux; Alt alone or F10 opens the same menu instead. */
function openMenuWithAlt(window: BrowserWindow): void {
  let isAltAlone = false;
  window.webContents.on('before-input-event', (_event, input) => {
    if (input.type === 'keyDown') {
      isAltAlone = input.key === 'Alt' && !input.control && !input.shift && !input.meta;
    }
    const isAltReleased = input.type === 'keyUp' && input.key === 'Alt' && isAltAlone;
    const isF10 = input.type === 'keyDown' && input.key === 'F10' && !input.shift;
    if (!isAltReleased && !isF10) return;
    isAltAlone = false;
    Menu.getApplicationMenu()?.popup({ window, x: 8, y: HEAD_HEIGHT });
  });
  window.on('blur', () => {
    isAltAlone = false;
  });
}
