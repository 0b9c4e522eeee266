import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { exportEnd, startExport } from './exportRun.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { makePostFolder, type PostFolder } from './postFolder.ts';

/** Places that fail an export to PDF before or during the work: each is told in a sentence, and nothing is left there. */

const POSTS = 12;
const LAYOUTS = ['merged', 'separate'] as const;

let posts: PostFolder;
let running: RunningApp;
let folder: string;
let isMounted: boolean;

test.beforeAll(async () => {
  const files = Array.from({ length: POSTS }, (_, post) => [
    `_posts/2024-03-${String(post + 1).padStart(2, '0')}-post-${post}.md`,
    // Each in characters of its own, so that the fonts of each take room.
    `---\ntitle: 潮汐 ${post}\nsource: 江汀日报\n---\n${signs(post)}\n`,
  ]);
  posts = await makePostFolder(Object.fromEntries(files));
});
test.afterAll(() => posts.remove());

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-places-test-'));
  isMounted = false;
  running = await launchApp({ folder: posts.folder });
  await expect(running.page.getByText('Index up to date')).toBeVisible({ timeout: 60_000 });
});
test.afterEach(async () => {
  await running.close();
  // Lazily: a process of the app that is about to end may still hold it.
  if (isMounted) execFileSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
});

/** Three hundred characters, others for each post. */
const signs = (post: number): string =>
  Array.from({ length: 300 }, (_, at) => String.fromCodePoint(0x4e00 + post * 600 + at * 2)).join(
    '',
  );

/** Makes the folder a small disk of its own; only an administrator may, and others skip what needs one. */
function mountSmall(size: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
    isMounted = true;
  } catch {
    isMounted = false;
  }
  return isMounted;
}

/** Does something to a path, in the app itself, when the first page is about to be printed. */
async function beforePrint(what: 'remove' | 'makeFolder', path: string): Promise<void> {
  await running.app.evaluate(
    ({ app }, { act, at }) => {
      const { mkdirSync: make, rmSync: remove } = process.getBuiltinModule('node:fs');
      app.on('web-contents-created', (_event, contents) => {
        const print = contents.printToPDF.bind(contents);
        contents.printToPDF = (options) => {
          if (act === 'remove') remove(at, { recursive: true, force: true });
          else make(`${at}/mine`, { recursive: true });
          return print(options);
        };
      });
    },
    { act: what, at: path },
  );
}

for (const layout of LAYOUTS) {
  const name = layout === 'merged' ? 'book.pdf' : 'clippings';

  test(`a disk that fills up during the work (${layout})`, async () => {
    test.skip(!mountSmall('160k'), 'a small disk can only be made by an administrator of Linux');
    await startExport(running, join(folder, name), { layout });
    const summary = await exportEnd(running);
    expect(summary).toMatchObject({ outcome: 'failed', target: null });
    expect(summary.message).toMatch(/could not be written: the disk is full\.$/);
    expect(summary.message).toContain(join(folder, name));
    expect(readdirSync(folder)).toEqual([]);
  });

  test(`a disk that is surely too small is told before (${layout})`, async () => {
    test.skip(!mountSmall('40k'), 'a small disk can only be made by an administrator of Linux');
    await startExport(running, join(folder, name), { layout });
    const { message } = await exportEnd(running);
    expect(message).toMatch(/has \d+ KB free, and this export needs about \d+ KB\./);
    expect(readdirSync(folder)).toEqual([]);
  });

  test(`a disk that cannot be written to is told before (${layout})`, async () => {
    test.skip(!mountSmall('8m'), 'a disk of its own can only be made by an administrator of Linux');
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    await startExport(running, join(folder, name), { layout });
    const summary = await exportEnd(running);
    expect(summary).toMatchObject({ outcome: 'failed', target: null });
    expect(summary.message).toBe(`${folder} cannot be written to. Choose another place.`);
  });

  test(`the folder is taken away during the work (${layout})`, async () => {
    const there = join(folder, 'there');
    mkdirSync(there);
    await beforePrint('remove', there);
    await startExport(running, join(there, name), { layout });
    const summary = await exportEnd(running);
    expect(summary).toMatchObject({ outcome: 'failed', target: null });
    expect(summary.message).toMatch(/could not be written: its folder is gone\.$/);
    expect(existsSync(there)).toBe(false);
  });

  test(`a folder takes the target's name during the work (${layout})`, async () => {
    await beforePrint('makeFolder', join(folder, name));
    await startExport(running, join(folder, name), { layout });
    const summary = await exportEnd(running);
    expect(summary).toMatchObject({ outcome: 'failed', target: null });
    expect(summary.message).toMatch(
      /could not be written: a folder of that name .*in its place\.$/,
    );
    expect(readdirSync(folder)).toEqual([name]);
    expect(readdirSync(join(folder, name))).toEqual(['mine']);
  });
}
