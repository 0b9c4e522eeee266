import { existsSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { postText, temporaryFolder, writeFiles } from './archiveFolder.ts';
import { contents, place, update } from './watchedArchive.ts';
import type { Place } from './watchedArchive.ts';
import { propertyRuns, TEST_TIMEOUT_MS } from '../../support/scale.ts';

vi.setConfig({ testTimeout: TEST_TIMEOUT_MS });

const HUGO = "baseURL = 'https://example.org/'\n";

function kinds(indexed: Place): Readonly<Record<string, string>> {
  return Object.fromEntries(contents(indexed).posts.map(({ path, kind }) => [path, kind]));
}

/** What a run gives of the whole folder, and of the changed paths alone. */
const WAYS: readonly [string, (paths: readonly string[]) => readonly string[] | undefined][] = [
  ['a whole run', () => undefined],
  ['a run over what changed', (paths) => paths],
];

describe.each(WAYS)('%s reads anew what depends on what changed', (_way, of) => {
  test('files beside and below the index of a Hugo bundle', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'hugo.toml': HUGO,
      'content/posts/walk/notes.md': postText('Notes'),
      'content/posts/walk/deep/more.md': postText('More'),
      'content/posts/other.md': postText('Other'),
    });
    const watched = place(folder);
    await update(watched);
    const apart = {
      'content/posts/walk/notes.md': 'post',
      'content/posts/walk/deep/more.md': 'post',
      'content/posts/other.md': 'post',
    };
    expect(kinds(watched)).toEqual(apart);
    const index = 'content/posts/walk/index.md';
    writeFiles(folder, { [index]: postText('Walk') });
    const added = await update(watched, of([index]));
    expect(kinds(watched)).toEqual({
      ...apart,
      [index]: 'post',
      'content/posts/walk/notes.md': 'page',
      'content/posts/walk/deep/more.md': 'page',
    });
    expect(added.summary).toMatchObject({ added: 1, updated: 2, unchanged: 1 });
    rmSync(join(folder, index));
    await update(watched, of([index]));
    expect(kinds(watched)).toEqual(apart);
  });

  test('pages beside the configuration of a site further down', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'old/blog/README.md': postText('About this blog'),
      'old/blog/post.md': postText('Post'),
    });
    const watched = place(folder);
    await update(watched);
    const plain = { 'old/blog/README.md': 'post', 'old/blog/post.md': 'post' };
    expect(kinds(watched)).toEqual(plain);
    for (const config of ['old/blog/_config.yml', 'old/blog/config/_default/hugo.toml']) {
      writeFiles(folder, { [config]: config.endsWith('toml') ? HUGO : 'title: Old\n' });
      await update(watched, of([config]));
      expect(kinds(watched), config).toEqual({ ...plain, 'old/blog/README.md': 'page' });
      rmSync(join(folder, config));
      await update(watched, of([config]));
      expect(kinds(watched), config).toEqual(plain);
    }
  });
});

test('a run cut short after it saw the change is made good by the next', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { 'hugo.toml': HUGO, 'content/a/b/notes.md': postText('Notes') });
  const watched = place(folder);
  await update(watched);
  writeFiles(folder, { 'content/a/b/index.md': postText('Walk') });
  // The first report with a file comes when the scan has seen all.
  const cut = await update(watched, undefined, (control, { phase }) => {
    if (phase === 'indexing') control.cancel();
  });
  expect(cut.outcome).toBe('cancelled');
  await update(watched);
  expect(kinds(watched)).toEqual({
    'content/a/b/index.md': 'post',
    'content/a/b/notes.md': 'page',
  });
});

const path = fc.constantFrom(
  'content/posts/walk/index.md',
  'content/posts/walk/index.en.md',
  'content/posts/walk/notes.md',
  'content/posts/walk/deep/more.md',
  'content/posts/walk/deep/index.html',
  'content/posts/walk',
  'content/posts/sail',
  'content/posts/sail/index.md',
  'content/posts/sail/crew.txt',
  'content/posts/index.md',
  'content/index.md',
  'sites/blog/_config.yml',
  'sites/blog/README.md',
  'sites/blog/about.html',
  'sites/blog/public/built.md',
  'sites/blog/config/_default/hugo.toml',
  'sites/blog',
);
const operation = fc.record({
  kind: fc.constantFrom('write', 'write', 'write', 'remove', 'rename'),
  path,
  to: path,
});
type Operation = typeof operation extends fc.Arbitrary<infer O> ? O : never;

let writes = 0;

function textFor(name: string): string {
  writes += 1;
  if (name.endsWith('.toml')) return HUGO;
  return name.endsWith('.yml') ? `title: ${writes}\n` : postText(`Post ${writes}`);
}

/** Does it where that is possible, and gives the paths that a watcher would name. */
function act(folder: string, done: Operation): readonly string[] {
  const at = join(folder, done.path);
  const parts = done.path.split('/');
  const first = parts.findIndex(
    (_part, end) => !existsSync(join(folder, ...parts.slice(0, end + 1))),
  );
  const named = [parts.slice(0, first + 1).join('/') || done.path, done.path];
  try {
    if (done.kind === 'remove') rmSync(at, { recursive: true });
    else if (done.kind === 'rename') {
      renameSync(at, join(folder, done.to));
      return [done.path, done.to];
    } else if (/\.\w+$/u.test(done.path)) {
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, textFor(done.path));
      // Two files of one size and one tick of the clock would be the same to a scan of everything.
      utimesSync(at, writes, writes);
    } else mkdirSync(at, { recursive: true });
  } catch {
    // Not possible as things are: the system changed nothing, or only made a folder on the way.
  }
  return named;
}

test('whatever comes and goes, the index is the one that a fresh one would be', async () => {
  const batch = fc.record({
    operations: fc.array(operation, { minLength: 1, maxLength: 5 }),
    isWhole: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 4 }), async (batches) => {
      const folder = temporaryFolder();
      writeFiles(folder, {
        'hugo.toml': HUGO,
        'content/posts/keep.md': postText('Kept'),
        'content/posts/walk/notes.md': postText('Notes'),
        'sites/blog/README.md': postText('Read me'),
      });
      const watched = place(folder);
      await update(watched);
      for (const { operations, isWhole } of batches) {
        const paths = operations.flatMap((done) => act(folder, done));
        await update(watched, isWhole ? undefined : [...new Set(paths)]);
      }
      const fresh = place(folder);
      await update(fresh);
      expect(contents(watched)).toEqual(contents(fresh));
    }),
    propertyRuns(40, 1000),
  );
});
