import { chmod, mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { attacks, SECRETS, writeAttacks } from '../attacks/collection.ts';
import { harmIn } from '../attacks/harm.ts';
import { copyPost, inspect, nextMark, provoke } from './attackProbe.ts';
import { listen, record } from './attackRecorder.ts';
import type { Listener, Recorder } from './attackRecorder.ts';
import { electronPath, launchApp } from './launch.ts';
import { removeFolder } from './removeFolder.ts';

/**
 * Every vector of the collection, opened in the real app under a trace of its system calls: nothing runs, nothing is
 * asked for, nothing outside the archive is read, no window opens, nothing navigates.
 */

/** Pictures that are not there, or not pictures. Broken policies are not on this list: none may even be tried. */
const MISSING = [/status of 404/u, /ERR_FILE_NOT_FOUND/u];

let base = '';
let archive = '';
let outside = '';
let listener: Listener;

test.beforeAll(async () => {
  listener = await listen();
  base = await mkdtemp(join(tmpdir(), 'broadsheet-attacks-'));
  archive = join(base, 'archive');
  outside = join(base, 'outside');
  await writeAttacks(archive, { server: listener.origin, outside });
});
test.afterAll(async () => {
  listener.close();
  await removeFolder(base);
});

/** A script that starts Electron with every connection and every opened file written down. */
async function tracedElectron(trace: string): Promise<string> {
  const script = join(base, 'traced.sh');
  const calls = 'connect,sendto,sendmsg,sendmmsg,open,openat,execve';
  await writeFile(
    script,
    `#!/bin/sh\nexec strace -f --seccomp-bpf -qq -s 4096 -e trace=${calls} -o '${trace}' '${electronPath()}' "$@"\n`,
  );
  await chmod(script, 0o755);
  return script;
}

/** Goes to the next post of the list; its number, null when none opens any more. */
async function openNext(page: Page, before: number | null): Promise<number | null> {
  // A picture that was pressed shows large, a note in a box of its own: both keep the keys until they are closed.
  const layer = page.locator('[role="dialog"]');
  for (let tries = 0; tries < 5 && (await layer.count()) > 0; tries += 1) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(50);
  }
  await page.getByRole('listbox', { name: 'Posts' }).focus();
  await page.keyboard.press(before === null ? 'Home' : 'ArrowDown');
  let mark: number | false = false;
  for (let tries = 0; mark === false && tries < 480; tries += 1) {
    mark = await page.evaluate(nextMark, before);
    if (mark === false) await page.waitForTimeout(25);
    // A link of the post before may have led to its neighbour: one further, then.
    if (mark === false && tries % 120 === 119) await page.keyboard.press('ArrowDown');
  }
  return mark === false ? null : mark;
}

/** Runs in the main process: the HTML on the clipboard. Electron changed how it is asked for in version 45. */
async function readCopied({ clipboard }: typeof Electron.CrossProcessExports): Promise<string> {
  const readAtOnce: unknown = Reflect.get(clipboard, 'readHTML');
  if (typeof readAtOnce === 'function') return String(readAtOnce.call(clipboard));
  const [copied] = await clipboard.read();
  const html = await copied?.getType('text/html').catch(() => null);
  return html instanceof Blob ? html.text() : '';
}

/** Everything wrong with the open post, in words. */
async function tryPost(
  app: ElectronApplication,
  page: Page,
  recorder: Recorder,
): Promise<readonly string[]> {
  const shown = await page.evaluate(inspect);
  await page.evaluate(copyPost);
  const copied = await app.evaluate(readCopied);
  await page.evaluate(provoke);
  const done = await recorder.take();
  const opened = await recorder.takeOpened();
  return [
    ...shown,
    ...harmIn(copied).map((harm) => `copied: ${harm}`),
    ...done,
    ...opened.filter((address) => !/^(?:https?:\/\/[^/]|mailto:)/u.test(address)),
  ];
}

test('every attack of the collection, opened, pressed and copied, does nothing', async () => {
  test.setTimeout(600_000);
  const trace = join(base, 'trace.log');
  const isTraced = process.platform === 'linux';
  const running = await launchApp({
    folder: archive,
    allowedErrors: MISSING,
    ...(isTraced ? { executable: await tracedElectron(trace) } : {}),
  });
  const { app, page, close } = running;
  await expect(page.getByText('Index up to date')).toBeVisible({ timeout: 60_000 });
  const recorder = await record(app, page);
  const opened = new Set<number>();
  const failures: string[] = [];
  const list = page.getByRole('listbox', { name: 'Posts' });
  const total = Number(await list.getByRole('option').first().getAttribute('aria-setsize'));
  let mark: number | null = null;
  for (let row = 0; row < total + 20 && opened.size < total; row += 1) {
    mark = await openNext(page, mark);
    if (mark === null) break;
    opened.add(mark);
    const category = attacks[mark - 1]?.category ?? 'files';
    const wrong = await tryPost(app, page, recorder);
    failures.push(...wrong.map((what) => `attack ${mark} (${category}): ${what}`));
  }
  expect(failures).toEqual([]);
  const missed = attacks
    .filter(({ id }) => !opened.has(id))
    .map(({ id, category }) => `${id} ${category}`);
  expect(missed, 'attacks that were never opened').toEqual([]);
  expect(listener.hits).toEqual([]);
  expect(app.windows()).toHaveLength(1);
  await close();
  await expectUntouched();
  if (isTraced) await expectQuietTrace(trace);
});

/** Nothing was added to the folder that nothing may read. */
async function expectUntouched(): Promise<void> {
  expect((await readdir(outside)).toSorted()).toEqual(SECRETS.toSorted());
  expect(await stat(join(base, 'ran')).catch(() => null)).toBeNull();
}

async function expectQuietTrace(trace: string): Promise<void> {
  const lines = (await readFile(trace, 'utf8')).split('\n');
  // Proof that the trace sees connections and opened files at all.
  expect(lines.filter((line) => line.includes('AF_UNIX')).length).toBeGreaterThan(0);
  expect(lines.filter((line) => /AF_INET/u.test(line))).toEqual([]);
  const opened = lines.filter((line) => /^\d+ +open(?:at)?\(/u.test(line));
  expect(opened.filter((line) => line.includes('/posts/attack-001')).length).toBeGreaterThan(0);
  expect(opened.filter((line) => line.includes(`${outside}/`))).toEqual([]);
  expect(
    opened.filter((line) => /"\/etc\/shadow|environ"|"\/dev\/(?:zero|random)"/u.test(line)),
  ).toEqual([]);
}
