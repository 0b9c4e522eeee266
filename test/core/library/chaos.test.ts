import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { exportLibrary } from '../../../src/core/library/exportLibrary.ts';
import { readLibraryFile } from '../../../src/core/library/libraryFile.ts';
import { addArchive, listArchives } from '../../../src/core/store/archives.ts';
import { listBackups } from '../../../src/core/store/libraryBackups.ts';
import { readContents } from '../../../src/core/store/libraryContents.ts';
import type { ArchiveContents, LibraryContents } from '../../../src/core/store/libraryContents.ts';
import { createCoreHandlers } from '../../../src/core/coreHandlers.ts';
import { indexArchive } from '../../../src/core/indexing/indexArchive.ts';
import { createIndexingControl } from '../../../src/core/indexing/indexingControl.ts';
import { openLibrary } from '../../../src/core/store/openLibrary.ts';
import { bundleScript } from '../../support/bundle.ts';
import { Random } from '../../support/random.ts';
import { isLong, seeds, TEST_TIMEOUT_MS } from '../../support/scale.ts';
import { temporaryFolder } from '../store/archiveFixture.ts';
import { flipBit } from '../store/libraryFixture.ts';
import {
  type ChaosChange,
  type ChaosJob,
  type ChaosKind,
  chaosKinds,
  readChange,
} from './chaosJob.ts';

/** Kills of one seed: 14 as usual, 210 of two seeds in the long form (`npm run chaos -- --rounds N`). */
const ROUNDS = isLong ? Math.ceil(Number(process.env['BROADSHEET_ROUNDS'] ?? 210) / 2) : 14;
const POSTS = 120;
const IMPORTED = 3_000;
const IMPORT_ID = 'abcdefabcdefabcd';

let script = '';
beforeAll(async () => {
  script = await bundleScript(resolve('test/core/library/chaosScript.ts'), true);
}, 60_000);

const importedPaths = Array.from({ length: IMPORTED }, (_, at) => `imported/${at}.md`);

/** What was acknowledged so far, and the last change that was not. */
interface Known {
  /** Whether each path is bookmarked (`bookmark …`) or read (`read …`). */
  readonly marks: Map<string, boolean>;
  open: ChaosChange | null;
  isImported: boolean;
  answers: number;
}

function makeArchive(base: string): { dataFolder: string; posts: string } {
  const posts = join(base, 'posts');
  mkdirSync(join(posts, '_posts'), { recursive: true });
  for (let at = 0; at < POSTS; at += 1) {
    const text = `---\ntitle: 灯塔 ${at}\ndate: 2022-05-18\n---\n第 ${at} 篇：渡轮在六点开出。\n`;
    writeFileSync(join(posts, '_posts', `2022-05-18-${at}.md`), text);
  }
  return { dataFolder: join(base, 'app'), posts };
}

async function index(dataFolder: string, posts: string): Promise<void> {
  const library = openLibrary(dataFolder);
  const archive = addArchive(library, { folder: posts, name: null, isSample: false });
  library.close();
  await indexArchive({
    dataFolder,
    archive,
    mode: 'update',
    parserScript: null,
    control: createIndexingControl(),
    onProgress: () => undefined,
  });
}

/** Runs the job and kills it at some moment; takes up what it acknowledged. */
async function runAndKill(job: ChaosJob, random: Random, known: Known): Promise<void> {
  const child = spawn(process.execPath, [script, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  let complaint = '';
  let isDue = false;
  // Some while it opens the library, most while it works.
  const linesFirst = random.pick([0, 1, 1, 2, 8, 20, 60]);
  const killSoon = (): void => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => child.kill('SIGKILL'), random.next() * random.pick([2, 20, 90]));
  };
  if (linesFirst === 0) setTimeout(killSoon, 150 + random.below(150));
  // An export or a restore says little more than that the library is open, and a busy machine is late to say that.
  let last = setTimeout(killSoon, 20_000);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') {
      clearTimeout(last);
      last = setTimeout(killSoon, 1_500);
    }
    said += text;
    if (linesFirst > 0 && said.split('\n').length > linesFirst) killSoon();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const [, signal] = await ended;
  clearTimeout(last);
  expect(signal, `the process failed by itself: ${complaint}`).toBe('SIGKILL');
  for (const line of said.split('\n').slice(0, -1)) takeUp(line, known);
}

function takeUp(line: string, known: Known): void {
  if (line.startsWith('do ')) known.open = readChange(line.slice(3));
  // Then nothing was to change: what was known before still has to hold.
  if (line === 'refused') known.open = null;
  if (line !== 'ok' || known.open === null) return;
  known.answers += 1;
  if (known.open.mark === 'import') known.isImported = true;
  else known.marks.set(`${known.open.mark} ${known.open.path}`, known.open.isOn);
  known.open = null;
}

/** After a kill: the core starts, everything acknowledged is there, nothing lies about. */
function checkAfter(job: ChaosJob, known: Known, at: string): void {
  createCoreHandlers(job).close();
  const library = openLibrary(job.dataFolder);
  try {
    const contents = readContents(library.database);
    checkMarks(contents, job, known, at);
    checkImport(contents, known, at);
    for (const format of ['json', 'html', 'markdown'] as const) {
      checkExport(`${job.target}.${format}`, format, at);
    }
    exportLibrary(library, { ...job, file: `${job.target}.json`, format: 'json' });
  } finally {
    library.close();
  }
  const names = readdirSync(resolve(job.dataFolder, '..'), { recursive: true }).map(String);
  const strays = names.filter((name) => /\.part|(?<!index\/[^/]*)-journal|reading$/u.test(name));
  expect(strays, at).toEqual([]);
  expect(listBackups(job.dataFolder).length, at).toBeLessThanOrEqual(5);
}

function checkMarks(
  contents: LibraryContents,
  { posts }: ChaosJob,
  known: Known,
  at: string,
): void {
  const found = marksIn(contents, posts);
  const { open } = known;
  const openKey = open === null || open.mark === 'import' ? null : `${open.mark} ${open.path}`;
  for (const [key, isOn] of known.marks) {
    if (key !== openKey) expect(found.get(key) ?? false, `${at}: ${key}`).toBe(isOn);
  }
  // What was asked and not answered may be either; from here on it is what it is.
  if (openKey !== null) known.marks.set(openKey, found.get(openKey) ?? false);
}

function marksIn({ archives }: LibraryContents, posts: string): ReadonlyMap<string, boolean> {
  const own = archives.find(({ archive }) => archive.folder === posts);
  if (own === undefined) return new Map();
  return new Map([
    ...own.bookmarks.map(
      ({ path, removedAt }) => [`bookmark ${path}`, removedAt === null] as const,
    ),
    ...own.readingState.map(({ path, isRead }) => [`read ${path}`, isRead] as const),
    ...own.written.highlights.map(({ path }) => [`highlight ${path}`, isLit(own, path)] as const),
    ...own.written.notes.map(
      ({ path, removedAt }) => [`note ${path}`, removedAt === null] as const,
    ),
    // The last one saved for a path says what was asked last.
    ...own.written.savedSearches
      .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
      .map(({ text, isPinned }) => [`search ${text}`, isPinned] as const),
  ]);
}

function isLit({ written }: ArchiveContents, path: string): boolean {
  return written.highlights.some((each) => each.path === path && each.removedAt === null);
}

function checkImport({ archives }: LibraryContents, known: Known, at: string): void {
  const found = archives.find(({ archive }) => archive.id === IMPORT_ID)?.bookmarks ?? [];
  const paths = new Set(found.map(({ path }) => path));
  // A path in which a bit was flipped is one more mark, which waits for a post; the true one must be there all the same.
  const count = importedPaths.filter((path) => paths.has(path)).length;
  if (known.isImported) expect(count, at).toBe(IMPORTED);
  else expect([0, IMPORTED], at).toContain(count);
  if (count > 0) known.isImported = true;
  known.open = null;
}

function checkExport(file: string, format: 'json' | 'html' | 'markdown', at: string): void {
  if (!existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  if (format === 'json') readLibraryFile(text, `${at}: ${file}`);
  else expect(text, at).toMatch(format === 'html' ? /<\/DL><p>\n$/u : /^# Bookmarks\n(?:.*\n)*$/u);
}

const WRITTEN_TABLES = [
  'highlights',
  'post_notes',
  'bookmark_labels',
  'left_paths',
  'saved_searches',
  'recent_searches',
] as const;

/** Puts the library into the state that the kind is about. */
function setUp({ kind, dataFolder }: ChaosJob, random: Random, known: Known): void {
  const file = join(dataFolder, 'library.sqlite');
  if (kind === 'migration') {
    // What versions 3 and 4 added is taken away again; what the reader wrote had no place in version 2.
    const database = new Database(file);
    for (const table of ['bookmarks', 'post_state']) {
      database.exec(`ALTER TABLE ${table} DROP COLUMN changed_at`);
    }
    for (const table of WRITTEN_TABLES) database.exec(`DROP TABLE ${table}`);
    for (const key of known.marks.keys()) {
      if (!/^(?:bookmark|read) /u.test(key)) known.marks.delete(key);
    }
    database.pragma('user_version = 2');
    database.close();
    rmSync(join(dataFolder, 'library.seal'), { force: true });
  }
  if (kind !== 'restore') return;
  // All that was acknowledged so far is in the newest backup: `checkAfter` closed the core.
  const damage = random.below(4);
  if (damage === 0) truncateSync(file, random.below(statSync(file).size));
  if (damage === 1) writeFileSync(file, 'words '.repeat(random.below(2_000)));
  if (damage === 2) rmSync(file);
  if (damage === 3) for (let bit = 0; bit < 40; bit += 1) flipBit(file, random);
}

function writeImport(file: string): void {
  const when = '2020-01-01T00:00:00.000Z';
  const bookmarks = importedPaths.map((path) => ({ path, createdAt: when, changedAt: when }));
  const archive = {
    id: IMPORT_ID,
    name: 'Elsewhere',
    folder: '/nowhere',
    addedAt: when,
    bookmarks,
  };
  writeFileSync(
    file,
    JSON.stringify({ format: 'broadsheet-library', version: 1, archives: [archive] }),
  );
}

test.for(seeds(1, 2))(
  'whatever it was doing when it was killed, the core starts and no acknowledged mark is missing (seed %i)',
  { timeout: TEST_TIMEOUT_MS },
  async (seed) => {
    const random = new Random(seed);
    const base = temporaryFolder();
    const { dataFolder, posts } = makeArchive(base);
    mkdirSync(join(base, 'exports'));
    const importFile = join(base, 'import.json');
    writeImport(importFile);
    await index(dataFolder, posts);
    const known: Known = { marks: new Map(), open: null, isImported: false, answers: 0 };
    const counts = new Map<ChaosKind, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const kind = chaosKinds[round % chaosKinds.length] ?? 'marks';
      const target = join(base, 'exports', 'library');
      const jobSeed = random.below(1_000_000);
      const job: ChaosJob = { kind, seed: jobSeed, dataFolder, posts, target, importFile };
      setUp(job, random, known);
      await runAndKill(job, random, known);
      checkAfter(job, known, `seed ${seed}, round ${round} (${kind})`);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const library = openLibrary(dataFolder);
    expect(listArchives(library).length).toBeGreaterThanOrEqual(1);
    library.close();
    process.stdout.write(
      `chaos, seed ${seed}: ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')}; ` +
        `${known.answers} changes acknowledged, none missing\n`,
    );
    expect(known.answers).toBeGreaterThan(0);
  },
);
