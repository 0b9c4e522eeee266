import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { indexFile } from '../../../src/core/store/indexFiles.ts';
import { openIndexReader } from '../../../src/core/store/openIndex.ts';
import { AppError } from '../../../src/shared/result.ts';
import { Random } from '../../support/random.ts';
import { amount, seeds, TEST_TIMEOUT_MS } from '../../support/scale.ts';
import { ARCHIVE, openSmallWriter, temporaryFolder } from './archiveFixture.ts';
import { checkAnswers, checkState, checkWriter, fingerprintOf } from './checkIndex.ts';
import {
  after,
  type ArchiveState,
  fingerprint,
  manyPaths,
  marksOnPaths,
  perform,
  randomStep,
  scenarioOf,
  type StepSource,
} from './modelArchive.ts';

const source: StepSource = { flavour: 'mixed', paths: manyPaths(250), batch: 60 };
const marks = marksOnPaths(source.paths);

/** An index that was changed and merged, closed properly: one file. */
function builtIndex(random: Random): { readonly file: string; readonly state: ArchiveState } {
  const folder = temporaryFolder();
  const writer = openSmallWriter(folder);
  let state: ArchiveState = new Map();
  for (let count = 0; count < 14 || state.size < 80; count += 1) {
    const step = randomStep(random, state, source);
    perform(writer, step);
    state = after(state, step);
  }
  writer.close();
  return { file: indexFile(folder, ARCHIVE), state };
}

/** A data folder whose index is that file. */
function folderWith(bytes: Uint8Array): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'index'));
  writeFileSync(indexFile(folder, ARCHIVE), bytes);
  return folder;
}

/** What became of questions to a damaged index. */
type Verdict = 'right' | 'told' | 'wrong' | 'broken';

/** Asks closely; `broken` = something else was thrown than the sentence for people. */
function verdictOn(random: Random, folder: string, state: ArchiveState): Verdict {
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) return 'told';
  try {
    checkState(reader, state, { random, marks, flavour: source.flavour, queries: 25 });
    return 'right';
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'index-outdated') return 'told';
    if (thrown instanceof Error && thrown.name === 'AssertionError') return 'wrong';
    if (isTelling) process.stdout.write(`${String(thrown)}\n`);
    return 'broken';
  } finally {
    reader.close();
  }
}

/** A writer works on, or tells and leaves a mark that makes the next one begin anew. */
function checkWriterOn(random: Random, folder: string, state: ArchiveState): void {
  const records = [...state.values()].slice(0, 20);
  try {
    const writer = openSmallWriter(folder);
    try {
      expect(writer.stamps().size).toBeGreaterThanOrEqual(0);
      writer.put(records);
      writer.finish();
    } finally {
      writer.close();
    }
  } catch {
    isMended(random, folder, state);
  }
}

/** Damage that was told is mended by the next writer, with nothing left of the old file. */
function isMended(random: Random, folder: string, state: ArchiveState): void {
  const writer = openSmallWriter(folder);
  try {
    checkWriter(writer, new Map());
    writer.put([...state.values()]);
    const reader = openIndexReader(folder, ARCHIVE);
    if (reader === null) throw new Error('no index');
    checkState(reader, state, { random, marks, flavour: source.flavour, queries: 5 });
    reader.close();
  } finally {
    writer.close();
  }
}

test.for(seeds(1, 8))(
  'a file that was cut off is told and made anew, or still answers rightly (seed %i)',
  { timeout: TEST_TIMEOUT_MS },
  (seed) => {
    const random = new Random(seed);
    const { file, state } = builtIndex(random);
    const bytes = readFileSync(file);
    for (let round = 0; round < amount(12, 80); round += 1) {
      const length = random.below(bytes.length);
      const whole = random.is(0.5) ? length - (length % 4_096) : length;
      const folder = folderWith(bytes.subarray(0, whole));
      const verdict = verdictOn(random, folder, state);
      expect(verdict, `cut at ${whole} of ${bytes.length}`).toMatch(/right|told/);
      if (verdict === 'told') isMended(random, folder, state);
    }
  },
);

/** Prints what became of damage to which table. */
const isTelling = process.env['BROADSHEET_VERDICTS'] !== undefined;

/** Which table or index each page of the file belongs to. */
function ownersOf(file: string): ReadonlyMap<number, string> {
  const database = new Database(file, { readonly: true });
  try {
    const pages = database.prepare<[], [string, number]>('SELECT name, pageno FROM dbstat').raw();
    return new Map(pages.all().map(([name, page]) => [page, name]));
  } finally {
    database.close();
  }
}

/** Ways in which a page of a disk goes bad. */
const BLOWS: Readonly<Record<string, (random: Random, page: Uint8Array) => void>> = {
  'one bit': (random, page) => {
    const at = random.below(page.length);
    page[at] = (page[at] ?? 0) ^ (1 << random.below(8));
  },
  'some bytes': (random, page) => {
    const at = random.below(page.length - 64);
    for (let next = at; next < at + 64; next += 1) page[next] = random.below(256);
  },
  zeros: (_random, page) => void page.fill(0),
  'half a page of an older time': (_random, page) => void page.fill(0xff, page.length / 2),
};

test.for(seeds(1, 8))(
  'a file with a bad page is told and made anew wherever that can be seen, and never breaks a search (seed %i)',
  { timeout: TEST_TIMEOUT_MS },
  (seed) => {
    const random = new Random(seed);
    const { file, state } = builtIndex(random);
    const bytes = readFileSync(file);
    const owners = ownersOf(file);
    const pages = [...owners.keys()];
    const tables = [...new Set(owners.values())];
    // The header says how large pages are (https://sqlite.org/fileformat.html, 1.3.2).
    const pageBytes = bytes.readUInt16BE(16);
    const verdicts = new Map<string, Record<Verdict, number>>();
    for (let round = 0; round < amount(30, 300); round += 1) {
      const blow = random.pick(Object.keys(BLOWS));
      // Every table as often as every other, however few pages it has.
      const owner = random.pick(tables);
      const page = random.pick(pages.filter((each) => owners.get(each) === owner)) - 1;
      const damaged = Uint8Array.from(bytes);
      BLOWS[blow]?.(random, damaged.subarray(page * pageBytes, (page + 1) * pageBytes));
      const folder = folderWith(damaged);
      const verdict = verdictOn(random, folder, state);
      const counts = verdicts.get(owner) ?? { right: 0, told: 0, wrong: 0, broken: 0 };
      counts[verdict] += 1;
      verdicts.set(owner, counts);
      expect(verdict, `${blow} in ${owner}`).not.toBe('broken');
      if (verdict === 'told') isMended(random, folder, state);
      else checkWriterOn(random, folder, state);
    }
    if (isTelling) process.stdout.write(`${JSON.stringify([...verdicts], null, 1)}\n`);
  },
);

test.for(seeds(1, 8))(
  'a write-ahead log that is cut off or garbled takes the index back to an earlier call, no further (seed %i)',
  { timeout: TEST_TIMEOUT_MS },
  (seed) => {
    const random = new Random(seed);
    const scenario = scenarioOf({ seed, steps: 16, paths: 120, batch: 40 });
    const folder = temporaryFolder();
    const writer = openSmallWriter(folder);
    for (const step of scenario.steps) perform(writer, step);
    const file = indexFile(folder, ARCHIVE);
    const log = readFileSync(`${file}-wal`);
    const known = new Map(scenario.states.map((state) => [fingerprint(state), state]));
    for (let round = 0; round < amount(10, 80); round += 1) {
      const copy = folderWith(readFileSync(file));
      const place = random.below(log.length);
      const bad = Uint8Array.from(random.is(0.5) ? log.subarray(0, place) : log);
      if (place < bad.length) bad[place] = (bad[place] ?? 0) ^ (1 + random.below(255));
      writeFileSync(`${indexFile(copy, ARCHIVE)}-wal`, bad);
      const reader = openIndexReader(copy, ARCHIVE);
      if (reader === null) continue;
      const state = known.get(fingerprintOf(reader));
      if (state === undefined) throw new Error(`Garbled at ${place}: no step left that behind`);
      checkAnswers(reader, state, { random, marks, flavour: 'mixed', queries: 10 });
      reader.close();
    }
    writer.close();
  },
);
