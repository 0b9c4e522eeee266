import {
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { scanPaths } from '../../../src/core/indexing/scanPaths.ts';
import { postText, temporaryFolder, writeFiles } from './archiveFolder.ts';
import { contents, place, update } from './watchedArchive.ts';
import { propertyRuns, TEST_TIMEOUT_MS } from '../../support/scale.ts';

vi.setConfig({ testTimeout: TEST_TIMEOUT_MS });

const NAMES = [
  'a.md',
  'A.MD',
  'b.html',
  'README.md',
  'one',
  'x.md',
  'public',
  'node_modules',
  '.hidden',
  'picture.png',
  '文章 "1"%20.md',
];
const path = fc
  .array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'));
const operation = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), path }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('folder' as const), path }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), path }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rename' as const), path, to: path }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('site' as const), path }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('link' as const), path, to: path }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer O> ? O : never;

let writes = 0;

/** Does it where that is possible, and gives the paths that a watcher would name. */
function act(folder: string, done: Operation): string[] {
  const at = join(folder, done.path);
  // What is made on the way is told of by its topmost folder only.
  const named = [firstMissing(folder, done.path), done.path];
  try {
    switch (done.kind) {
      case 'write':
        writes += 1;
        mkdirSync(dirname(at), { recursive: true });
        writeFileSync(at, done.path.endsWith('png') ? 'PNG' : postText(`Post ${writes}`));
        break;
      case 'folder':
        mkdirSync(at, { recursive: true });
        break;
      case 'remove':
        rmSync(at, { recursive: true });
        break;
      case 'rename':
        renameSync(at, join(folder, done.to));
        return [done.path, done.to];
      case 'link':
        symlinkSync(join(folder, done.to), at);
        break;
      case 'site':
        writes += 1;
        writeFileSync(join(folder, '_config.yml'), `title: ${writes}\ntimezone: Asia/Shanghai\n`);
        return ['_config.yml'];
    }
  } catch {
    // Not possible as things are: the system changed nothing, or only made a folder on the way.
  }
  return named;
}

function firstMissing(folder: string, of: string): string {
  const parts = of.split('/');
  const at = parts.findIndex((_part, end) => !existsSync(join(folder, ...parts.slice(0, end + 1))));
  return parts.slice(0, at + 1).join('/') || of;
}

test('looking at changed paths only gives the index that a fresh one would be', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(operation, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      async (batches) => {
        const folder = temporaryFolder();
        writeFiles(folder, { 'keep.md': postText('Kept'), 'one/two/deep.md': postText('Deep') });
        const watched = place(folder);
        await update(watched);
        for (const batch of batches) {
          const paths = batch.flatMap((done) => act(folder, done));
          await update(watched, [...new Set(paths)]);
        }
        const fresh = place(folder);
        await update(fresh);
        expect(contents(watched)).toEqual(contents(fresh));
      },
    ),
    propertyRuns(40, 1000),
  );
});

test('a file that takes the place of another of its size and time is read', async () => {
  const folder = temporaryFolder();
  const time = new Date('2024-05-01T08:00:00Z');
  const write = (name: string, title: string): void => {
    writeFiles(folder, { [name]: postText(title) });
    utimesSync(join(folder, name), time, time);
  };
  const titles = (): readonly string[] => contents(watched).posts.map(({ title }) => title);
  const watched = place(folder);
  write('a.md', 'Harbour');
  write('b.md', 'Estuary');
  write('one/c.md', 'Channel');
  write('two/c.md', 'Sandbar');
  await update(watched);
  renameSync(join(folder, 'b.md'), join(folder, 'a.md'));
  await update(watched, ['b.md', 'a.md']);
  expect(titles().toSorted()).toEqual(['Channel', 'Estuary', 'Sandbar']);
  rmSync(join(folder, 'one'), { recursive: true });
  renameSync(join(folder, 'two'), join(folder, 'one'));
  await update(watched, ['two', 'one']);
  expect(titles().toSorted()).toEqual(['Estuary', 'Sandbar']);
  // A link has the whole folder scanned, whatever is named.
  symlinkSync(join(folder, 'a.md'), join(folder, 'link.md'));
  write('d.md', 'Lagoons');
  await update(watched);
  renameSync(join(folder, 'd.md'), join(folder, 'a.md'));
  await update(watched, ['d.md', 'a.md']);
  expect(titles().toSorted()).toEqual(['Lagoons', 'Sandbar']);
});

const nothingKnown = { isKnown: () => false };

test('paths inside folders that are left out are no posts', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    '_config.yml': 'title: A site\n',
    'public/a.md': postText('Built'),
    'deep/public/b.md': postText('Not built'),
    'node_modules/c.md': postText('Package'),
    '.git/d.md': postText('Version'),
    'e.md': postText('Post'),
  });
  const paths = ['public/a.md', 'deep/public/b.md', 'node_modules/c.md', '.git', 'e.md'];
  const found = await scanPaths({ folder, paths, ...nothingKnown });
  expect(found?.seen.map((file) => file.path).toSorted()).toEqual(['deep/public/b.md', 'e.md']);
});

test('a link, a configuration and a folder that may not be listed ask for a whole scan', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'a.md': postText('A'),
    'sub/b.md': postText('B'),
    '_config.yml': 'title: x\n',
  });
  symlinkSync(join(folder, 'a.md'), join(folder, 'link.md'));
  symlinkSync(folder, join(folder, 'sub', 'round'));
  for (const one of ['link.md', '_config.yml', '', 'sub']) {
    expect(await scanPaths({ folder, paths: [one], ...nothingKnown }), one).toBeNull();
  }
  const isKnown = (known: string): boolean => known === 'sub';
  expect(await scanPaths({ folder, paths: ['sub/b.md'], isKnown })).toBeNull();
});
