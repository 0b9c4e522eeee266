import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { indexArchive } from '../../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../../src/core/indexing/indexingControl.ts';
import type { RunOutcome } from '../../../src/core/indexing/indexingRun.ts';
import { isPostName } from '../../../src/core/indexing/scanRules.ts';
import { addArchive } from '../../../src/core/store/archives.ts';
import type { StoredArchive } from '../../../src/core/store/archives.ts';
import { marksOf } from '../../../src/core/store/marks.ts';
import { openIndexReader } from '../../../src/core/store/openIndex.ts';
import { openLibrary } from '../../../src/core/store/openLibrary.ts';
import type { Problem } from '../../../src/shared/model.ts';
import { postText, temporaryFolder, writeFileOfBytes, writeFiles } from './archiveFolder.ts';

let base = '';
let folder = '';
let dataFolder = '';

beforeEach(() => {
  base = temporaryFolder();
  folder = join(base, 'archive');
  dataFolder = join(base, 'library');
  mkdirSync(folder);
  mkdirSync(dataFolder);
});

function registered(): StoredArchive {
  const library = openLibrary(dataFolder);
  const archive = addArchive(library, { folder, name: null, isSample: false });
  library.close();
  return archive;
}

interface Outcome extends RunOutcome {
  /** Path -> what it became: `post`, or the code of its error. */
  readonly became: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

async function index(onProgress: () => void = () => undefined): Promise<Outcome> {
  const archive = registered();
  const control = createIndexingControl();
  const request = { dataFolder, archive, control, onProgress, parserScript: null };
  const outcome = await indexArchive({ ...request, mode: 'update' });
  const library = openLibrary(dataFolder);
  const reader = openIndexReader(dataFolder, archive.id);
  if (reader === null) throw new Error('There is no index.');
  const became: Record<string, string> = {};
  reader.each(null, marksOf(library, archive.id), ({ path }) => {
    became[path] = 'post';
  });
  const problems = reader.problems();
  for (const { path, code, severity } of problems) {
    if (severity === 'error') became[path] = code;
  }
  reader.close();
  library.close();
  return { ...outcome, became, problems };
}

const words = '一篇真文章，有足够的字。\n';
const write = (path: string, text: string | Buffer = words): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const sized = (path: string, bytes: number): void => {
  write(path, '');
  truncateSync(join(folder, path), bytes);
};
const deep = `${'d/'.repeat(200)}deep.md`;
const long = `${'长'.repeat(84)}.md`; // 84 times three bytes and three
const MB = 1024 * 1024;
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489',
  'hex',
);
const oddNames = [
  'a\nb\r.md',
  `"it's" \`x\`.md`,
  '100%25%.md',
  'gpj\u202Eexe.md',
  'a\\b.md',
  '-rf.md',
  '~.md',
];

/** What stands in the folder, how it is made, and what it must become; null = it is none of our business. */
const cases: readonly (readonly [
  what: string,
  make: () => void,
  became: Readonly<Record<string, string>>,
])[] = [
  ['an empty file', () => write('a.md', ''), { 'a.md': 'empty' }],
  ['nothing but white space', () => write('a.md', ' \r\n\t\n'), { 'a.md': 'post' }],
  ['200 MB', () => sized('a.md', 200 * MB), { 'a.md': 'too-large' }],
  ['a sparse file of 4 GB', () => sized('a.md', 4096 * MB), { 'a.md': 'too-large' }],
  ['a picture named as a post', () => write('a.md', PNG), { 'a.md': 'not-text' }],
  ['zeros', () => sized('a.md', 100_000), { 'a.md': 'not-text' }],
  ['a pipe', () => system('mkfifo', 'a.md'), { 'a.md': 'not-a-file' }],
  ['a device', () => system('mknod', 'a.md', 'c', '1', '5'), { 'a.md': 'not-a-file' }],
  ['a folder named as a post', () => write('x.md/in.md'), { 'x.md/in.md': 'post' }],
  [
    'links that go round',
    () => {
      write('sub/a.md');
      symlinkSync('..', join(folder, 'sub', 'up'));
      symlinkSync('self.md', join(folder, 'self.md'));
      symlinkSync('two.md', join(folder, 'one.md'));
      symlinkSync('one.md', join(folder, 'two.md'));
    },
    { 'sub/a.md': 'post', 'self.md': 'unreadable', 'one.md': 'unreadable', 'two.md': 'unreadable' },
  ],
  [
    'links out of the folder, to a file, a folder, a device and nothing',
    () => {
      writeFiles(base, { 'outside/secret.md': 'secret' });
      symlinkSync(join(base, 'outside', 'secret.md'), join(folder, 'file.md'));
      symlinkSync(join(base, 'outside'), join(folder, 'folder'));
      symlinkSync('/dev/zero', join(folder, 'zero.md'));
      symlinkSync('nowhere', join(folder, 'nothing.md'));
    },
    {
      'file.md': 'link-outside',
      folder: 'link-outside',
      'zero.md': 'link-outside',
      'nothing.md': 'unreadable',
    },
  ],
  [
    'hard links of one file',
    () => {
      write('a.md');
      linkSync(join(folder, 'a.md'), join(folder, 'b.md'));
    },
    { 'a.md': 'post', 'b.md': 'post' },
  ],
  [
    'names with line feeds, quotes, percent signs, marks of direction, a backslash, a dash',
    () => {
      for (const name of oddNames) write(name);
    },
    Object.fromEntries(oddNames.map((name) => [name, 'post'])),
  ],
  ['a name of 255 bytes', () => write(long), { [long]: 'post' }],
  ['200 folders in each other', () => write(deep), { [deep]: 'post' }],
  [
    'names that differ in case or in how an accent is written only',
    () => {
      for (const name of ['a.md', 'A.md', 'a.MD', 'e\u0301.md', '\u00e9.md']) write(name);
    },
    { 'a.md': 'post', 'A.md': 'post', 'a.MD': 'post', 'e\u0301.md': 'post', '\u00e9.md': 'post' },
  ],
];

function system(command: string, name: string, ...rest: readonly string[]): void {
  execFileSync(command, [join(folder, name), ...rest]);
}

test.each(cases)('%s', async (_what, make, became) => {
  write('neighbour.md');
  make();
  expect((await index()).became).toEqual({ ...became, 'neighbour.md': 'post' });
});

test('a socket', async () => {
  write('neighbour.md');
  const server = createServer().listen(join(folder, 'a.md'));
  onTestFinished(() => void server.close());
  await new Promise((resolve) => {
    server.once('listening', resolve);
  });
  expect((await index()).became).toEqual({ 'a.md': 'not-a-file', 'neighbour.md': 'post' });
});

test('names that are no UTF-8, lone surrogates among them, are posts of their own with a mild problem', async () => {
  const names = [
    [0xd6, 0xd0, 0x2e, 0x6d, 0x64],
    [0xb9, 0xfa, 0x2e, 0x6d, 0x64],
    [0xed, 0xa0, 0x80, 0x2e, 0x6d, 0x64],
  ];
  for (const name of names) writeFileOfBytes(folder, name, postText('Odd'));
  const { became, problems } = await index();
  expect(Object.values(became)).toEqual(['post', 'post', 'post']);
  expect(problems.map(({ pathHex = '' }) => pathHex).toSorted(undefined)).toEqual([
    'b9fa2e6d64',
    'd6d02e6d64',
    'eda0802e6d64',
  ]);
});

test('a file that becomes a folder, and back, between two runs', async () => {
  write('a.md');
  write('b.md/in.md');
  await index();
  rmSync(join(folder, 'a.md'));
  rmSync(join(folder, 'b.md'), { recursive: true });
  write('a.md/in.md');
  write('b.md');
  expect((await index()).became).toEqual({ 'a.md/in.md': 'post', 'b.md': 'post' });
  rmSync(join(folder, 'a.md'), { recursive: true });
  write('a.md');
  expect((await index()).became).toEqual({ 'a.md': 'post', 'b.md': 'post' });
});

test('files that go, or turn into something else, while they are read cost only themselves', async () => {
  for (const name of ['gone.md', 'folder.md', 'pipe.md', 'link.md', 'stays.md']) write(name);
  writeFiles(base, { 'outside.md': 'secret' });
  let isDone = false;
  // The first report comes before anything is looked at, the next when all was listed and nothing read.
  let reports = 0;
  const { became } = await index(() => {
    reports += 1;
    if (isDone || reports < 2) return;
    isDone = true;
    for (const name of ['gone.md', 'folder.md', 'pipe.md', 'link.md']) rmSync(join(folder, name));
    mkdirSync(join(folder, 'folder.md'));
    system('mkfifo', 'pipe.md');
    symlinkSync(join(base, 'outside.md'), join(folder, 'link.md'));
  });
  expect(became).toEqual({
    'folder.md': 'not-a-file',
    'pipe.md': 'not-a-file',
    'link.md': 'link-outside',
    'stays.md': 'post',
  });
});

const isRoot = process.getuid?.() === 0;

/** Does something as someone whom permissions stop; root reads everything. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  if (!isRoot) return act();
  chownSync(dataFolder, 65_534, 65_534);
  chmodSync(base, 0o755);
  process.seteuid?.(65_534);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

test.skipIf(process.platform === 'win32')('files and folders one may not read', async () => {
  write('a.md');
  write('locked.md');
  write('shut/in.md');
  write('listed/in.md');
  chmodSync(join(folder, 'locked.md'), 0o000);
  chmodSync(join(folder, 'shut'), 0o000);
  // May be listed, but nothing in it may be looked at.
  chmodSync(join(folder, 'listed'), 0o744);
  if (!isRoot) chmodSync(join(folder, 'listed'), 0o444);
  const { became } = await asNobody(() => index());
  for (const name of ['shut', 'listed']) chmodSync(join(folder, name), 0o755);
  expect(became).toEqual({
    'a.md': 'post',
    'locked.md': 'unreadable',
    shut: 'unreadable',
    'listed/in.md': 'unreadable',
  });
});

test('every entry is a post, a problem, or of a kind that is none', async () => {
  for (const [, make] of cases.filter(([what]) => !what.startsWith('names that differ'))) {
    const inside = folder;
    folder = join(inside, `case ${readdirSync(inside).length}`);
    mkdirSync(folder);
    make();
    folder = inside;
  }
  write('picture.png', PNG);
  write('.git/HEAD.md', 'ref');
  write('node_modules/package/README.md');
  const { became } = await index();
  const kinds: Record<string, number> = {};
  const count = (kind: string): void => {
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  };
  const walk = (at: string): void => {
    for (const name of readdirSync(join(folder, at))) {
      const path = at === '' ? name : `${at}/${name}`;
      const entry = lstatSync(join(folder, path));
      if (became[path] !== undefined) count(became[path] === 'post' ? 'post' : 'problem');
      else if (entry.isDirectory() && (name.startsWith('.') || name === 'node_modules')) {
        count('folder left out');
      } else if (entry.isDirectory()) walk(path);
      else if (entry.isSymbolicLink() && statSync(join(folder, path)).isDirectory()) {
        count('link to a folder inside');
      } else count(isPostName(name) ? `LOST ${path}` : 'other file');
    }
  };
  walk('');
  expect(kinds).toEqual({
    post: Object.values(became).filter((what) => what === 'post').length,
    problem: Object.values(became).filter((what) => what !== 'post').length,
    'folder left out': 2,
    'link to a folder inside': 1,
    'other file': 1,
  });
});
