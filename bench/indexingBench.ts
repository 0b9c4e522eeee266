import { spread } from './archiveFiles.ts';
import type { BenchPlace } from './benchPlace.ts';
import { parseFloorPhase, readFloorPhase } from './floorPhases.ts';
import { runPhase, sizePhase, textBytesPhase } from './indexPhases.ts';
import { figure, median, type Figure } from './measure.ts';

/** Posts the parsing floor is measured on; it is a rate, so some thousands are enough. */
const FLOOR_POSTS = 6_000;
const REOPENINGS = 3;

/** The row of the first index's rate. */
export const FIRST_INDEX = 'first index';

/** Floors, first index, memory, size and re-open. Leaves the index behind. */
export async function measureIndexing(place: BenchPlace): Promise<readonly Figure[]> {
  const { run, posts, paths, folder, archive, dataFolder, say } = place;
  say('Floors…');
  const sample = { folder, paths: spread(paths, FLOOR_POSTS) };
  const reading = (await run(readFloorPhase, { folder, paths })).result;
  const floorBefore = await parseFloor(place, sample);
  say('First index…');
  const first = await run(runPhase, { archive, dataFolder, mode: 'rebuild', awaited: null });
  // Measured on both sides of the first index, so that a busy minute does not flatter it.
  const floorAfter = await parseFloor(place, sample);
  const floorSeconds = Math.min(floorBefore.one, floorAfter.one);
  const floorOfTwo = Math.min(floorBefore.two, floorAfter.two);
  const seconds = first.result.totalMs / 1_000;
  say('Re-open…');
  const again: number[] = [];
  for (let left = REOPENINGS; left > 0; left -= 1) {
    const reopened = await run(runPhase, { archive, dataFolder, mode: 'update', awaited: null });
    again.push(reopened.result.totalMs / 1_000);
  }
  return [
    ...floorFigures({ posts, reading, floorSeconds, floorOfTwo }),
    ...firstIndexFigures({ ...first, posts, seconds, floorSeconds }),
    figure({
      name: "first index, processor time over the floor's",
      posts,
      value: first.cpuMs / 1_000,
      unit: 's',
      baseline: Math.min(floorBefore.cpu, floorAfter.cpu),
    }),
    ...(await sizeFigures(place)),
    figure({
      name: 're-open unchanged, over the first index',
      posts,
      value: median(again),
      unit: 's',
      baseline: seconds,
      ...(posts <= 200_000 && { goal: { of: 'value', atMost: 0.5 } }),
    }),
  ];
}

function floorFigures(floor: {
  readonly posts: number;
  readonly reading: number;
  readonly floorSeconds: number;
  readonly floorOfTwo: number;
}): readonly Figure[] {
  const { posts, reading, floorSeconds, floorOfTwo } = floor;
  const base = { posts, unit: 'posts/s' };
  const parsing = 'floor: read, parse, tokenise';
  return [
    figure({ ...base, name: 'floor: read every file', value: (posts * 1_000) / reading }),
    figure({ ...base, name: `${parsing}, one thread`, value: posts / floorSeconds }),
    figure({ ...base, name: `${parsing}, two processes`, value: posts / floorOfTwo }),
  ];
}

function firstIndexFigures(first: {
  readonly posts: number;
  readonly seconds: number;
  readonly floorSeconds: number;
  readonly peakBytes: number;
}): readonly Figure[] {
  const { posts, seconds, floorSeconds, peakBytes } = first;
  return [
    figure({
      name: 'first index, time over the floor in one thread',
      posts,
      value: seconds,
      unit: 's',
      baseline: floorSeconds,
      goal: { of: 'ratio', atMost: 3.5 },
    }),
    figure({
      name: FIRST_INDEX,
      posts,
      value: posts / seconds,
      unit: 'posts/s',
      baseline: posts / floorSeconds,
      goal: { of: 'value', atLeast: 8_000 },
    }),
    figure({
      name: 'first index, peak memory of the process',
      posts,
      value: peakBytes / 1e6,
      unit: 'MB',
      goal: { of: 'value', atMost: 1_200 },
    }),
  ];
}

interface Floor {
  /** Seconds for all posts in one thread, and in two processes at once. */
  readonly one: number;
  readonly two: number;
  /** Seconds of processor time for all posts in one thread. */
  readonly cpu: number;
}

async function parseFloor(
  { run, posts }: BenchPlace,
  { folder, paths }: { folder: string; paths: readonly string[] },
): Promise<Floor> {
  const one = await run(parseFloorPhase, { folder, paths });
  const halves = [0, 1].map((side) => paths.filter((_, at) => at % 2 === side));
  const two = await Promise.all(
    halves.map((half) => run(parseFloorPhase, { folder, paths: half })),
  );
  const scale = posts / Math.max(1, paths.length) / 1_000;
  return {
    one: one.result.wallMs * scale,
    two: Math.max(...two.map(({ result }) => result.wallMs)) * scale,
    cpu: one.result.cpuMs * scale,
  };
}

async function sizeFigures(place: BenchPlace): Promise<readonly Figure[]> {
  const { run, posts } = place;
  const { bytes, parts } = (await run(sizePhase, place)).result;
  const textBytes = (await run(textBytesPhase, place)).result;
  const sizeRow = (name: string, value: number): Omit<Figure, 'goal' | 'ratio'> => ({
    name,
    posts,
    value: value / 1e6,
    unit: 'MB',
    baseline: textBytes / 1e6,
  });
  const whole = sizeRow('index, all of it, over the visible text', bytes);
  return [
    figure({ ...whole, goal: { of: 'ratio', atMost: 1.2 } }),
    ...parts
      .filter((part) => part.bytes > bytes / 100)
      .map((part) => figure(sizeRow(`  of it, table ${part.name}`, part.bytes))),
  ];
}
