import { FIRST_INDEX } from './indexingBench.ts';
import { figure, markdown, round, table, type Figure } from './measure.ts';
import type { BenchOptions } from './options.ts';
import type { RunPhase } from './phase.ts';
import { measureCore } from './runBench.ts';

const FIRST_SIZE = 1_000;
const STEP = 10;

/** The benchmark at 1,000 posts, ten times as many, and so on: every row's figure of each size, as a Markdown table. */
export async function measureGrowth(
  options: BenchOptions,
  run: RunPhase,
  largest: number,
): Promise<readonly Figure[]> {
  const sizes: number[] = [];
  for (let posts = FIRST_SIZE; posts <= largest; posts *= STEP) sizes.push(posts);
  const runs: (readonly Figure[])[] = [];
  for (const posts of sizes) {
    const { figures } = await measureCore(
      { ...options, posts, archive: null, dataFolder: null, hasRivals: false },
      run,
      () => undefined,
    );
    runs.push(figures);
  }
  console.log(growthTable(sizes, runs));
  const kept = keptRate(runs.flat());
  if (kept !== null) console.log(`\n${table([kept])}`);
  return kept === null ? runs.flat() : [...runs.flat(), kept];
}

/** How much of the rate at 100,000 posts the first index keeps at a million; null when one of them was not measured. */
function keptRate(figures: readonly Figure[]): Figure | null {
  const rateAt = (posts: number): number | null =>
    figures.find((one) => one.name === FIRST_INDEX && one.posts === posts)?.value ?? null;
  const [few, many] = [rateAt(100_000), rateAt(1_000_000)];
  if (few === null || many === null) return null;
  return figure({
    name: `${FIRST_INDEX}, over that at 100,000 posts`,
    posts: 1_000_000,
    value: many,
    unit: 'posts/s',
    baseline: few,
    goal: { of: 'ratio', atLeast: 0.9 },
  });
}

/** A row for each figure that the largest size has; numbers inside names differ by size and are left out of them. */
function growthTable(sizes: readonly number[], runs: readonly (readonly Figure[])[]): string {
  const names = (runs.at(-1) ?? []).map(nameOf);
  return markdown([
    ['posts', ...sizes.map((posts) => posts.toLocaleString('en'))],
    ...names.map((name) => [
      name.trim(),
      ...runs.map((figures) => cell(figures.find((one) => nameOf(one) === name))),
    ]),
  ]);
}

function nameOf({ name }: Figure): string {
  return name
    .replace(/ \(median of [^)]*\)/u, '')
    .replace(/^(delete) [\d,]+ posts/u, '$1 up to 10,000 posts');
}

function cell(one: Figure | undefined): string {
  if (one === undefined) return '';
  const ratio = one.ratio === null ? '' : ` (${round(one.ratio)}×)`;
  return `${round(one.value)} ${one.unit}${ratio}`;
}
