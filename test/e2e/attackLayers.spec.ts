import { execFileSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import MarkdownIt from 'markdown-it';
import { build } from 'vite';
import { attackFile, markOf } from '../attacks/attack.ts';
import type { Site } from '../attacks/attack.ts';
import { attacks, writeAttacks } from '../attacks/collection.ts';
import { harmIn } from '../attacks/harm.ts';
import { listen } from './attackRecorder.ts';
import type { Listener } from './attackRecorder.ts';
import { projectFolder } from './launch.ts';
import { servePages, startPlainBrowser } from './plainBrowser.ts';
import type { PageServer, PlainBrowser } from './plainBrowser.ts';
import { removeFolder } from './removeFolder.ts';

/**
 * Each sanitiser alone, in a browser window without the app's policy, guards and session rules; and, as the proof that
 * the collection attacks at all, the same posts with no sanitiser.
 */

/** Frames of one page; more make the window wait for itself. */
const BATCH = 40;

let base = '';
let site: Site;
let listener: Listener;
let pages: PageServer;
let browser: PlainBrowser;
/** HTML by kind, then by number of the attack. */
const html = new Map<string, ReadonlyMap<number, string>>();
let purifier = '';

test.beforeAll(async () => {
  test.setTimeout(240_000);
  listener = await listen();
  base = await mkdtemp(join(tmpdir(), 'broadsheet-layers-'));
  site = { server: listener.origin, outside: join(base, 'outside') };
  await writeAttacks(join(base, 'archive'), site);
  html.set('raw', rawPages());
  html.set('core', corePages());
  purifier = await bundlePurifier();
  pages = await servePages(pageOf);
  browser = await startPlainBrowser();
});
test.afterAll(async () => {
  await browser.close();
  pages.close();
  listener.close();
  await removeFolder(base);
});

/** The posts as a careless reader would show them: whatever HTML comes out of Markdown. */
function rawPages(): ReadonlyMap<number, string> {
  const markdown = new MarkdownIt({ html: true });
  markdown.validateLink = () => true;
  return new Map(
    attacks.map((attack) => {
      const { path, text } = attackFile(attack, site);
      const body = text.replace(/^(?:---|\+\+\+)[\s\S]*?\n(?:---|\+\+\+)\n/u, '');
      return [attack.id, path.endsWith('.md') ? markdown.render(body) : body] as const;
    }),
  );
}

/** The posts as the command line prints them. */
function corePages(): ReadonlyMap<number, string> {
  const cli = (...line: readonly string[]): string =>
    execFileSync(process.execPath, [join(projectFolder, 'out/main/cli.js'), ...line], {
      encoding: 'utf8',
      maxBuffer: 1e9,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const common = [join(base, 'archive'), '--data-dir', join(base, 'data')];
  cli('index', ...common);
  const posts = cli('dump', ...common)
    .split('\n')
    .filter(Boolean)
    .map((line): { path: string; html: string } => JSON.parse(line));
  const byPath = new Map(posts.map((post) => [post.path, post.html]));
  const [first] = posts;
  expect(cli('show', ...common, first?.path ?? '', '--format', 'html')).toBe(`${first?.html}\n`);
  return new Map(
    attacks.map((attack) => [attack.id, byPath.get(attackFile(attack, site).path) ?? '(none)']),
  );
}

/** The window's own sanitiser as a script that any page can load. */
async function bundlePurifier(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(projectFolder, 'src/renderer/article/postFragment.ts'),
        formats: ['iife'],
        name: 'postFragment',
        fileName: 'purifier',
      },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

const PURIFY = `
const words = new Proxy({}, { get: (_, name) => String(name) });
const post = { archiveId: '0123456789abcdef', path: 'posts/a.md', title: 'A', lang: 'en' };
const html = JSON.parse(document.getElementById('raw').textContent);
document.body.replaceChildren(postFragment.buildFragment({ ...post, html }, words));
`;

/** `/raw/7`, `/core/7`, `/purified/7`: one post; `/batch/raw/0`: frames of the first posts; the window's sanitiser. */
function pageOf(path: string): string | null {
  if (path === '/purifier.js') return purifier;
  if (path === '/purify.js') return PURIFY;
  const [, kind = '', id = '', from = ''] = path.split('/');
  if (kind === 'batch') return batchPage(id, Number(from));
  if (kind === 'purified') {
    const raw = JSON.stringify(html.get('raw')?.get(Number(id)) ?? '').replaceAll('<', '\\u003c');
    return `<!doctype html><body><script id="raw" type="application/json">${raw}</script><script src="/purifier.js"></script><script src="/purify.js"></script>`;
  }
  const body = html.get(kind)?.get(Number(id));
  return body === undefined ? null : `<!doctype html><body>${body}`;
}

function batchPage(kind: string, from: number): string {
  const frames = attacks
    .slice(from, from + BATCH)
    .map(({ id }) => `<iframe width="300" height="200" src="/${kind}/${id}"></iframe>`);
  return `<!doctype html><script>
const ran = [];
Object.defineProperty(window, 'pwned', { set: (id) => ran.push(id), get: () => ran.length });
</script>${frames.join('')}`;
}

/** Runs in the page: presses and points at everything in all frames, apart from links that lead to the web. */
function pressAll(): void {
  const { document } = Reflect.get(globalThis, 'window');
  for (const frame of document.querySelectorAll('iframe')) {
    const inside = frame.contentDocument;
    if (inside === null) continue;
    for (const element of [...inside.querySelectorAll('body *')].slice(0, 300)) {
      if (/^(?:https?|mailto):/u.test(element.href ?? '')) continue;
      const view = frame.contentWindow;
      for (const name of ['mouseover', 'mouseenter', 'pointerover', 'pointerenter', 'click'])
        element.dispatchEvent(new view.MouseEvent(name, { bubbles: true, cancelable: true }));
      element.focus?.();
    }
  }
}

/** Numbers of the attacks that ran something or asked for something as pages of this kind. */
async function harmed(kind: string): Promise<readonly number[]> {
  const { page, takeRequests } = browser;
  const found = new Set<number>();
  takeRequests();
  for (let from = 0; from < attacks.length; from += BATCH) {
    await page.goto(`${pages.origin}/batch/${kind}/${from}`, {
      waitUntil: 'load',
      timeout: 60_000,
    });
    await page.evaluate(pressAll);
    await page.waitForTimeout(500);
    const ran: readonly number[] = await page.evaluate('ran');
    for (const id of ran) found.add(id);
  }
  const foreign = takeRequests().filter(
    (url) => !url.startsWith(`${pages.origin}/`) && !/^(?:archive|data|blob|about):/u.test(url),
  );
  for (const url of [...foreign, ...listener.hits.map((path) => `${listener.origin}${path}`)])
    found.add(
      Number(
        /^https?:\/\/127\.0\.0\.1:\d+\/(\d+)/u.exec(url)?.[1] ??
          /a(\d+)\.attack/u.exec(url)?.[1] ??
          -1,
      ),
    );
  return [...found].toSorted((left, right) => left - right);
}

const named = (ids: readonly number[]): readonly string[] =>
  ids.map((id) => `${id} ${attacks[id - 1]?.category ?? 'unknown'}`);

test('the sanitiser of the core alone lets nothing run or load', async () => {
  test.setTimeout(300_000);
  const harms = attacks.flatMap(({ id, category }) =>
    harmIn(html.get('core')?.get(id) ?? '').map((harm) => `${id} ${category}: ${harm}`),
  );
  const shown = attacks.filter(({ id }) => html.get('core')?.get(id)?.includes(markOf(id)));
  expect(shown).toHaveLength(attacks.length);
  expect(harms).toEqual([]);
  expect(named(await harmed('core'))).toEqual([]);
});

test('the sanitiser of the window alone lets nothing run or load', async () => {
  test.setTimeout(300_000);
  expect(named(await harmed('purified'))).toEqual([]);
});

test('without a sanitiser the same posts do harm', async () => {
  test.setTimeout(300_000);
  const live = await harmed('raw');
  test.info().annotations.push({ type: 'live', description: String(live.length) });
  expect(live.length).toBeGreaterThan(120);
});
