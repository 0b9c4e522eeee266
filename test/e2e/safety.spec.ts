import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { chmod, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { electronPath, launchApp } from './launch.ts';
import type { RunningApp } from './launch.ts';
import { removeFolder } from './removeFolder.ts';

/** What the page logs when its policy refuses something; these tests provoke exactly that. */
const REFUSALS = [
  /Refused to/u,
  /Content Security Policy/u,
  /ERR_/u,
  /status of 404/u,
  /violates/u,
  /Not allowed to load local resource/u,
];

/** A one-pixel picture. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let base = '';
let archive = '';
let canary: Server;
let hits: string[] = [];

/** Posts that try what a post may not; every address leads to a server that counts its visitors. */
function hostilePosts(server: string): Readonly<Record<string, string>> {
  return {
    Scripts: `<script>globalThis.pwned='inline'</script>
<script src="${server}/a.js"></script>
<img src="x" onerror="globalThis.pwned='onerror'">
<svg><script>globalThis.pwned='svg'</script><a xlink:href="javascript:globalThis.pwned='svglink'"><text>s</text></a></svg>
<details open ontoggle="globalThis.pwned='toggle'">d</details>
<a href="javascript:globalThis.pwned='link'">Press here</a>
<a href="data:text/html,<script>globalThis.pwned='data'</script>">Or here</a>
<math><mtext><table><mglyph><style><img src=x onerror="globalThis.pwned='math'"></style></mglyph></table></mtext></math>`,
    Frames: `<iframe src="${server}/frame" srcdoc="<script>parent.pwned='srcdoc'</script>"></iframe>
<object data="${server}/object"></object><embed src="${server}/embed">
<form action="${server}/form"><input name="a"><button>Send</button></form>
<base href="${server}/"><meta http-equiv="refresh" content="0;url=${server}/refresh">
<link rel="stylesheet" href="${server}/style.css"><link rel="prefetch" href="${server}/prefetch">
<link rel="dns-prefetch" href="//dns.example.org"><link rel="preconnect" href="${server}">`,
    Pictures: `![remote](${server}/remote.png)
<img src="${server}/img.png" srcset="${server}/set.png 2x">
<picture><source srcset="${server}/source.png"><img src="${server}/fallback.png"></picture>
<video src="${server}/film.mp4" poster="${server}/poster.png" autoplay></video><audio src="${server}/a.mp3"></audio>
<p style="background:url(${server}/bg.png)">styled</p><table background="${server}/table.png"><tr><td>t</td></tr></table>
<style>@import url("${server}/import.css"); p { background: url(${server}/css.png) }</style>

![local](pixel.png)
![up](../secret.png)`,
  };
}

test.beforeAll(async () => {
  canary = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.end('');
  });
  await new Promise<void>((resolve) => {
    canary.listen(0, '127.0.0.1', resolve);
  });
  base = await mkdtemp(join(tmpdir(), 'broadsheet-safety-'));
  archive = join(base, 'archive');
  await mkdir(archive);
  await writeFile(join(base, 'secret.png'), PIXEL);
  await writeFile(join(archive, 'pixel.png'), PIXEL);
  await writeFile(join(archive, 'page.png'), '<!doctype html><script>parent.pwned=1</script>');
  for (const [title, body] of Object.entries(hostilePosts(outside()))) {
    const front = `---\ntitle: ${title}\ndate: 2024-01-01\n---\n`;
    await writeFile(
      join(archive, `2024-01-01-${title}.md`),
      `${front}${body}\n\nThe end of ${title}.\n`,
    );
  }
  await writeFile(
    join(archive, '2024-01-02-code.md'),
    `---js\n{ title: (globalThis.pwned = 'front matter', 'Code') }\n---\nThe end of Code.\n`,
  );
});
test.beforeEach(() => {
  hits = [];
});
test.afterAll(async () => {
  canary.close();
  await removeFolder(base);
});

function outside(): string {
  // A server at an address of this computer: nothing but the app's own rules keeps it from being reached.
  const address = canary.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

async function openPost(page: Page, title: string): Promise<void> {
  await page.getByRole('listbox', { name: 'Posts' }).getByRole('option', { name: title }).click();
  await expect(page.getByRole('article', { name: title })).toContainText(`The end of ${title}.`);
}

/** What hostile code would have left behind, in the page or in the app. */
async function traces({ app, page }: RunningApp): Promise<readonly unknown[]> {
  const inPage = await page.evaluate(() => Reflect.get(globalThis, 'pwned'));
  const inMain = await app.evaluate(() => Reflect.get(globalThis, 'pwned'));
  return [inPage, inMain].filter((value) => value !== undefined);
}

/** Runs in the page: tries everything a policy should refuse and says what came of it. */
async function attack(server: string): Promise<unknown> {
  const window = Reflect.get(globalThis, 'window');
  const { document, navigator } = window;
  const loaded = (tag: string, attribute: string): Promise<boolean> =>
    new Promise((resolve) => {
      const element = document.createElement(tag);
      element.setAttribute(attribute, `${server}/${tag}`);
      if (tag === 'link') element.setAttribute('rel', 'stylesheet');
      element.addEventListener('load', () => resolve(true));
      element.addEventListener('error', () => resolve(false));
      setTimeout(() => resolve(false), 1_000);
      document.body.append(element);
    });
  const inline = document.createElement('script');
  inline.textContent = "globalThis.pwned = 'inline'";
  document.body.append(inline);
  const handler = document.createElement('div');
  handler.innerHTML = `<img src="x" onerror="globalThis.pwned='onerror'">`;
  document.body.append(handler);
  navigator.sendBeacon(`${server}/beacon`);
  const reached = await Promise.allSettled([
    fetch(`${server}/fetch`),
    fetch('archive://id-0123456789abcdef/a.png'),
    navigator.mediaDevices.getUserMedia({ video: true }),
  ]);
  return {
    reached: reached.map(({ status }) => status),
    window: window.open(`${server}/window`) === null,
    script: await loaded('script', 'src'),
    style: await loaded('link', 'href'),
    image: await loaded('img', 'src'),
    permission: (await navigator.permissions.query({ name: 'notifications' })).state,
  };
}

/** Runs in the page: tries to leave it. */
function depart([server, way]: readonly [server: string, way: string]): void {
  const { document, location } = Reflect.get(globalThis, 'window');
  const link = document.createElement('a');
  link.href = `${server}/navigation`;
  if (way === 'download') link.download = 'file.bin';
  if (way === 'location') location.assign(link.href);
  else {
    document.body.append(link);
    link.click();
  }
}

/** Runs in the page: the width of each picture, 0 where none came. */
function measure(addresses: readonly string[]): Promise<readonly number[]> {
  const { Image } = Reflect.get(globalThis, 'window');
  const widthOf = (address: string): Promise<number> =>
    new Promise((resolve) => {
      const image = new Image();
      image.addEventListener('load', () => resolve(image.naturalWidth));
      image.addEventListener('error', () => resolve(0));
      image.src = address;
    });
  return Promise.all(addresses.map(widthOf));
}

test('posts that try to run, load, frame or leave do nothing', async () => {
  const running = await launchApp({ folder: archive, allowedErrors: REFUSALS });
  const { app, page, close } = running;
  await app.evaluate(({ session }) => {
    const sent: string[] = [];
    Reflect.set(globalThis, 'sentRequests', sent);
    session.defaultSession.webRequest.onSendHeaders(({ url }) => {
      if (!/^(app|archive|devtools|data|blob):/u.test(url)) sent.push(url);
    });
  });
  for (const title of ['Scripts', 'Frames', 'Pictures']) {
    await openPost(page, title);
    const article = page.getByRole('article', { name: title });
    for (const link of await article.getByRole('link').all()) await link.click();
    await expect(
      article.locator('script, iframe, object, embed, form, base, link, style'),
    ).toHaveCount(0);
    expect(page.url()).toContain('app://broadsheet/');
  }
  await expect(page.getByText(outside(), { exact: false }).first()).toBeVisible();
  expect(await traces(running)).toEqual([]);
  expect(await app.evaluate(() => Reflect.get(globalThis, 'sentRequests'))).toEqual([]);
  expect(app.windows()).toHaveLength(1);
  expect(hits).toEqual([]);
  await close();
});

test('code in the page could not load, send, open or leave either', async () => {
  const running = await launchApp({ folder: archive, allowedErrors: REFUSALS });
  const { page, app, close } = running;
  await expect(page.getByRole('option').first()).toBeVisible();
  const outcome = await page.evaluate(attack, outside());
  expect(outcome).toMatchObject({
    reached: ['rejected', 'rejected', 'rejected'],
    window: true,
    script: false,
    style: false,
    image: false,
    permission: 'denied',
  });
  const leave = async (how: string): Promise<void> => {
    await page.evaluate(depart, [outside(), how] as const);
    await page.waitForTimeout(300);
    expect(page.url(), how).toBe('app://broadsheet/index.html');
  };
  for (const how of ['location', 'link', 'download']) await leave(how);
  await page.evaluate(() => Reflect.get(globalThis, 'location').assign('file:///etc/passwd'));
  await page.waitForTimeout(300);
  expect(page.url()).toBe('app://broadsheet/index.html');
  expect(await traces(running)).toEqual([]);
  expect(app.windows()).toHaveLength(1);
  expect(hits).toEqual([]);
  await close();
});

test('pictures come from inside the archive only', async () => {
  const { page, close } = await launchApp({ folder: archive, allowedErrors: REFUSALS });
  await openPost(page, 'Pictures');
  const local = page.getByRole('article').getByRole('img', { name: 'local' });
  await expect.poll(() => local.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBe(1);
  const root = new URL((await local.getAttribute('src')) ?? '').host;
  const widths = await page.evaluate(measure, [
    `archive://${root}/pixel.png`,
    `archive://${root}/../secret.png`,
    `archive://${root}/..%2fsecret.png`,
    `archive://${root}/%2e%2e%2fsecret.png`,
    `archive://${root}/page.png`,
    `archive://${root}/2024-01-01-Scripts.md`,
    `archive://id-0000000000000000/pixel.png`,
    `file://${base}/secret.png`,
  ]);
  expect(widths).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  await close();
});

test('only our own window may call, and only what the contract names', async () => {
  // Said by the page in the foreign window, which gets no answer.
  const allowedErrors = [/The call does not come from the window/u];
  const { page, app, close } = await launchApp({ allowedErrors });
  const call = (channel: string, input?: unknown): Promise<unknown> =>
    page.evaluate(([name, given]) => Reflect.get(globalThis, 'archive').call(name, given), [
      channel,
      input,
    ] as const);
  const refused = { ok: false, error: { code: 'bad-input' } };
  expect(await call('archives.list')).toMatchObject({ ok: true });
  expect(await call('shell.openPath', '/')).toMatchObject(refused);
  expect(await call('constructor')).toMatchObject(refused);
  expect(await call('archives.list', { extra: 1 })).toMatchObject(refused);
  expect(await call('archives.add', { folder: '/', isSample: false })).toMatchObject(refused);
  expect(await call('archives.openDropped', { folder: '/' })).toMatchObject(refused);
  expect(await call('links.open', { url: 'file:///etc/passwd' })).toMatchObject(refused);
  expect(await call('links.open', { url: 'javascript:1' })).toMatchObject(refused);
  const foreign = await app.evaluate(async ({ BrowserWindow, app: running }) => {
    const preload = `${running.getAppPath()}/out/preload/index.cjs`;
    const other = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    await other.loadURL('app://broadsheet/index.html');
    const script = `globalThis.archive.call('archives.list', undefined)`;
    const answer: unknown = await other.webContents.executeJavaScript(script);
    other.destroy();
    return answer;
  });
  expect(foreign).toMatchObject(refused);
  await close();
});

test('links open outside on a click, and only web and mail addresses', async () => {
  const { page, app, close } = await launchApp({ folder: archive, allowedErrors: REFUSALS });
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    shell.openExternal = (address) => {
      opened.push(address);
      return Promise.resolve();
    };
  });
  const call = (url: string): Promise<unknown> =>
    page.evaluate(
      (given) => Reflect.get(globalThis, 'archive').call('links.open', { url: given }),
      url,
    );
  await call('https://example.org/a');
  await call('mailto:desk@example.org');
  await call('smb://example.org/share');
  await call('ms-settings:');
  expect(await app.evaluate(() => Reflect.get(globalThis, 'opened'))).toEqual([
    'https://example.org/a',
    'mailto:desk@example.org',
  ]);
  await close();
});

test('no process of the app connects to anything', async () => {
  test.skip(process.platform !== 'linux', 'strace is a tool of Linux');
  const trace = join(base, 'trace.log');
  const script = join(base, 'traced.sh');
  const calls = 'connect,sendto,sendmsg,sendmmsg';
  await writeFile(
    script,
    `#!/bin/sh\nexec strace -f --seccomp-bpf -qq -e trace=${calls} -o '${trace}' '${electronPath()}' "$@"\n`,
  );
  await chmod(script, 0o755);
  const { page, close } = await launchApp({
    folder: archive,
    executable: script,
    allowedErrors: REFUSALS,
  });
  for (const title of ['Scripts', 'Frames', 'Pictures']) await openPost(page, title);
  await page.waitForTimeout(3_000);
  await close();
  const lines = (await readFile(trace, 'utf8')).split('\n');
  // The display is reached through a local socket: proof that the trace sees connections at all.
  expect(lines.filter((line) => line.includes('AF_UNIX')).length).toBeGreaterThan(0);
  expect(lines.filter((line) => /AF_INET/u.test(line))).toEqual([]);
});
