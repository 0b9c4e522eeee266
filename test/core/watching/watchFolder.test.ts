import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { DirtyPaths } from '../../../src/core/watching/dirtyPaths.ts';
import { subscribeNatively } from '../../../src/core/watching/nativeWatch.ts';
import { watchFolder } from '../../../src/core/watching/watchFolder.ts';
import type {
  FolderWatch,
  Subscribe,
  WatchEvent,
  WatchMode,
} from '../../../src/core/watching/watchFolder.ts';
import { temporaryFolder, writeFileOfBytes, writeFiles } from '../indexing/archiveFolder.ts';

interface Watched {
  readonly folder: string;
  readonly told: DirtyPaths[];
  readonly modes: WatchMode[];
  /** Waits until every one of the paths, or everything, was told. */
  readonly heard: (...paths: readonly string[]) => Promise<void>;
}

async function watched(
  files: Readonly<Record<string, string>> = {},
  subscribe: Subscribe = subscribeNatively,
): Promise<Watched> {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return watchedAt(folder, subscribe);
}

async function watchedAt(
  folder: string,
  subscribe: Subscribe = subscribeNatively,
): Promise<Watched> {
  const told: DirtyPaths[] = [];
  const modes: WatchMode[] = [];
  const watch = watchFolder({
    folder,
    onChange: (changed) => told.push(changed),
    onMode: (mode) => modes.push(mode),
    subscribe,
  });
  onTestFinished(watch.close);
  await until(() => modes.length > 0);
  const isTold = (path: string): boolean =>
    told.some((changed) => changed === null || changed.includes(path));
  return { folder, told, modes, heard: (...paths) => until(() => paths.every(isTold)) };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await delay(10);
}

test('new, changed, removed and renamed files are told of', async () => {
  const { folder, modes, told, heard } = await watched({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c' });
  expect(modes).toEqual(['events']);
  writeFileSync(join(folder, 'new.md'), 'new');
  writeFileSync(join(folder, 'a.md'), 'changed');
  rmSync(join(folder, 'b.md'));
  renameSync(join(folder, 'c.md'), join(folder, 'renamed.md'));
  writeFileSync(join(folder, 'picture.png'), 'PNG');
  await heard('new.md', 'a.md', 'b.md', 'c.md', 'renamed.md');
  expect(told.flat()).not.toContain('picture.png');
});

test('a folder that comes with posts is told of, and so is what changes in it later', async () => {
  const { folder, told, heard } = await watched();
  const elsewhere = temporaryFolder();
  writeFiles(elsewhere, { 'moved/deep/a.md': 'a' });
  renameSync(join(elsewhere, 'moved'), join(folder, 'moved'));
  await heard('moved');
  // All below it is watched once everything was looked at.
  await until(() => told.includes(null));
  writeFileSync(join(folder, 'moved', 'deep', 'c.md'), 'c');
  await heard('moved/deep/c.md');
  told.length = 0;
  renameSync(join(folder, 'moved'), join(folder, 'again'));
  await until(() => told.flat().includes('again') && told.includes(null));
  told.length = 0;
  writeFileSync(join(folder, 'again', 'deep', 'd.md'), 'd');
  await heard('again/deep/d.md');
});

test('folders that are made one in the other are all watched', async () => {
  const { folder, told, heard } = await watched();
  mkdirSync(join(folder, 'one', 'two', 'three'), { recursive: true });
  await heard('one');
  await delay(1_000);
  told.length = 0;
  writeFileSync(join(folder, 'one', 'two', 'three', 'a.md'), 'a');
  await heard('one/two/three/a.md');
});

test('an editor that writes beside the file and renames leaves one path', async () => {
  const { folder, told, heard } = await watched({ 'a.md': 'a' });
  writeFileSync(join(folder, '.a.md.swp'), 'swap');
  writeFileSync(join(folder, '.a.md.x7Zq'), 'new text');
  renameSync(join(folder, '.a.md.x7Zq'), join(folder, 'a.md'));
  rmSync(join(folder, '.a.md.swp'));
  await heard('a.md');
  expect(told.flat()).toEqual(['a.md']);
});

test('a checkout of thousands of files is told of in a few steps', async () => {
  const { folder, told, heard } = await watched();
  for (let at = 0; at < 3_000; at += 1) writeFileSync(join(folder, `${at}.md`), 'text');
  writeFileSync(join(folder, 'last.md'), 'last');
  await heard('last.md');
  await delay(400);
  expect(told.length).toBeLessThan(12);
  expect(told).toContain(null);
});

test('names of any kind are told of', async () => {
  const { folder, heard } = await watched({ 'sub/a.md': 'a' });
  const names = ['a\nb.md', '"quoted" 100%.md', 'rtl \u202Egpj.md', `${'x'.repeat(252)}.md`];
  for (const name of names) writeFileSync(join(folder, name), 'text');
  writeFileOfBytes(join(folder, 'sub'), [0x63, 0xe9, 0x2e, 0x6d, 0x64], 'Latin-1 name');
  await heard(...names, 'sub');
});

test('an archive that is a link to its folder is watched all the same', async () => {
  const [folder, other] = [temporaryFolder(), temporaryFolder()];
  symlinkSync(folder, join(other, 'link'));
  const { heard } = await watchedAt(join(other, 'link'));
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'sub', 'a.md'), 'a');
  await heard('sub');
});

test('where the system has no watches left, scans take their place', async () => {
  const { modes } = await watched({}, () =>
    Promise.reject(new Error('inotify_add_watch on failed: No space left on device')),
  );
  expect(modes).toEqual(['scans']);
});

test('when watching breaks off, everything is looked at and scans take its place', async () => {
  let tell: (failure: Error | null, events: readonly WatchEvent[]) => void = () => undefined;
  let ends = 0;
  const { modes, told, heard } = await watched({}, (_folder, onEvents) => {
    tell = onEvents;
    return Promise.resolve(() => {
      ends += 1;
      return Promise.resolve();
    });
  });
  tell(new Error('No space left on device'), []);
  await heard('everything');
  expect({ modes, told, ends }).toEqual({ modes: ['events', 'scans'], told: [null], ends: 1 });
});

test('a folder that is not there is no failure: scans take the place', async () => {
  const { modes } = await watchedAt(join(temporaryFolder(), 'gone'));
  expect(modes).toEqual(['scans']);
});

test('a folder is watched anew only when the watch before it has ended', async () => {
  const folder = temporaryFolder();
  const steps: string[] = [];
  const watch = (name: string, after?: Promise<void>): Promise<FolderWatch> =>
    new Promise((resolve) => {
      const started = watchFolder({
        folder,
        onChange: () => undefined,
        onMode: () => setImmediate(() => resolve(started)),
        subscribe: async () => {
          steps.push(`${name} begins`);
          return async () => {
            await delay(50);
            steps.push(`${name} ends`);
          };
        },
        ...(after === undefined ? {} : { after }),
      });
    });
  const first = await watch('first');
  const second = await watch('second', first.close());
  await second.close();
  expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});
