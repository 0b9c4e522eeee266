import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { noFilters } from '../../src/shared/defaults.ts';
import type { ArchiveId } from '../../src/shared/model.ts';
import type { BenchPlace } from '../benchPlace.ts';
import { figure, median, percentile, type Figure, type Goal } from '../measure.ts';
import type { BenchOptions } from '../options.ts';
import type { RunPhase } from '../phase.ts';
import { drawQueries, TWO_CHARACTERS } from '../queries.ts';
import { withPlace } from '../runBench.ts';
import { measureHand, measurePageMemory } from './handBench.ts';
import { openApp, type OpenApp } from './openApp.ts';

const STARTS = 3;
const QUERIES = 150;
const WARM_UP = 15;
const POLL_MS = 500;
/** An archive may hold files that become no posts: when the number no longer grows, indexing is over. */
const PATIENCE_MS = 30_000;
const LARGE_POSTS = 500_000;

/**
 * The app itself, built and started as a reader starts it: first index with the window open and someone searching, then
 * starts on the finished index, whole trips of searches, memory of all processes, stalls of both threads.
 */
export async function measureWindow(
  options: BenchOptions,
  run: RunPhase,
): Promise<readonly Figure[]> {
  return withPlace(options, run, async (place) => {
    rmSync(join(place.dataFolder, 'index'), { recursive: true, force: true });
    const drawn = drawQueries(place.texts, { count: 4 * QUERIES, seed: place.seed + 11 });
    const queries = (drawn.find(({ name }) => name === TWO_CHARACTERS)?.queries ?? []).map(
      ({ text }) => text,
    );
    const first = await whileIndexing(place, queries.slice(QUERIES));
    const later = await onFinishedIndex(place, queries.slice(0, QUERIES));
    return [...first, ...later];
  });
}

async function whileIndexing(
  { folder, dataFolder, sideFolder, posts, archive, say }: BenchPlace,
  queries: readonly string[],
): Promise<readonly Figure[]> {
  say('The app, first index…');
  const stallLog = join(sideFolder, 'stalls-indexing.jsonl');
  const startedAt = performance.now();
  const opened = await openApp({ folder, dataFolder, stallLog });
  const hand = await measureHand({
    page: opened.page,
    posts,
    when: 'while indexing',
    counts: { moves: 40, words: 20 },
    queries,
  });
  const trips: Trip[] = [];
  let peak = 0;
  let indexed = 0;
  let grewAt = performance.now();
  for (let at = 0; indexed < posts && performance.now() - grewAt < PATIENCE_MS; at += 1) {
    peak = Math.max(peak, opened.memoryBytes());
    const query = queries[at % Math.max(1, queries.length)] ?? '';
    const [trip, all] = await searchTrips(opened.page, archive.id, [query, '']);
    if (trip !== undefined) trips.push(trip);
    if (all !== undefined && all.total > indexed) {
      indexed = all.total;
      grewAt = performance.now();
    }
    await sleep(POLL_MS);
  }
  const seconds = (grewAt - startedAt) / 1_000;
  const figures = [
    ...indexingFigures({ posts, trips, peak, seconds, firstRowsMs: opened.firstRowsMs }),
    ...hand,
    ...(await stallFigures(opened, { stallLog, posts, when: 'while indexing' })),
  ];
  await opened.close();
  return figures;
}

interface IndexingRun {
  readonly posts: number;
  readonly trips: readonly Trip[];
  /** Memory of all processes, bytes. */
  readonly peak: number;
  readonly seconds: number;
  readonly firstRowsMs: number;
}

function indexingFigures({
  posts,
  trips,
  peak,
  seconds,
  firstRowsMs,
}: IndexingRun): readonly Figure[] {
  return [
    figure({
      name: 'window: first rows on a new folder, from the program start',
      posts,
      value: firstRowsMs / 1_000,
      unit: 's',
    }),
    figure({
      name: 'window: all posts searchable, from the program start',
      posts,
      value: seconds,
      unit: 's',
    }),
    figure({
      name: 'window: peak memory of all processes while indexing',
      posts,
      value: peak / 1e6,
      unit: 'MB',
      goal: { of: 'value', atMost: 1_200 },
    }),
    figure({
      name: 'window: whole trip p95 while indexing',
      posts,
      value: percentile(
        trips.map(({ tripMs }) => tripMs),
        0.95,
      ),
      unit: 'ms',
    }),
  ];
}

async function onFinishedIndex(
  { folder, dataFolder, sideFolder, posts, archive, say }: BenchPlace,
  queries: readonly string[],
): Promise<readonly Figure[]> {
  say('The app, on a finished index…');
  const starts: number[] = [];
  const figures: Figure[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const stallLog = join(sideFolder, `stalls-${start}.jsonl`);
    const opened = await openApp({ folder, dataFolder, stallLog });
    starts.push(opened.firstRowsMs / 1_000);
    if (start === STARTS - 1) {
      // The run that looks for changes ends by itself; searching beside it is measured above.
      await sleep(posts / 20 + 2_000);
      await searchTrips(opened.page, archive.id, queries.slice(0, WARM_UP));
      const trips = await searchTrips(opened.page, archive.id, queries.slice(WARM_UP));
      figures.push(...tripFigures(trips, posts), memoryFigure(opened.memoryBytes(), posts));
      const counts = { moves: 100, words: 50 };
      const { page } = opened;
      figures.push(...(await measureHand({ page, posts, when: 'idle', counts, queries })));
      figures.push(
        ...(await stallFigures(opened, { stallLog, posts, when: 'while searching and reading' })),
        await measurePageMemory(page, { posts, opened: 500 }),
      );
    }
    await opened.close();
  }
  const goal: Goal = { of: 'value', atMost: 2 };
  return [
    figure({
      name: 'window: start of the program to first page',
      posts,
      value: median(starts),
      unit: 's',
      goal,
    }),
    ...figures,
  ];
}

interface Trip {
  /** From the page's call to the answer in the page, in milliseconds. */
  readonly tripMs: number;
  /** What the core itself took. */
  readonly coreMs: number;
  readonly total: number;
}

/** Searches from inside the page, through the same bridge as its own. */
function searchTrips(
  page: Page,
  archiveId: ArchiveId,
  texts: readonly string[],
): Promise<readonly Trip[]> {
  const given = { archiveId, texts, filters: noFilters };
  return page.evaluate<readonly Trip[]>(`(${SEARCH_TRIPS})(${JSON.stringify(given)})`);
}

/** Text, because it runs in the page. */
const SEARCH_TRIPS = `async ({ archiveId, texts, filters }) => {
  const trips = [];
  for (const text of texts) {
    const startedAt = performance.now();
    const query = { archiveId, text, filters, sort: 'relevance', offset: 0, limit: 50 };
    const result = await window.archive.call('posts.search', query);
    const tripMs = performance.now() - startedAt;
    if (!result.ok) throw new Error(result.error.message);
    trips.push({ tripMs, coreMs: result.value.elapsedMs, total: result.value.total });
  }
  return trips;
}`;

function tripFigures(trips: readonly Trip[], posts: number): readonly Figure[] {
  const added = trips.map(({ tripMs, coreMs }) => tripMs - coreMs);
  const whole = trips.map(({ tripMs }) => tripMs);
  const base = { posts, unit: 'ms' };
  return [
    figure({ ...base, name: `window: ${TWO_CHARACTERS}, whole trip p50`, value: median(whole) }),
    figure({
      ...base,
      name: `window: ${TWO_CHARACTERS}, whole trip p95`,
      value: percentile(whole, 0.95),
    }),
    figure({
      ...base,
      name: `window: ${TWO_CHARACTERS}, trip beyond the core p95`,
      value: percentile(added, 0.95),
      goal: { of: 'value', atMost: 15 },
    }),
  ];
}

function memoryFigure(bytes: number, posts: number): Figure {
  const goal: { goal?: Goal } =
    posts >= LARGE_POSTS ? { goal: { of: 'value', atMost: 1_500 } } : {};
  return figure({
    name: 'window: memory of all processes after searching',
    posts,
    value: bytes / 1e6,
    unit: 'MB',
    ...goal,
  });
}

async function stallFigures(
  opened: OpenApp,
  { stallLog, posts, when }: { stallLog: string; posts: number; when: string },
): Promise<readonly Figure[]> {
  const longTasks = await opened.page.evaluate<readonly number[]>('globalThis.longTasks');
  const base = { posts, unit: 'ms', goal: { of: 'value', atMost: 50 } as const };
  return [
    figure({
      ...base,
      name: `window: longest stall of the main thread ${when}`,
      value: Math.max(0, ...stallsOf(stallLog)),
    }),
    figure({
      ...base,
      name: `window: longest task of the page ${when}`,
      value: Math.max(0, ...longTasks),
    }),
  ];
}

/** While Chromium starts the main process waits for it; what counts comes later. */
const START_MS = 2_000;

function stallsOf(file: string): readonly number[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { atMs: number; gapMs: number } => JSON.parse(line))
    .filter(({ atMs }) => atMs > START_MS)
    .map(({ gapMs }) => gapMs);
}
