import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { attacks, SECRETS, writeAttacks } from '../attacks/collection.ts';
import { harmIn } from '../attacks/harm.ts';
import { readZip } from '../core/export/formats/readZip.ts';
import { listen } from './attackRecorder.ts';
import type { Listener } from './attackRecorder.ts';
import { projectFolder } from './launch.ts';
import { servePages, startPlainBrowser } from './plainBrowser.ts';
import type { PlainBrowser } from './plainBrowser.ts';
import { removeFolder } from './removeFolder.ts';

/**
 * The collection as books and files, made by the command line: what comes out runs nothing, loads nothing and holds nothing
 * from outside the archive, and neither does the making. The books are opened in a browser without any of the app's walls.
 */

const SECRET = 'what nobody may read';

let base = '';
let listener: Listener;
let browser: PlainBrowser;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  listener = await listen();
  base = await mkdtemp(join(tmpdir(), 'broadsheet-attack-books-'));
  const outside = join(base, 'outside');
  await writeAttacks(join(base, 'archive'), { server: listener.origin, outside });
  for (const name of SECRETS) {
    const picture = readFileSync(join(outside, name));
    writeFileSync(join(outside, name), Buffer.concat([picture, Buffer.from(SECRET)]));
  }
  run('index', join(base, 'archive'));
  browser = await startPlainBrowser();
});
test.afterAll(async () => {
  await browser.close();
  listener.close();
  await removeFolder(base);
});

function run(command: string, folder: string, ...more: readonly string[]): void {
  const line = [command, folder, ...more, '--data-dir', join(base, 'data')];
  execFileSync(process.execPath, [join(projectFolder, 'out/main/cli.js'), ...line], {
    stdio: 'ignore',
  });
}

/** Exports the collection; answers the path of the file or folder. */
function madeBook(format: string): string {
  const target = join(base, `all.${format}`);
  run('export', join(base, 'archive'), '--query', '', '--format', format, '--to', target);
  return target;
}

/** What is opened by the browser, by path. */
async function opened(pages: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const server = await servePages((path) => pages.get(path) ?? null);
  const { page, takeRequests } = browser;
  const ran: string[] = [];
  try {
    for (const path of pages.keys()) {
      takeRequests();
      await page.goto(`${server.origin}${path}`, { waitUntil: 'load', timeout: 120_000 });
      await page.evaluate(pressAll);
      const number: unknown = await page.evaluate('window.pwned ?? null');
      if (number !== null) ran.push(`${path} ran attack ${JSON.stringify(number)}`);
      const asked = takeRequests().filter(
        (url) => !url.startsWith(`${server.origin}/`) && !/^(?:data|about):/u.test(url),
      );
      ran.push(...asked.map((url) => `${path} asked for ${url}`));
    }
  } finally {
    server.close();
  }
  return [...ran, ...listener.hits.map((path) => `${path} was asked for`)];
}

/** Runs in the page: presses and points at everything, apart from links that lead to the web. */
function pressAll(): void {
  const { document, MouseEvent } = Reflect.get(globalThis, 'window');
  for (const element of document.querySelectorAll('body *')) {
    if (/^(?:https?|mailto):/u.test(element.href ?? '')) continue;
    for (const name of ['mouseover', 'pointerenter', 'click'])
      element.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true }));
  }
}

/** Drawings of the archive stand in the file as data; nothing runs or loads in these, which are cleaned. */
const isDrawing = (harm: string): boolean => harm.startsWith('img src="data:image/svg+xml;base64,');

test('as one HTML file, also without its policy', async () => {
  test.setTimeout(240_000);
  const html = readFileSync(madeBook('html'), 'utf8');
  const policy =
    /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">/u;
  // The policy stands before everything that it could concern.
  expect(html.search(policy)).toBeLessThan(html.indexOf('<title'));
  expect(html).not.toContain(SECRET);
  const body = html.slice(html.indexOf('<body'));
  expect(harmIn(body).filter((harm) => !isDrawing(harm))).toEqual([]);
  const drawings = [...body.matchAll(/data:image\/svg\+xml;base64,([\w+/=]+)/gu)].map(
    ([, base64]) => Buffer.from(base64 ?? '', 'base64').toString('utf8'),
  );
  expect(drawings.length).toBeGreaterThan(0);
  for (const drawing of drawings) {
    expect(drawing).not.toMatch(/<script|onload|@import/u);
    expect(drawing).not.toContain(listener.origin);
  }
  expect(await opened(new Map([['/', html.replace(policy, '')]]))).toEqual([]);
});

test('as an EPUB', async () => {
  test.setTimeout(240_000);
  const files = readZip(readFileSync(madeBook('epub')));
  const texts = files.flatMap(({ name, bytes }) =>
    /\.(?:xhtml|svg)$/u.test(name) ? [[name, Buffer.from(bytes).toString('utf8')] as const] : [],
  );
  expect(texts.length).toBeGreaterThan(attacks.length);
  const harms = texts.flatMap(([name, text]) => {
    const body = name.endsWith('.svg') ? text : text.slice(text.indexOf('<body'));
    const found = harmIn(body).filter((harm) => harm !== 'element svg');
    return found.map((harm) => `${name}: ${harm}`);
  });
  expect(harms).toEqual([]);
  for (const { bytes } of files) expect(Buffer.from(bytes).includes(SECRET)).toBe(false);
  // All chapters as one page: opening each takes minutes.
  const bodies = texts.map(([, text]) => text.slice(text.indexOf('<body')));
  expect(await opened(new Map([['/', `<!doctype html>${bodies.join('\n')}`]]))).toEqual([]);
});

test('as Markdown, JSON Lines, tables and citations nothing from outside the archive comes along', () => {
  test.setTimeout(240_000);
  const folder = madeBook('markdown');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of names) {
    expect(entry.isFile() || entry.name === 'pictures').toBe(true);
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    expect(bytes.includes(SECRET) || bytes.includes('root:x:0')).toBe(false);
  }
  const lines = readFileSync(madeBook('jsonl'), 'utf8').trimEnd().split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(attacks.length);
  const harms = lines.flatMap((line) => {
    const { path, html }: { path: string; html: string } = JSON.parse(line);
    return harmIn(html).map((harm) => `${path}: ${harm}`);
  });
  expect(harms).toEqual([]);
  for (const format of ['csv', 'bib', 'ris', 'csl']) {
    const text = readFileSync(madeBook(format), 'utf8');
    expect(text).not.toContain(SECRET);
    if (format === 'csv') expect(text).not.toMatch(/(?:^|,)"?[=+@＝＋－＠\t]/mu);
  }
  expect(listener.hits).toEqual([]);
});
