import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from './launch.ts';
import type { RunningApp } from './launch.ts';
import { removeFolder } from './removeFolder.ts';

/** The points of Electron's security checklist that no other test holds; the table is in docs/security.md. */

/** What the page logs when its policy refuses something; these tests provoke exactly that. */
const REFUSALS = [
  /Refused to/u,
  /Content Security Policy/u,
  /violates/u,
  /ERR_/u,
  /Permissions policy/u,
  /Blocked script execution/u,
];

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="document.title=\'ran\'"><script>document.title="ran"</script></svg>';

let folder = '';
let running: RunningApp;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-checklist-'));
  await writeFile(
    join(folder, 'post.md'),
    '---\ntitle: Drawing\n---\n![d](draw.svg)\n\nWords of it.\n',
  );
  await writeFile(join(folder, 'draw.svg'), DRAWING);
});
test.afterAll(() => removeFolder(folder));
test.beforeEach(async () => {
  running = await launchApp({ folder, allowedErrors: REFUSALS });
  await expect(running.page.getByRole('option', { name: 'Drawing' })).toBeVisible();
});
test.afterEach(() => running.close());

test('the page has no Node, no Electron and three functions of the app', async () => {
  const found = await running.page.evaluate(() => {
    const names = [
      'require',
      'process',
      'module',
      'Buffer',
      'electron',
      'ipcRenderer',
      '__dirname',
    ];
    return {
      node: names.filter((name) => Reflect.has(globalThis, name)),
      bridge: Object.keys(Reflect.get(globalThis, 'archive')).toSorted(),
    };
  });
  expect(found).toEqual({ node: [], bridge: ['call', 'pathOfDropped', 'subscribe'] });
});

test('every window is sandboxed, isolated and guarded', async () => {
  const preferences: readonly Readonly<Record<string, unknown>>[] = await running.app.evaluate(
    ({ webContents }) =>
      webContents
        .getAllWebContents()
        .map((contents) => Reflect.get(contents, 'getLastWebPreferences').call(contents)),
  );
  expect(preferences.length).toBeGreaterThan(0);
  for (const given of preferences) {
    expect(given).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    expect(given['enableBlinkFeatures'] ?? '').toBe('');
    // Left out of the answer where they are off.
    for (const name of ['offscreen', 'navigateOnDragDrop', 'nodeIntegrationInWorker'])
      expect(given[name] ?? false, name).toBe(false);
  }
});

test('no code from text, no style from an attribute', async () => {
  const outcome = await running.page.evaluate(async () => {
    const { document, getComputedStyle } = Reflect.get(globalThis, 'window');
    // Later, for what a test sends itself may use `eval`.
    const runs = (make: () => unknown): Promise<boolean> =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            make();
            resolve(true);
          } catch {
            resolve(false);
          }
        });
      });
    const box = document.createElement('div');
    box.setAttribute('style', 'position: fixed');
    document.body.append(box);
    const sheet = document.createElement('style');
    sheet.textContent = 'body { outline: 9px solid red }';
    document.head.append(sheet);
    return {
      eval: await runs(() => Reflect.get(globalThis, 'eval')('1')),
      function: await runs(() => Reflect.construct(Function, ['return 1'])()),
      attribute: getComputedStyle(box).position,
      sheet: getComputedStyle(document.body).outlineStyle,
    };
  });
  expect(outcome).toEqual({ eval: false, function: false, attribute: 'static', sheet: 'none' });
});

test('no permission is ever given', async () => {
  const outcome = await running.page.evaluate(async () => {
    const { navigator, Notification } = Reflect.get(globalThis, 'window');
    const names = [
      'geolocation',
      'notifications',
      'midi',
      'camera',
      'microphone',
      'clipboard-read',
      'persistent-storage',
      'screen-wake-lock',
    ];
    const asked = await Promise.all(
      names.map(
        async (name) => [name, (await navigator.permissions.query({ name })).state] as const,
      ),
    );
    const refused = async (ask: () => Promise<unknown>): Promise<string> => {
      try {
        await ask();
        return 'given';
      } catch {
        return 'refused';
      }
    };
    return {
      given: asked.filter(([, state]) => state !== 'denied'),
      notification: await Notification.requestPermission(),
      media: await refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await refused(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      usb: await refused(() => navigator.usb.requestDevice({ filters: [] })),
      bluetooth: await refused(() => navigator.bluetooth.requestDevice({ acceptAllDevices: true })),
      serial: await refused(() => navigator.serial.requestPort()),
      clipboard: await refused(() => navigator.clipboard.readText()),
      worker: await refused(() => navigator.serviceWorker.register('/worker.js')),
    };
  });
  expect(outcome).toEqual({
    given: [],
    notification: 'denied',
    media: 'refused',
    screen: 'refused',
    usb: 'refused',
    bluetooth: 'refused',
    serial: 'refused',
    clipboard: 'refused',
    worker: 'refused',
  });
});

test('a drawing of the archive, opened as a document, runs nothing', async () => {
  const { app, page } = running;
  await page.getByRole('option', { name: 'Drawing' }).click();
  const address = await page.getByRole('article').getByRole('img').getAttribute('src');
  await page.evaluate((to) => Reflect.get(globalThis, 'location').assign(to), address);
  await page.waitForTimeout(300);
  expect(page.url()).toBe('app://broadsheet/index.html');
  const title = await app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    await window.loadURL(url);
    const found = window.webContents.getTitle();
    window.destroy();
    return found;
  }, address ?? '');
  expect(title).not.toBe('ran');
});

/** Servers that count who comes: one for streams, one for single packets. */
async function openEars(): Promise<{
  readonly tcp: number;
  readonly udp: number;
  readonly heard: string[];
  readonly close: () => void;
}> {
  const heard: string[] = [];
  const stream: Server = createServer((socket) => {
    heard.push('stream');
    socket.destroy();
  });
  const packets: Socket = createSocket('udp4').on('message', () => heard.push('packet'));
  await new Promise<void>((resolve) => {
    stream.listen(0, '127.0.0.1', resolve);
  });
  await new Promise<void>((resolve) => {
    packets.bind(0, '127.0.0.1', resolve);
  });
  const address = stream.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    tcp: address.port,
    udp: packets.address().port,
    heard,
    close: () => void [stream.close(), packets.close()],
  };
}

test('calls between browsers, sockets and workers reach nothing either', async () => {
  const ears = await openEars();
  await running.page.evaluate(
    async ([tcp, udp]) => {
      const window = Reflect.get(globalThis, 'window');
      const attempt = async (make: () => unknown): Promise<void> => {
        try {
          await make();
        } catch {
          // Refused, as it should be.
        }
      };
      const urls = [
        `stun:127.0.0.1:${udp}`,
        `turn:127.0.0.1:${udp}?transport=udp`,
        `turn:127.0.0.1:${tcp}?transport=tcp`,
        `turns:127.0.0.1:${tcp}?transport=tcp`,
      ];
      await attempt(async () => {
        const iceServers = urls.map((url) => ({ urls: url, username: 'a', credential: 'b' }));
        const connection = new window.RTCPeerConnection({ iceServers });
        connection.createDataChannel('a');
        await connection.setLocalDescription(await connection.createOffer());
      });
      await attempt(() => new window.WebSocket(`ws://127.0.0.1:${tcp}/`));
      await attempt(() => new window.EventSource(`http://127.0.0.1:${tcp}/`));
      await attempt(() => new window.WebTransport(`https://127.0.0.1:${udp}/`).ready);
      await attempt(() => new window.Worker(`http://127.0.0.1:${tcp}/w.js`));
      await attempt(() => window.navigator.sendBeacon(`http://127.0.0.1:${tcp}/b`));
      for (const rel of [
        'prefetch',
        'preload',
        'preconnect',
        'dns-prefetch',
        'prerender',
        'modulepreload',
        'icon',
        'manifest',
      ]) {
        const link = window.document.createElement('link');
        Object.assign(link, { rel, href: `http://127.0.0.1:${tcp}/${rel}`, as: 'image' });
        window.document.head.append(link);
      }
    },
    [ears.tcp, ears.udp] as const,
  );
  await running.page.waitForTimeout(4_000);
  expect(ears.heard).toEqual([]);
  ears.close();
});
