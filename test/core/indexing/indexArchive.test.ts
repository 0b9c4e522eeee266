import { renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { indexArchive } from '../../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../../src/core/indexing/indexingControl.ts';
import type { IndexingControl } from '../../../src/core/indexing/indexingControl.ts';
import type { RunOutcome } from '../../../src/core/indexing/indexingRun.ts';
import { addArchive, getArchive, listArchives } from '../../../src/core/store/archives.ts';
import type { StoredArchive } from '../../../src/core/store/archives.ts';
import { listBookmarks, setBookmarks } from '../../../src/core/store/bookmarks.ts';
import { marksOf } from '../../../src/core/store/marks.ts';
import { openIndexReader } from '../../../src/core/store/openIndex.ts';
import { openLibrary } from '../../../src/core/store/openLibrary.ts';
import type { Library } from '../../../src/core/store/openLibrary.ts';
import type { IndexReader } from '../../../src/core/store/storeTypes.ts';
import { noFilters } from '../../../src/shared/defaults.ts';
import type { IndexingProgress } from '../../../src/shared/jobModel.ts';
import { OTHER_FILES, readEndings } from '../../../src/shared/otherFiles.ts';
import { postText, temporaryFolder, writeFileOfBytes, writeFiles } from './archiveFolder.ts';

interface Setting {
  readonly folder: string;
  readonly dataFolder: string;
  readonly archive: StoredArchive;
}

function setUp(files: Readonly<Record<string, string>>): Setting {
  const [folder, dataFolder] = [temporaryFolder(), temporaryFolder()];
  writeFiles(folder, files);
  const archive = withLibrary(dataFolder, (library) =>
    addArchive(library, { folder, name: null, isSample: false }),
  );
  return { folder, dataFolder, archive };
}

function withLibrary<T>(dataFolder: string, act: (library: Library) => T): T {
  const library = openLibrary(dataFolder);
  try {
    return act(library);
  } finally {
    library.close();
  }
}

function withReader<T>({ dataFolder, archive }: Setting, act: (reader: IndexReader) => T): T {
  const reader = openIndexReader(dataFolder, archive.id);
  if (reader === null) throw new Error('There is no index.');
  try {
    return act(reader);
  } finally {
    reader.close();
  }
}

interface RunOptions {
  readonly mode?: 'update' | 'full' | 'rebuild';
  readonly control?: IndexingControl;
  readonly onProgress?: (progress: IndexingProgress) => void;
  readonly onRebuilt?: () => void;
}

function run({ dataFolder, archive }: Setting, options: RunOptions = {}): Promise<RunOutcome> {
  return indexArchive({
    dataFolder,
    archive,
    mode: 'update',
    parserScript: null,
    control: createIndexingControl(),
    onProgress: () => undefined,
    ...options,
  });
}

async function summary(
  setting: Setting,
  options: RunOptions = {},
): Promise<Partial<RunOutcome['summary']>> {
  const { seconds: _seconds, ...counts } = (await run(setting, options)).summary;
  return counts;
}

function paths(setting: Setting, text = ''): string[] {
  return withLibrary(setting.dataFolder, (library) =>
    withReader(setting, (reader) => {
      const marks = marksOf(library, setting.archive.id);
      const request = { text, filters: noFilters, sort: 'newest', offset: 0, limit: 500 } as const;
      return reader
        .search(request, marks)
        .posts.map(({ path }) => path)
        .toSorted();
    }),
  );
}

function problemCodes(setting: Setting): Record<string, string> {
  return withReader(setting, (reader) =>
    Object.fromEntries(reader.problems().map(({ path, code }) => [path, code])),
  );
}

describe('what changed since the last run', () => {
  test('everything is added first, and nothing is read again after that', async () => {
    const setting = setUp({ 'a.md': postText('One'), 'sub/b.md': postText('Two') });
    expect(await summary(setting)).toEqual({
      posts: 2,
      added: 2,
      updated: 0,
      removed: 0,
      unchanged: 0,
      problems: 0,
    });
    const revision = withReader(setting, (reader) => reader.revision());
    expect(await summary(setting)).toEqual({
      posts: 2,
      added: 0,
      updated: 0,
      removed: 0,
      unchanged: 2,
      problems: 0,
    });
    expect(withReader(setting, (reader) => reader.revision())).toBe(revision);
  });

  test('a file that was only touched is unchanged', async () => {
    const setting = setUp({ 'a.md': postText('One') });
    await run(setting);
    const file = join(setting.folder, 'a.md');
    utimesSync(file, new Date(), new Date(Date.now() + 60_000));
    expect(await summary(setting)).toMatchObject({ updated: 0, unchanged: 1 });
    expect(await summary(setting)).toMatchObject({ updated: 0, unchanged: 1 });
  });

  test('edited, added and deleted files are seen, whatever their number', async () => {
    const setting = setUp({
      'a.md': postText('One', 'old words'),
      'b.md': postText('Two'),
      'c.md': postText('Three'),
    });
    await run(setting);
    writeFiles(setting.folder, {
      'a.md': postText('One', 'fresh words'),
      'd.md': postText('Four'),
    });
    rmSync(join(setting.folder, 'b.md'));
    expect(await summary(setting)).toEqual({
      posts: 3,
      added: 1,
      updated: 1,
      removed: 1,
      unchanged: 1,
      problems: 0,
    });
    expect(paths(setting, 'fresh')).toEqual(['a.md']);
    expect(paths(setting, 'old')).toEqual([]);
    expect(paths(setting)).toEqual(['a.md', 'c.md', 'd.md']);
  });

  test('an edit that keeps size and time is found by a full run', async () => {
    const setting = setUp({ 'a.md': postText('One', 'cat'), 'b.md': postText('Two') });
    const file = join(setting.folder, 'a.md');
    const time = new Date('2024-01-01T00:00:00Z');
    utimesSync(file, time, time);
    await run(setting);
    writeFileSync(file, postText('One', 'dog'));
    utimesSync(file, time, time);
    expect(await summary(setting)).toMatchObject({ unchanged: 2 });
    expect(await summary(setting, { mode: 'full' })).toMatchObject({
      posts: 2,
      updated: 2,
      unchanged: 0,
    });
    expect(paths(setting, 'dog')).toEqual(['a.md']);
  });

  test('a post that becomes empty leaves the list and comes back', async () => {
    const setting = setUp({ 'a.md': postText('One'), 'b.md': '' });
    expect(await summary(setting)).toMatchObject({ posts: 1, added: 1, problems: 1 });
    expect(await summary(setting)).toMatchObject({ posts: 1, unchanged: 1, problems: 1 });
    writeFiles(setting.folder, { 'a.md': '', 'b.md': postText('Two') });
    expect(await summary(setting)).toMatchObject({ posts: 1, added: 1, removed: 1, problems: 1 });
    expect(paths(setting)).toEqual(['b.md']);
  });

  test('another time zone of the site parses all posts again', async () => {
    const post = '---\ntitle: One\ndate: 2021-12-08 10:39:21\n---\nwords';
    const setting = setUp({
      '_config.yml': 'timezone: Asia/Shanghai\n',
      '_posts/2021-12-08-a.md': post,
    });
    const dateOf = (): string | null | undefined =>
      withReader(setting, (reader) => reader.get('_posts/2021-12-08-a.md')?.date);
    await run(setting);
    expect(dateOf()).toBe('2021-12-08T10:39:21+08:00');
    writeFiles(setting.folder, { '_config.yml': 'timezone: America/New_York\n' });
    expect(await summary(setting)).toMatchObject({ updated: 1, unchanged: 0 });
    expect(dateOf()).toBe('2021-12-08T10:39:21-05:00');
    expect(await summary(setting)).toMatchObject({ updated: 0, unchanged: 1 });
  });
});

describe('the library', () => {
  test('the archive takes the name of its site and the number of its posts, pages not counted', async () => {
    const setting = setUp({
      '_config.yml': 'title: 晨报\n',
      '_posts/2022-01-01-a.md': postText('One'),
      'README.md': '# Read me',
    });
    expect(await summary(setting)).toMatchObject({ posts: 2, added: 2 });
    const archive = withLibrary(setting.dataFolder, (library) =>
      getArchive(library, setting.archive.id),
    );
    expect(archive).toMatchObject({ name: '晨报', seal: '晨', postCount: 1 });
    expect(paths(setting)).toEqual(['_posts/2022-01-01-a.md']);
    expect(paths(setting, 'is:page')).toEqual(['README.md']);
  });

  test('a bookmark follows its post to a new name, and survives a rebuilt index', async () => {
    const setting = setUp({ 'a.md': postText('One', 'unique words'), 'b.md': postText('Two') });
    await run(setting);
    withLibrary(setting.dataFolder, (library) =>
      withReader(setting, (reader) => {
        const id = reader.get('a.md')?.id;
        if (id === undefined) throw new Error('a.md is not there');
        setBookmarks(library, reader, {
          archiveId: setting.archive.id,
          ids: [id],
          isBookmarked: true,
        });
      }),
    );
    renameSync(join(setting.folder, 'a.md'), join(setting.folder, 'z.md'));
    expect(await summary(setting)).toMatchObject({ added: 1, removed: 1, unchanged: 1 });
    expect(await summary(setting, { mode: 'rebuild' })).toMatchObject({ added: 2 });
    const bookmarks = withLibrary(setting.dataFolder, (library) =>
      listBookmarks(library, setting.archive.id),
    );
    expect(bookmarks.map(({ path }) => path)).toEqual(['z.md']);
    expect(paths(setting, 'is:bookmarked')).toEqual(['z.md']);
  });
});

describe('runs that do not reach their end', () => {
  // Lists keep the parser busy, so that a run goes on for several reports of its progress.
  const body = '- *some* [words](https://a.example)\n'.repeat(12);
  const manyPosts = Object.fromEntries(
    Array.from({ length: 900 }, (_, at) => [`2022-01-01-${at}.md`, postText(`Post ${at}`, body)]),
  );

  test('a cancelled run keeps what it has, and the next one does the rest', async () => {
    const setting = setUp(manyPosts);
    const control = createIndexingControl();
    const stopped = await run(setting, {
      control,
      onProgress: ({ doneFiles }) => {
        if (doneFiles > 100) control.cancel();
      },
    });
    expect(stopped.outcome).toBe('cancelled');
    const { posts, added } = stopped.summary;
    expect(posts).toBe(added);
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(900);
    const rest = await run(setting);
    expect(rest.summary).toMatchObject({ posts: 900, added: 900 - added, unchanged: added });
  });

  test('a full run that was cancelled goes on with the files it had not read', async () => {
    const setting = setUp(manyPosts);
    await run(setting);
    const control = createIndexingControl();
    const stopped = await run(setting, {
      mode: 'full',
      control,
      onProgress: ({ doneFiles }) => {
        if (doneFiles > 100) control.cancel();
      },
    });
    const rest = await run(setting);
    expect(stopped.summary.updated + rest.summary.updated).toBe(900);
    expect(rest.summary.unchanged).toBe(stopped.summary.updated);
    expect(paths(setting, 'Post 899')).toEqual(['2022-01-01-899.md']);
  });

  test('a cancelled run removes nothing', async () => {
    const setting = setUp({ 'a.md': postText('One'), 'b.md': postText('Two') });
    await run(setting);
    rmSync(join(setting.folder, 'a.md'));
    const control = createIndexingControl();
    control.cancel();
    expect((await run(setting, { control })).outcome).toBe('cancelled');
    expect(paths(setting)).toEqual(['a.md', 'b.md']);
  });

  test('a paused run waits and shows what it has; resumed, it ends', async () => {
    const setting = setUp(manyPosts);
    const control = createIndexingControl();
    const seenWhilePaused: number[] = [];
    const { summary: counts } = await run(setting, {
      control,
      onProgress: ({ doneFiles, isPaused }) => {
        if (isPaused) {
          seenWhilePaused.push(
            withReader(setting, (reader) => Array.from(reader.identities()).length),
          );
          setImmediate(() => control.setPaused(false));
        } else if (doneFiles > 100 && seenWhilePaused.length === 0) {
          control.setPaused(true);
        }
      },
    });
    expect(counts.posts).toBe(900);
    expect(seenWhilePaused[0]).toBeGreaterThan(0);
    expect(seenWhilePaused[0]).toBeLessThan(900);
  });

  test('a folder that is gone costs no index, not even when a rebuild is asked for', async () => {
    const setting = setUp({ 'a.md': postText('One') });
    await run(setting);
    renameSync(setting.folder, `${setting.folder}-moved`);
    await expect(run(setting)).rejects.toMatchObject({ code: 'archive-missing' });
    await expect(run(setting, { mode: 'rebuild' })).rejects.toMatchObject({
      code: 'archive-missing',
    });
    renameSync(`${setting.folder}-moved`, setting.folder);
    expect(paths(setting)).toEqual(['a.md']);
  });
});

describe('every file ends as a post or a problem', () => {
  test('broken files are rows, and the others are posts all the same', async () => {
    const setting = setUp({
      'good.md': postText('Good'),
      'empty.md': '',
      'binary.md': '\0\u0001\u0002\0PNG\0\0',
      'yaml.md': '---\ntitle: "A "quoted" word"\n---\nwords',
      'unclosed.md': '---\ntitle: Never closed\nwords',
      'code.md': '---js\nprocess.exit(3)\n---\nwords',
    });
    symlinkSync('/etc/hostname', join(setting.folder, 'outside.md'));
    writeFileOfBytes(setting.folder, [0xd6, 0xd0, 0x2e, 0x6d, 0x64], postText('Odd name'));
    const { posts = 0 } = await summary(setting);
    const codes = problemCodes(setting);
    expect(codes).toMatchObject({
      'empty.md': 'empty',
      'binary.md': 'not-text',
      'outside.md': 'link-outside',
    });
    expect(Object.values(codes)).toContain('name-not-text');
    const errors = withReader(setting, (reader) =>
      reader.problems().filter(({ severity }) => severity === 'error'),
    );
    expect(posts + errors.length).toBe(8);
    expect(paths(setting, 'title:"Odd name"')).toHaveLength(1);
    expect(await summary(setting)).toMatchObject({
      added: 0,
      updated: 0,
      removed: 0,
      unchanged: posts,
    });
  });

  test('a problem goes when its cause does', async () => {
    const setting = setUp({ 'a.md': '' });
    symlinkSync('/etc/hostname', join(setting.folder, 'out.md'));
    await run(setting);
    rmSync(join(setting.folder, 'out.md'));
    writeFiles(setting.folder, { 'a.md': postText('One') });
    expect(await summary(setting)).toMatchObject({ posts: 1, problems: 0 });
  });

  test('an archive of hostile names is indexed under exactly those names', async () => {
    const names = ['a\nb.md', `"it's".md`, '疫情.md', '100%25.md', 'a\\b.md', '-dash.md'];
    const setting = setUp(Object.fromEntries(names.map((name) => [name, postText('Name')])));
    expect(await summary(setting)).toMatchObject({ posts: names.length });
    expect(paths(setting)).toEqual(names.toSorted());
  });
});

test('progress counts up to the number of files and ends with finishing', async () => {
  const setting = setUp({ 'a.md': postText('One'), 'b.md': postText('Two'), 'c.md': '' });
  const reports: IndexingProgress[] = [];
  await run(setting, { onProgress: (progress) => reports.push(progress) });
  expect(reports.at(0)).toMatchObject({ phase: 'scanning', doneFiles: 0 });
  expect(reports.at(-1)).toMatchObject({
    phase: 'finishing',
    doneFiles: 3,
    totalFiles: 3,
    postCount: 2,
    problemCount: 1,
  });
});

test('an index that cannot be used is made anew and said to be; a first one is not', async () => {
  const setting = setUp({ 'a.md': postText('A'), 'b.md': postText('B') });
  const said: string[] = [];
  const runSaying = (label: string): Promise<RunOutcome> =>
    run(setting, { onRebuilt: () => said.push(label) });
  await runSaying('first');
  await runSaying('again');
  const file = join(setting.dataFolder, 'index', `${setting.archive.id}.sqlite`);
  writeFileSync(file, 'words '.repeat(5_000));
  expect((await runSaying('garbage')).summary.posts).toBe(2);
  const database = new Database(file);
  database.pragma('user_version = 999');
  database.close();
  expect((await runSaying('another version')).summary.posts).toBe(2);
  rmSync(file);
  const indexed = withLibrary(setting.dataFolder, (library) => listArchives(library)[0]);
  if (indexed === undefined) throw new Error('no archive');
  await run({ ...setting, archive: indexed }, { onRebuilt: () => said.push('gone') });
  expect(said).toEqual(['garbage', 'another version', 'gone']);
});

describe('files that are no posts', () => {
  test('are counted by ending, and counted anew by every look at the whole folder', async () => {
    const setting = setUp({
      'a.md': postText('One'),
      'one.jpg': '',
      'sub/two.JPG': '',
      'notes.rst': '',
      Makefile: '',
      '.hidden.jpg': '',
      'node_modules/x.jpg': '',
    });
    await run(setting);
    expect(endings(setting)).toEqual({ '.jpg': 2, '.rst': 1, '': 1 });
    rmSync(join(setting.folder, 'one.jpg'));
    writeFiles(setting.folder, { 'sub/paper.pdf': '', 'b.md': postText('Two') });
    await run(setting);
    expect(endings(setting)).toEqual({ '.jpg': 1, '.rst': 1, '.pdf': 1, '': 1 });
  });
});

function endings({ dataFolder, archive }: Setting): Readonly<Record<string, number>> {
  const reader = openIndexReader(dataFolder, archive.id);
  const counts = readEndings(reader?.getMeta(OTHER_FILES) ?? null);
  reader?.close();
  return Object.fromEntries(counts.map(({ ending, count }) => [ending, count]));
}
