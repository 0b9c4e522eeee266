import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, session } from 'electron';
import type { WebContents } from 'electron';
import { AppError } from '../../shared/result.ts';

/** How the print room gets at files; the same functions that serve the window. */
export interface PrintServers {
  /** Answers `app://broadsheet/…` from the built renderer. */
  readonly serveApp: (request: Request) => Promise<Response>;
  /** Answers `archive://…` with pictures of an archive. */
  readonly serveArchive: (request: Request) => Promise<Response>;
  /** Folder of the built renderer. */
  readonly rendererFolder: string;
}

/** Where books are printed: hidden windows of a session of their own, without scripts and without network. */
export interface PrintRoom {
  /** Addresses of the built style sheets with the bundled fonts. */
  readonly styleSheets: () => Promise<readonly string[]>;
  /** Opens a hidden window that can print documents of one export. */
  readonly open: (jobId: string) => PrintWindow;
}

/** One hidden window. */
export interface PrintWindow {
  /** Serves a style sheet to the documents printed here; answers its address. */
  readonly addStyle: (name: string, css: string) => string;
  /**
   * Lays out a document and prints it; the page size comes from its style sheets. Rejects with `export-failed` when the
   * page's process dies or the document cannot be printed: the next one gets a process of its own.
   */
  readonly print: (html: string, options: PrintOptions) => Promise<Uint8Array>;
  /**
   * Lays out a document and hands it to the system's print dialog; answers whether it was printed. Rejects with `no-printer`
   * where there is none, with `export-failed` when the system could not print.
   */
  readonly toPaper: (html: string) => Promise<boolean>;
  /** Closes the window at once; a print under way rejects with `cancelled`. */
  readonly close: () => void;
}

/** How a document is printed. */
interface PrintOptions {
  readonly isTagged: boolean;
  /** A print that takes longer, in milliseconds, is given up: `export-failed`. Missing = it may take as long as it will. */
  readonly limit?: number;
}

const ORIGIN = 'app://broadsheet';

/** No script, no form, no frame: styles and fonts of our own, pictures of the archive, nothing else. */
const POLICY =
  "default-src 'none'; script-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' archive: data:; base-uri 'none'; form-action 'none'";

/** Prepares the session; call once, after `app` is ready. */
export function createPrintRoom(servers: PrintServers): PrintRoom {
  const room = session.fromPartition('broadsheet-export', { cache: false });
  const documents = new Map<string, { readonly body: string; readonly type: string }>();
  room.protocol.handle('app', (request) => {
    const own = documents.get(new URL(request.url).pathname);
    if (own === undefined) return servers.serveApp(request);
    // Requests and permissions are confined for every session in noNetwork.ts.
    const headers = { 'content-type': own.type, 'content-security-policy': POLICY };
    return new Response(own.body, { headers });
  });
  room.protocol.handle('archive', servers.serveArchive);
  return {
    styleSheets: () => readStyleSheets(servers.rendererFolder),
    open: (jobId) => openWindow({ jobId, documents, partition: room }),
  };
}

interface WindowInput {
  readonly jobId: string;
  readonly documents: Map<string, { readonly body: string; readonly type: string }>;
  readonly partition: Electron.Session;
}

/**
 * A document's layout stays in its window's process, 290 MB for 100 posts, measured. After one of this length (in
 * characters) the next one gets a fresh window, so that many parts need no more memory than one.
 */
const LARGE_DOCUMENT = 100_000;

function openWindow({ jobId, documents, partition }: WindowInput): PrintWindow {
  const base = `/export/${jobId}`;
  let sheet: PrintSheet | null = null;
  let isClosed = false;
  let printed = 0;
  const drop = (): void => {
    sheet?.drop();
    sheet = null;
  };
  const draw = async <T>(html: string, drawing: Drawing<T>): Promise<T> => {
    if (isClosed) throw new AppError('cancelled', 'The export was cancelled.');
    const path = `${base}/${++printed}.html`;
    documents.set(path, { body: html, type: 'text/html; charset=utf-8' });
    let isDone = false;
    try {
      sheet ??= openSheet(partition);
      const drawn = await drawing(sheet, `${ORIGIN}${path}`);
      isDone = true;
      return drawn;
    } finally {
      documents.delete(path);
      if (!isDone || html.length > LARGE_DOCUMENT) drop();
    }
  };
  return {
    addStyle: (name, css) => {
      documents.set(`${base}/${name}.css`, { body: css, type: 'text/css; charset=utf-8' });
      return `${ORIGIN}${base}/${name}.css`;
    },
    print: (html, options) => draw(html, (on, at) => printDocument(on, at, options)),
    toPaper: (html) => draw(html, printOnPaper),
    close: () => {
      isClosed = true;
      for (const path of documents.keys()) if (path.startsWith(`${base}/`)) documents.delete(path);
      drop();
    },
  };
}

/** What is done with the document at an address. */
type Drawing<T> = (sheet: PrintSheet, address: string) => Promise<T>;

/** A hidden window, and how it ended if it did. */
interface PrintSheet {
  readonly window: BrowserWindow;
  /** Rejects when the window is closed or its process dies; never resolves. */
  readonly ended: Promise<never>;
  /** Ends the window and its process at once, also in the midst of a layout, where it would hear nothing. */
  readonly drop: () => void;
}

function openSheet(partition: Electron.Session): PrintSheet {
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
const WORLD = 1;
const FONTS_READY =
  'document.body.offsetHeight; document.fonts.ready.then(() => document.fonts.size)';

async function layOut(contents: WebContents, address: string): Promise<void> {
  await contents.loadURL(address);
  await contents.executeJavaScriptInIsolatedWorld(WORLD, [{ code: FONTS_READY }]);
}

async function printOnPaper({ window, ended }: PrintSheet, address: string): Promise<boolean> {
  const { webContents } = window;
  const printers = await webContents.getPrintersAsync();
  if (printers.length === 0) throw new AppError('no-printer', 'This computer has no printer.');
  const print = async (): Promise<boolean> => {
    await layOut(webContents, address);
    return new Promise((resolve, reject) => {
      webContents.print({ printBackground: true }, (isDone, reason) => {
        // Chromium tells a reader's Cancel as a failure.
        if (isDone || /cancel/i.test(reason)) resolve(isDone);
        else reject(new AppError('export-failed', `The system could not print: ${reason}.`));
      });
    });
  };
  return Promise.race([print(), ended]);
}

async function printDocument(
  { window, ended }: PrintSheet,
  address: string,
  { isTagged, limit }: PrintOptions,
): Promise<Uint8Array> {
  const { webContents } = window;
  const draw = async (): Promise<Uint8Array> => {
    await layOut(webContents, address);
    return webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: isTagged,
    });
  };
  if (limit === undefined) return Promise.race([draw(), ended]);
  const clock = timeLimit(limit);
  try {
    return await Promise.race([draw(), ended, clock.passed]);
  } finally {
    clock.stop();
  }
}

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

async function readStyleSheets(rendererFolder: string): Promise<readonly string[]> {
  const page = await readFile(join(rendererFolder, 'print', 'print.html'), 'utf8');
  const hrefs = [...page.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(
    ([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? '',
  );
  return hrefs
    .filter((href) => href !== '')
    .map((href) => new URL(href, `${ORIGIN}/print/print.html`).href);
}
