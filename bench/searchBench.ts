import type { BenchPlace } from './benchPlace.ts';
import { figure, median, percentile, type Figure, type Goal } from './measure.ts';
import { BOOLEAN, drawQueries, TWO_CHARACTERS, type QueryClass } from './queries.ts';
import { hasProgram } from './rivals/programs.ts';
import { ripgrepTimes } from './rivals/ripgrep.ts';
import { type ClassTimes, searchPhase } from './searchPhases.ts';

const QUERIES = 200;
const ROUNDS = 3;
const BUDGET_MS = 45_000;

/** Goals of the 95th percentile at 100,000 posts, in milliseconds. */
const GOALS: ReadonlyMap<string, number> = new Map([
  ['1 character', 50],
  [TWO_CHARACTERS, 10],
  ['3 characters', 20],
  ['4 characters', 20],
  ['8 characters', 20],
  [BOOLEAN, 30],
]);
/** At a million posts only the usual search has a goal. */
const LARGE_POSTS = 500_000;
const LARGE_GOAL_MS = 20;

/** Times of all kinds of searches, and of ripgrep on the same folder where it is installed. */
export async function measureSearch(place: BenchPlace): Promise<readonly Figure[]> {
  const { run, archive, dataFolder, texts, seed, posts, say } = place;
  say('Searching…');
  const classes = drawQueries(texts, { count: QUERIES, seed });
  const { result, peakBytes } = await run(searchPhase, {
    archive,
    dataFolder,
    classes,
    rounds: ROUNDS,
    budgetMs: BUDGET_MS,
  });
  return [
    figure({
      name: 'index opened to first page of all posts',
      posts,
      value: result.firstPageMs,
      unit: 'ms',
    }),
    figure({
      name: 'searching, peak memory of the process',
      posts,
      value: peakBytes / 1e6,
      unit: 'MB',
      ...(posts >= LARGE_POSTS && { goal: { of: 'value', atMost: 1_500 } }),
    }),
    ...result.classes.flatMap((times) => classFigures(times, posts)),
    ...ripgrepFigures(place, classes, result.classes),
  ];
}

function classFigures(
  { name, samples, cpuSamples, repeats, total }: ClassTimes,
  posts: number,
): readonly Figure[] {
  const bound = posts >= LARGE_POSTS && name === TWO_CHARACTERS ? LARGE_GOAL_MS : GOALS.get(name);
  const isBound = bound !== undefined && (posts < LARGE_POSTS || name === TWO_CHARACTERS);
  const goal: { goal?: Goal } = isBound ? { goal: { of: 'value', atMost: bound } } : {};
  const base = { posts, unit: 'ms' };
  return [
    figure({
      ...base,
      name: `${name} p50 (median of ${total.toLocaleString('en')} posts found)`,
      value: median(samples),
    }),
    figure({ ...base, name: `${name} p95`, value: percentile(samples, 0.95), ...goal }),
    figure({ ...base, name: `${name} p95, processor time`, value: percentile(cpuSamples, 0.95) }),
    ...(name === TWO_CHARACTERS
      ? [figure({ ...base, name: `${name}, the same again p50`, value: median(repeats) })]
      : []),
  ];
}

function ripgrepFigures(
  { folder, posts, say }: BenchPlace,
  classes: readonly QueryClass[],
  times: readonly ClassTimes[],
): readonly Figure[] {
  const queries = classes.find(({ name }) => name === TWO_CHARACTERS)?.queries ?? [];
  const ours = times.find(({ name }) => name === TWO_CHARACTERS);
  if (!hasProgram('rg') || ours === undefined) {
    say('ripgrep is not installed (Debian: apt-get install ripgrep): no comparison with it.');
    return [];
  }
  say('ripgrep…');
  const rg = ripgrepTimes(
    folder,
    queries.map(({ text }) => text),
  );
  return [
    figure({
      name: `${TWO_CHARACTERS} p50, times faster than warm rg -l -i -F`,
      posts,
      value: median(ours.samples),
      unit: 'ms',
      baseline: median(rg),
      isTimesFaster: true,
      goal: { of: 'ratio', atLeast: 100 },
    }),
  ];
}
