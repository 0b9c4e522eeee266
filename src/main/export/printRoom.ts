import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, session } from 'electron';
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
  /** Lays out a document and prints it; the page size comes from its style sheets. */
  readonly print: (html: string) => Promise<Uint8Array>;
  /** Closes the window; a print under way rejects with `cancelled`. */
  readonly close: () => void;
}

const ORIGIN = 'app://broadsheet';

/** No script, no form, no frame: styles and fonts of our own, pictures of the archive, nothing else. */
const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' archive: data:; base-uri 'none'; form-action 'none'";

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
 * A book's layout stays in its window's process: half a gigabyte for 300 posts, measured. After a document of this
 * length (in characters) the next one gets a fresh window, so that two passes need no more than one.
 */
const LARGE_DOCUMENT = 500_000;

function openWindow({ jobId, documents, partition }: WindowInput): PrintWindow {
  const base = `/export/${jobId}`;
  let sheet: PrintSheet | null = null;
  let isClosed = false;
  let printed = 0;
  const drop = (): void => {
    if (sheet !== null && !sheet.window.isDestroyed()) sheet.window.destroy();
    sheet = null;
  };
  return {
    addStyle: (name, css) => {
      documents.set(`${base}/${name}.css`, { body: css, type: 'text/css; charset=utf-8' });
      return `${ORIGIN}${base}/${name}.css`;
    },
    print: async (html) => {
      if (isClosed) throw new AppError('cancelled', 'The export was cancelled.');
      const path = `${base}/${++printed}.html`;
      documents.set(path, { body: html, type: 'text/html; charset=utf-8' });
      try {
        sheet ??= openSheet(partition);
        return await printDocument(sheet, `${ORIGIN}${path}`);
      } finally {
        documents.delete(path);
        if (html.length > LARGE_DOCUMENT) drop();
      }
    },
    close: () => {
      isClosed = true;
      for (const path of documents.keys()) if (path.startsWith(`${base}/`)) documents.delete(path);
      drop();
    },
  };
}

/** A hidden window, and how it ended if it did. */
interface PrintSheet {
  readonly window: BrowserWindow;
  /** Rejects when the window is closed or its process dies; never resolves. */
  readonly ended: Promise<never>;
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
  const ended = new Promise<never>((_resolve, reject) => {
    window.once('closed', () => reject(new AppError('cancelled', 'The export was cancelled.')));
    window.webContents.once('render-process-gone', (_event, { reason }) => {
      const message = `The page that draws the PDF stopped (${reason}). Export fewer posts at once.`;
      reject(new AppError('export-failed', message));
    });
  });
  // Nobody may be waiting when the window is closed.
  ended.catch(() => undefined);
  return { window, ended };
}

async function printDocument({ window, ended }: PrintSheet, address: string): Promise<Uint8Array> {
  const work = window.loadURL(address).then(() =>
    window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    }),
  );
  return Promise.race([work, ended]);
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
