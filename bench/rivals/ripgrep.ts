import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { timeMs } from '../measure.ts';

const MAX_OUTPUT_BYTES = 1024 * 1024 * 1024;
/** Time enough for so many searches; a million files take seconds each. */
const BUDGET_MS = 20_000;
const LEAST_QUERIES = 8;
const WARM_UP = 2;

/** Milliseconds of one `rg -l -i -F` for each query, start of the program included, with the files in memory. */
export function ripgrepTimes(folder: string, queries: readonly string[]): readonly number[] {
  for (const query of queries.slice(0, WARM_UP)) ripgrep(folder, query);
  const samples: number[] = [];
  let spentMs = 0;
  for (const query of queries) {
    if (spentMs > BUDGET_MS && samples.length >= LEAST_QUERIES) break;
    const spent = timeMs(() => ripgrep(folder, query));
    samples.push(spent);
    spentMs += spent;
  }
  return samples;
}

/** Paths of the files that hold the text, relative to the folder. */
export function ripgrep(folder: string, query: string): readonly string[] {
  const { stdout } = spawnSync('rg', ['-l', '-i', '-F', '-e', query, folder], {
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((file) => relative(folder, file));
}
