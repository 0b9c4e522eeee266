import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import type { Page } from 'playwright';
import { appEnvironment, electronPath } from './launch.ts';
import { removeFolder } from './removeFolder.ts';

/** A browser window without any of the app's walls: what may hold there holds by the HTML alone. */
export interface PlainBrowser {
  readonly page: Page;
  /** Addresses asked for outside the served pages since the last call. */
  readonly takeRequests: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** The program of the plain browser; windows it is asked to open and leaving the page are all it refuses. */
const PROGRAM = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1200, height: 900, webPreferences: { sandbox: true, spellcheck: false } });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.session.on('will-download', (event) => event.preventDefault());
  window.loadURL('about:blank');
});
app.on('window-all-closed', () => app.quit());
`;

/** Starts the plain browser. Host names lead nowhere; addresses of this computer are reached. */
export async function startPlainBrowser(): Promise<PlainBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-plain-'));
  await writeFile(join(folder, 'package.json'), '{"name":"plain","main":"main.cjs"}');
  await writeFile(join(folder, 'main.cjs'), PROGRAM);
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      folder,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      `--user-data-dir=${join(folder, 'profile')}`,
    ],
    env: appEnvironment(),
  });
  const page = await app.firstWindow();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => void dialog.dismiss());
  return {
    page,
    takeRequests: () => requests.splice(0),
    close: async () => {
      await app.close();
      await removeFolder(folder);
    },
  };
}

/** Pages by path, served from this computer. */
export interface PageServer {
  readonly origin: string;
  readonly close: () => void;
}

/** Serves what `pageOf` gives for a path; null = 404. Scripts are told from pages by their name. */
export async function servePages(pageOf: (path: string) => string | null): Promise<PageServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://here').pathname;
    const text = pageOf(path);
    response.statusCode = text === null ? 404 : 200;
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.end(text ?? '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
