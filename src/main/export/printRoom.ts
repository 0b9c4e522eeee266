import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { session } from 'electron';
import { AppError } from '../../shared/result.ts';
import { keepWindow } from './keptWindow.ts';
import type { KeptInput, KeptWindow } from './keptWindow.ts';
import { layOut, openSheet, printDocument } from './printSheet.ts';
import type { PrintOptions, PrintSheet } from './printSheet.ts';

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
  /** A hidden window for previews and files of one post each; opens nothing yet. */
  readonly keep: (most?: KeptInput['most']) => Promise<KeptWindow>;
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

const ORIGIN = 'app://broadsheet';

/** No script, no form, no frame: styles and fonts of our own, pictures of the archive, nothing else. */
const POLICY =
  "default-src 'none'; script-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' archive: data:; base-uri 'none'; form-action 'none'";

/** The page in which documents take each other's place. */
const KEPT_PAGE = '/export/kept.html';

/** Prepares the session; call once, after `app` is ready. */
export function createPrintRoom(servers: PrintServers): PrintRoom {
  const room = session.fromPartition('broadsheet-export', { cache: false });
  const documents = new Map<string, { readonly body: string; readonly type: string }>();
  room.protocol.handle('app', (request) => {
    const own = documents.get(new URL(request.url).pathname);
    if (own === undefined) return servers.serveApp(request).then(kept);
    // Requests and permissions are confined for every session in noNetwork.ts.
    const headers = { 'content-type': own.type, 'content-security-policy': POLICY };
    return new Response(own.body, { headers });
  });
  room.protocol.handle('archive', servers.serveArchive);
  const serve = (html: string): string => {
    documents.set(KEPT_PAGE, { body: html, type: 'text/html; charset=utf-8' });
    return `${ORIGIN}${KEPT_PAGE}`;
  };
  const faces = new Set<number>();
  return {
    styleSheets: () => readStyleSheets(servers.rendererFolder),
    open: (jobId) => openWindow({ jobId, documents, partition: room }),
    keep: async (most) => {
      const styleSheets = await readStyleSheets(servers.rendererFolder);
      return keepWindow({ partition: room, serve, styleSheets, faces, most });
    },
  };
}

/**
 * What is built never changes while the app runs: a window that asked for fonts anew with each document took three
 * times as long for a short one.
 */
function kept(response: Response): Response {
  response.headers.set('cache-control', 'max-age=604800, immutable');
  return response;
}

interface WindowInput {
  readonly jobId: string;
  readonly documents: Map<string, { readonly body: string; readonly type: string }>;
  readonly partition: Electron.Session;
}

/**
 * A document's layout stays in its window's process, 290 MB for 100 posts, measured. After so many characters of
 * documents the next one gets a fresh window, so that many parts need no more memory than one.
 */
const MOST_CHARACTERS = 100_000;

function openWindow({ jobId, documents, partition }: WindowInput): PrintWindow {
  const base = `/export/${jobId}`;
  let sheet: PrintSheet | null = null;
  let isClosed = false;
  let printed = 0;
  let characters = 0;
  const drop = (): void => {
    sheet?.drop();
    sheet = null;
    characters = 0;
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
      characters += html.length;
      if (!isDone || characters > MOST_CHARACTERS) drop();
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

async function readStyleSheets(rendererFolder: string): Promise<readonly string[]> {
  const page = await readFile(join(rendererFolder, 'print', 'print.html'), 'utf8');
  const hrefs = [...page.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(
    ([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? '',
  );
  return hrefs
    .filter((href) => href !== '')
    .map((href) => new URL(href, `${ORIGIN}/print/print.html`).href);
}
