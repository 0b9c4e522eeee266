import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { ElectronApplication, Page } from 'playwright';

/** A server on this computer that answers everything and remembers who asked. */
export interface Listener {
  readonly origin: string;
  /** Paths asked for since the start. */
  readonly hits: readonly string[];
  readonly close: () => void;
}

/** Starts a listener on a free port. Nothing but the app's own rules keeps the app from reaching it. */
export async function listen(): Promise<Listener> {
  const hits: string[] = [];
  const server: Server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('');
  });
  server.on('upgrade', (request, socket) => {
    hits.push(`upgrade ${request.url ?? ''}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    hits,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What was seen of an app: requests, windows, navigations, downloads, addresses handed to the system, code that ran. */
export interface Recorder {
  /** Everything forbidden that was seen since the last call, in words; empty = nothing. */
  readonly take: () => Promise<readonly string[]>;
  /** Addresses handed to the system since the last call. */
  readonly takeOpened: () => Promise<readonly string[]>;
}

/** Schemes that never leave the app. */
const OWN = /^(?:app|archive|devtools|data|blob|about):/u;

/** Begins to record; the system's programs are not started from here on, only named. */
export async function record(app: ElectronApplication, page: Page): Promise<Recorder> {
  const seen: string[] = [];
  page.on('request', (request) => {
    if (!OWN.test(request.url())) seen.push(`request ${request.url()}`);
  });
  page.on('framenavigated', (frame) => seen.push(`navigation to ${frame.url()}`));
  page.on('popup', () => seen.push('a window was opened by the page'));
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await app.evaluate(watchMain);
  return {
    take: async () => {
      const inMain = await app.evaluate(readMain);
      const inPage = await page.evaluate(readPage);
      return [...seen.splice(0), ...inMain, ...inPage];
    },
    takeOpened: () =>
      app.evaluate((): readonly string[] => Reflect.get(globalThis, 'openedOutside').splice(0)),
  };
}

/** Runs in the main process: listens to everything that could leave the app. */
function watchMain({
  app,
  session,
  shell,
  webContents,
}: typeof Electron.CrossProcessExports): void {
  const seen: string[] = [];
  const opened: string[] = [];
  Reflect.set(globalThis, 'seenInMain', seen);
  Reflect.set(globalThis, 'openedOutside', opened);
  const note = (what: string): void => void seen.push(what);
  session.defaultSession.webRequest.onSendHeaders(({ url }) => {
    if (!/^(?:app|archive|devtools|data|blob):/u.test(url)) note(`sent ${url}`);
  });
  session.defaultSession.on('will-download', (_event, download) =>
    note(`download ${download.getURL()}`),
  );
  const watch = (contents: Electron.WebContents): void => {
    contents.on('did-start-navigation', ({ url, isSameDocument }) => {
      if (!isSameDocument) note(`navigation of ${contents.getType()} to ${url}`);
    });
    contents.on('will-attach-webview', () => note('a web view'));
    contents.on('did-create-window', () => note('a window of the page'));
  };
  for (const contents of webContents.getAllWebContents()) watch(contents);
  app.on('browser-window-created', () => note('a window was made'));
  app.on('login', () => note('a server asked for a name'));
  shell.openExternal = (address) => {
    opened.push(address);
    return Promise.resolve();
  };
  shell.openPath = (path) => {
    note(`opened ${path}`);
    return Promise.resolve('');
  };
  shell.showItemInFolder = (path) => note(`showed ${path}`);
}

/** Runs in the main process: what was seen, and what code left there. */
function readMain(): readonly string[] {
  const seen: string[] = Reflect.get(globalThis, 'seenInMain').splice(0);
  const mark: unknown = Reflect.get(globalThis, 'pwned');
  return mark === undefined
    ? seen
    : [...seen, `code ran in the main process: ${JSON.stringify(mark)}`];
}

/** Runs in the page: what code left there. */
function readPage(): readonly string[] {
  const mark: unknown = Reflect.get(globalThis, 'pwned');
  Reflect.deleteProperty(globalThis, 'pwned');
  const polluted: unknown = Reflect.get({}, 'pwned');
  // A post's element by that name would be a clobbered global, which is as bad.
  return [mark, polluted]
    .filter((value) => value !== undefined)
    .map((value) => `code ran in the window: ${JSON.stringify(value)}`);
}
