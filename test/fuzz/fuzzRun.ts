import * as fc from 'fast-check';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { watchForHangs } from './hangWatch.ts';

/*
 * How fuzzing runs. `npm run fuzz -- --seed N --count N` sets the environment; without it, as in `npm test`, a short form
 * of always the same inputs runs.
 */

const COUNT = Number(process.env['BROADSHEET_FUZZ_COUNT'] ?? 1_500);
const SEED = Number(process.env['BROADSHEET_SEED'] ?? 1);
const FOLDER = process.env['BROADSHEET_FUZZ_FOLDER'] ?? join(process.cwd(), '.cache', 'fuzz');

/** Processor time that one input may take, in milliseconds: what a run gives one file before it counts as endless. */
const LIMIT_MS = 10_000;
/** From here on the slowest input of an area is kept to be looked at. */
const SLOW_MS = 500;
/** Making a failing input smaller ends after so long. */
const SHRINK_MS = 60_000;
/** Bounds a hang that nothing else ended; long, because 20,000 inputs on a busy machine take their time. */
export const FUZZ_TIMEOUT_MS = 3_600_000;

/** One kind of input. */
export interface FuzzArea<T> {
  /** Names the area in reports and the file of a failure. */
  readonly name: string;
  /** Its part of all inputs; those of all areas make 100. */
  readonly percent: number;
  readonly inputs: fc.Arbitrary<T>;
  /** How many inputs one value holds (a folder of files); missing = one. */
  readonly perValue?: number;
  /** Throws when a property does not hold. */
  readonly check: (input: T) => void | Promise<void>;
}

/**
 * Runs an area's share of inputs. A failing one is made as small as it gets and saved under `.cache/fuzz`; the error
 * says where and with which seed. An input that never ends is saved too, and ends the process.
 */
export async function fuzz<T>(area: FuzzArea<T>): Promise<void> {
  const runs = Math.max(1, Math.round((COUNT * area.percent) / 100 / (area.perValue ?? 1)));
  const watch = watchForHangs(join(FOLDER, `${area.name}-hang.txt`));
  mkdirSync(FOLDER, { recursive: true });
  for (const kind of ['', '-slowest', '-hang']) {
    rmSync(join(FOLDER, `${area.name}${kind}.txt`), { force: true });
  }
  let shrinksUntil: number | null = null;
  let longestMs = 0;
  const startedAt = Date.now();
  const property = fc.asyncProperty(area.inputs, async (input) => {
    if (shrinksUntil !== null && Date.now() > shrinksUntil) return;
    watch.begin(() => shown(input));
    const before = process.cpuUsage();
    try {
      await area.check(input);
      const tookMs = millisecondsSince(before) / (area.perValue ?? 1);
      if (tookMs > longestMs) keepSlowest(area.name, tookMs, input);
      longestMs = Math.max(longestMs, tookMs);
      if (tookMs > LIMIT_MS) throw new Error(`It took ${Math.round(tookMs)} ms.`);
    } catch (error) {
      shrinksUntil ??= Date.now() + SHRINK_MS;
      throw error;
    } finally {
      watch.end();
    }
  });
  const details = await fc.check(property, { seed: seedOf(area.name), numRuns: runs });
  watch.stop();
  if (details.failed) throw failure(area, details);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const count = runs * (area.perValue ?? 1);
  appendFileSync(
    join(FOLDER, 'counts.txt'),
    `${area.name}\t${count}\t${seconds}\t${Math.round(longestMs)}\n`,
  );
}

/** The slowest input of an area, where it is slow enough to be looked at. */
function keepSlowest(name: string, tookMs: number, input: unknown): void {
  if (tookMs < SLOW_MS) return;
  const file = join(FOLDER, `${name}-slowest.txt`);
  writeFileSync(file, `${Math.round(tookMs)} ms of processor time\n\n${shown(input)}\n`);
}

function failure<T>(area: FuzzArea<T>, details: fc.RunDetails<[T]>): Error {
  const file = join(FOLDER, `${area.name}.txt`);
  const input = details.counterexample?.[0];
  const reason =
    details.errorInstance instanceof Error ? details.errorInstance : new Error('It failed.');
  writeFileSync(file, `seed ${SEED}\n${reason.stack ?? reason.message}\n\n${shown(input)}\n`);
  return new Error(
    `${area.name}: ${reason.message}\nseed ${SEED}, input ${details.numRuns}, saved in ${file}:\n${shown(input).slice(0, 3_000)}`,
    { cause: reason },
  );
}

/** An input as it can be pasted into a test: bytes as text where they are UTF-8, else in hexadecimal. */
function shown(input: unknown): string {
  if (typeof input === 'string') return JSON.stringify(input);
  if (input instanceof Uint8Array) return bytesShown(input);
  if (typeof input === 'object' && input !== null && 'bytes' in input) {
    const { bytes, ...rest } = input;
    return `${shown(bytes)}\n${shown(rest)}`;
  }
  return inspect(input, { depth: 8, maxArrayLength: 1_000, maxStringLength: 500_000 });
}

function bytesShown(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  const text = buffer.toString('utf8');
  return Buffer.from(text).equals(buffer) ? JSON.stringify(text) : `hex ${buffer.toString('hex')}`;
}

function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Each area has random numbers of its own, so that one more area leaves those of the others as they were. */
function seedOf(name: string): number {
  let seed = SEED * 7_919;
  for (const letter of name) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0;
  return seed;
}
