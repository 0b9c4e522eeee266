import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { spread } from './archiveFiles.ts';
import type { BenchPlace } from './benchPlace.ts';
import { runPhase, type RunTimes } from './indexPhases.ts';
import { figure, percentile, type Figure } from './measure.ts';
import { drawQueries, TWO_CHARACTERS, type Query } from './queries.ts';
import { pacedSearchPhase } from './searchPhases.ts';

const CHANGED_POSTS = 100;
const DELETED_POSTS = 10_000;
/** Taken away besides, so that their coming back gives indexing something to do while it is searched. */
const RETURNING_POSTS = 20_000;
const PAUSE_MS = 25;
const PACED_QUERIES = 250;
/** Stands in no generated text. */
const MARK = '鼗籥鬯';

/** Changes, deletions and searches during indexing. The folder is as before when it is done, and the index with it. */
export async function measureChanges(place: BenchPlace): Promise<readonly Figure[]> {
  const { posts, say } = place;
  say('Changing posts…');
  const changed = await changePosts(place);
  const gone = spread(place.paths, Math.min(DELETED_POSTS, Math.floor(posts / 2)));
  const { deletion, paced } = await measureAbsence(place, gone);
  return [
    figure({
      name: `${changed.posts} changed posts searchable, from the run's start`,
      posts,
      value: changed.searchableMs / 1_000,
      unit: 's',
    }),
    figure({
      name: `${changed.posts} changed posts searchable, from the scan`,
      posts,
      value: (changed.searchableMs - changed.scannedMs) / 1_000,
      unit: 's',
      goal: { of: 'value', atMost: 0.2 },
    }),
    figure({
      name: `delete ${gone.length.toLocaleString('en')} posts, whole run`,
      posts,
      value: deletion.totalMs / 1_000,
      unit: 's',
      goal: { of: 'value', atMost: 2 },
    }),
    figure({
      name: `${TWO_CHARACTERS} p50 during indexing, over idle`,
      posts,
      value: percentile(paced.busy, 0.5),
      unit: 'ms',
      baseline: percentile(paced.idle, 0.5),
    }),
    figure({
      name: `${TWO_CHARACTERS} p95 during indexing, over idle`,
      posts,
      value: percentile(paced.busy, 0.95),
      unit: 'ms',
      baseline: percentile(paced.idle, 0.95),
      goal: { of: 'ratio', atMost: 2 },
    }),
  ];
}

interface Absence {
  readonly deletion: RunTimes;
  readonly paced: Paced;
}

/** Takes posts away and brings them back, whatever happens between: the archive may be somebody's own. */
async function measureAbsence(place: BenchPlace, gone: readonly string[]): Promise<Absence> {
  const { say } = place;
  const left = place.paths.filter(notIn(gone));
  const more = spread(left, Math.min(RETURNING_POSTS, Math.floor(left.length / 4)));
  try {
    say('Deleting posts…');
    moveOut(place, gone);
    const deletion = await update(place);
    say('Searching while indexing…');
    moveOut(place, more);
    await update(place);
    const paced = await searchMeanwhile(place, [...gone, ...more]);
    return { deletion, paced };
  } finally {
    moveBack(place, [...gone, ...more]);
  }
}

function notIn(paths: readonly string[]): (path: string) => boolean {
  const known = new Set(paths);
  return (path) => !known.has(path);
}

interface Changed {
  readonly posts: number;
  readonly scannedMs: number;
  readonly searchableMs: number;
}

async function changePosts(place: BenchPlace): Promise<Changed> {
  const { run, folder, paths, archive, dataFolder } = place;
  const files = spread(paths, CHANGED_POSTS).map((path) => join(folder, path));
  const before = files.map((file) => readFileSync(file));
  for (const file of files) appendFileSync(file, `\n\n<p>补记：${MARK}。</p>\n`);
  try {
    const awaited = { text: MARK, posts: files.length };
    const { result } = await run(runPhase, { archive, dataFolder, mode: 'update', awaited });
    const { scannedMs, searchableMs } = result;
    return { posts: files.length, scannedMs, searchableMs: searchableMs ?? result.totalMs };
  } finally {
    files.forEach((file, at) => writeFileSync(file, before[at] ?? ''));
    await update(place);
  }
}

async function update({ run, archive, dataFolder }: BenchPlace): Promise<RunTimes> {
  return (await run(runPhase, { archive, dataFolder, mode: 'update', awaited: null })).result;
}

interface Paced {
  readonly idle: readonly number[];
  readonly busy: readonly number[];
}

/** The same pace of typing on an idle machine and while the posts taken away come back. */
async function searchMeanwhile(place: BenchPlace, away: readonly string[]): Promise<Paced> {
  const { run, archive, dataFolder, texts, seed, sideFolder } = place;
  const drawn = drawQueries(texts, { count: 2 * PACED_QUERIES, seed: seed + 7 });
  const queries = drawn.find(({ name }) => name === TWO_CHARACTERS)?.queries ?? [];
  const search = async (
    part: readonly Query[],
    untilFile: string | null,
  ): Promise<readonly number[]> =>
    (
      await run(pacedSearchPhase, {
        archive,
        dataFolder,
        queries: part,
        pauseMs: PAUSE_MS,
        untilFile,
      })
    ).result;
  const idle = await search(queries.slice(0, PACED_QUERIES), null);
  moveBack(place, away);
  const endFile = join(sideFolder, 'indexed');
  const indexing = update(place).finally(() => {
    writeFileSync(endFile, '');
  });
  const [busy] = await Promise.all([search(queries.slice(PACED_QUERIES), endFile), indexing]);
  return { idle, busy };
}

function moveOut({ folder, sideFolder }: BenchPlace, paths: readonly string[]): void {
  mkdirSync(awayFolder(sideFolder), { recursive: true });
  for (const path of paths) renameSync(join(folder, path), awayPath(sideFolder, path));
}

/** Moves back what is still away. */
function moveBack({ folder, sideFolder }: BenchPlace, paths: readonly string[]): void {
  for (const path of paths) {
    const away = awayPath(sideFolder, path);
    if (existsSync(away)) renameSync(away, join(folder, path));
  }
}

/** Where posts wait that were taken out of the archive. */
export function awayFolder(sideFolder: string): string {
  return join(sideFolder, 'away');
}

function awayPath(sideFolder: string, path: string): string {
  return join(awayFolder(sideFolder), path.replaceAll('/', '+'));
}
