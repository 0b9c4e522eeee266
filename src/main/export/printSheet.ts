import { BrowserWindow } from 'electron';
import type { WebContents } from 'electron';
import { AppError } from '../../shared/result.ts';
import { fitPages } from './fitPages.ts';

/** A hidden window, and how it ended if it did. */
export interface PrintSheet {
  readonly window: BrowserWindow;
  /** Rejects when the window is closed or its process dies; never resolves. */
  readonly ended: Promise<never>;
  /** Ends the window and its process at once, also in the midst of a layout, where it would hear nothing. */
  readonly drop: () => void;
}

/** Opens one in `partition`, without scripts. */
export function openSheet(partition: Electron.Session): PrintSheet {
  const window = new BrowserWindow({
    show: false,
    width: 800,
    height: 1000,
    webPreferences: {
      session: partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    },
  });
  const { webContents } = window;
  let isDropped = false;
  const ended = new Promise<never>((_resolve, reject) => {
    window.once('closed', () => reject(new AppError('cancelled', 'The export was cancelled.')));
    webContents.once('render-process-gone', (_event, { reason }) => {
      if (isDropped) return;
      const why = reason === 'oom' ? 'ran out of memory' : `stopped (${reason})`;
      reject(new AppError('export-failed', `The page that draws the PDF ${why}.`));
    });
  });
  // Nobody may be waiting when the window is closed.
  ended.catch(() => undefined);
  const drop = (): void => {
    isDropped = true;
    if (window.isDestroyed()) return;
    if (!webContents.isCrashed()) webContents.forcefullyCrashRenderer();
    window.destroy();
  };
  return { window, ended, drop };
}

/**
 * Fonts are asked for by the layout, and neither the load event nor printing waits for them: a short document came out in
 * the system's fonts, or empty. Pages run no scripts; this one line of ours runs beside them, in a world of its own.
 */
export const WORLD = 1;
const FONTS_READY =
  'document.body.offsetHeight; document.fonts.ready.then(() => document.fonts.size)';

/** Loads the document at an address; resolves when all its faces are there. */
export async function layOut(contents: WebContents, address: string): Promise<void> {
  await contents.loadURL(address).catch((thrown: unknown) => {
    // Chromium names its own code and an address of ours, which tell nobody anything.
    throw new AppError('export-failed', 'Its page could not be laid out.', { cause: thrown });
  });
  await contents.executeJavaScriptInIsolatedWorld(WORLD, [{ code: FONTS_READY }]);
  await fitPages(contents, WORLD);
}

/** How a document is printed. */
export interface PrintOptions {
  readonly isTagged: boolean;
  /** A print that takes longer, in milliseconds, is given up: `export-failed`. Missing = it may take as long as it will. */
  readonly limit?: number;
}

/** Lays out the document at an address and prints it; the page size comes from its style sheets. */
export function printDocument(
  sheet: PrintSheet,
  address: string,
  options: PrintOptions,
): Promise<Uint8Array> {
  return drawOn(sheet, options, async (contents) => {
    await layOut(contents, address);
    return printPage(contents, options.isTagged);
  });
}

/** What is drawn on a sheet, unless the sheet or the time for it ends first. */
export async function drawOn(
  { window, ended }: PrintSheet,
  { limit }: Pick<PrintOptions, 'limit'>,
  draw: (contents: WebContents) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const drawn = draw(window.webContents);
  if (limit === undefined) return Promise.race([drawn, ended]);
  const clock = timeLimit(limit);
  try {
    return await Promise.race([drawn, ended, clock.passed]);
  } finally {
    clock.stop();
  }
}

/** Prints what a page shows. The one place that says how Chromium prints, so that a preview cannot differ from an export. */
export async function printPage(contents: WebContents, isTagged: boolean): Promise<Uint8Array> {
  neverReject(contents);
  const printed: unknown = await contents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: isTagged,
  });
  if (printed instanceof Uint8Array) return printed;
  const reason = printed instanceof Error ? printed.message : String(printed);
  throw new AppError('export-failed', `Its pages could not be printed: ${reason}.`, {
    cause: printed,
  });
}

/**
 * Electron (33) hangs every print of the app on the one before by `then`: after one that failed, of whichever window, all
 * fail with its reason until the app is started again. So what stands behind it answers with the failure instead.
 */
function neverReject(contents: WebContents): void {
  const print: unknown = Reflect.get(contents, '_printToPDF');
  if (typeof print !== 'function' || Object.hasOwn(contents, QUIET)) return;
  Reflect.set(contents, QUIET, true);
  Reflect.set(contents, '_printToPDF', async (...settings: readonly unknown[]) => {
    try {
      return await Reflect.apply(print, contents, settings);
    } catch (thrown) {
      return thrown;
    }
  });
}

const QUIET = Symbol('its prints never reject');

/** `passed` rejects when the time is over and never resolves. */
function timeLimit(limit: number): {
  readonly passed: Promise<never>;
  readonly stop: () => void;
} {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_resolve, reject) => {
    const message = `Drawing took longer than ${Math.round(limit / 1000)} seconds.`;
    timer = setTimeout(() => reject(new AppError('export-failed', message)), limit);
  });
  return { passed, stop: () => clearTimeout(timer) };
}
