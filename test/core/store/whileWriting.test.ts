import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { openIndexReader } from '../../../src/core/store/openIndex.ts';
import type { IndexReader } from '../../../src/core/store/storeTypes.ts';
import { bundleScript } from '../../support/bundle.ts';
import { Random } from '../../support/random.ts';
import { amount, seeds, TEST_TIMEOUT_MS } from '../../support/scale.ts';
import { ARCHIVE, temporaryFolder } from './archiveFixture.ts';
import { checkState, fingerprintOf } from './checkIndex.ts';
import { fingerprint, marksOnPaths, scenarioOf, type ScenarioSize } from './modelArchive.ts';

let script = '';
beforeAll(async () => {
  script = await bundleScript(resolve('test/core/store/crashScript.ts'));
});

/** Runs the whole scenario in a process of its own; resolves when it holds the index. */
async function startWriting(folder: string, size: ScenarioSize) {
  const line = [folder, size.seed, size.steps, size.paths, size.batch, 0].map(String);
  const child = spawn(process.execPath, [script, ...line], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const state = { exitCode: null as number | null };
  child.once('exit', (code) => (state.exitCode = code ?? -1));
  await new Promise((isOpen) => child.stdout.once('data', isOpen));
  child.stdout.resume();
  return state;
}

test.for(seeds(1, 12))(
  'a reader that asks all the time while another process writes sees whole states only, in their order (seed %i)',
  { timeout: TEST_TIMEOUT_MS },
  async (seed) => {
    const random = new Random(seed);
    const size: ScenarioSize = { seed, steps: amount(60, 250), paths: 500, batch: 200 };
    const { states, source } = scenarioOf(size);
    const known = new Map(states.map((state, at): [string, number] => [fingerprint(state), at]));
    // Steps that change no post leave the same state behind: its first and its last number.
    const first = new Map(
      [...states.entries()]
        .toReversed()
        .map(([at, state]): [string, number] => [fingerprint(state), at]),
    );
    const marks = marksOnPaths(source.paths);
    const folder = temporaryFolder();
    const child = await startWriting(folder, size);
    const reader = opened(folder);
    const seen = new Set<number>();
    let lowest = 0;
    const lookOnce = (): void => {
      reader.together(() => {
        const held = fingerprintOf(reader);
        const latest = known.get(held) ?? -1;
        const state = states[latest];
        if (state === undefined) throw new Error('The reader sees what no step left behind.');
        expect(latest, 'never back to an older state').toBeGreaterThanOrEqual(lowest);
        lowest = first.get(held) ?? 0;
        seen.add(latest);
        checkState(reader, state, { random, marks, flavour: source.flavour, queries: 3 });
      });
    };
    while (child.exitCode === null) {
      lookOnce();
      await setImmediate();
    }
    lookOnce();
    expect(child.exitCode).toBe(0);
    expect(known.get(fingerprintOf(reader))).toBe(states.length - 1);
    expect(seen.size).toBeGreaterThan(3);
  },
);

function opened(folder: string): IndexReader {
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) throw new Error('no index');
  onTestFinished(() => reader.close());
  return reader;
}
