import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openIndexReader } from '../../../src/core/store/openIndex.ts';
import { bundleScript } from '../../support/bundle.ts';
import { Random } from '../../support/random.ts';
import { amount, seeds, TEST_TIMEOUT_MS } from '../../support/scale.ts';
import { ARCHIVE, openSmallWriter, temporaryFolder } from './archiveFixture.ts';
import { checkState, checkWriter, fingerprintOf, ranked } from './checkIndex.ts';
import {
  fingerprint,
  marksOnPaths,
  perform,
  postsOf,
  type Scenario,
  scenarioOf,
  type ScenarioSize,
} from './modelArchive.ts';
import { randomQuery } from './randomQueries.ts';

/** Kills of one scenario. With the usual 2 and the 20 long seeds: 6 and 100 rounds. */
const KILLS = amount(3, 5);

let script = '';
beforeAll(async () => {
  script = await bundleScript(resolve('test/core/store/crashScript.ts'));
});

interface Life {
  readonly folder: string;
  readonly size: ScenarioSize;
  readonly from: number;
}

/** Runs the scenario on from a step and kills it some steps later; gives the number of steps that had returned. */
async function runAndKill(random: Random, { folder, size, from }: Life): Promise<number> {
  const line = [folder, size.seed, size.steps, size.paths, size.batch, from].map(String);
  const child = spawn(process.execPath, [script, ...line], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = '';
  let linesLeft = random.below(Math.ceil((size.steps - from) / 2));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    const isTime = said.split('\n').length - 1 > linesLeft;
    if (!isTime) return;
    linesLeft = Number.POSITIVE_INFINITY;
    // Somewhere within a step, not always at its beginning.
    setTimeout(() => child.kill('SIGKILL'), random.next() * 12);
  });
  await ended;
  const returned = said
    .split('\n')
    .slice(0, -1)
    .filter((each) => each !== 'open');
  return Number(returned.at(-1) ?? from);
}

test.for(seeds(2, 20))(
  'an index whose writer is killed holds every call that returned, and the last one whole or not at all (seed %i)',
  { timeout: TEST_TIMEOUT_MS },
  async (seed) => {
    const random = new Random(seed);
    const size: ScenarioSize = { seed, steps: 40, paths: 300, batch: random.pick([60, 150, 300]) };
    const scenario = scenarioOf(size);
    const folder = temporaryFolder();
    let reached = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const returned = await runAndKill(random, { folder, size, from: reached });
      reached = checkKilled(random, { folder, scenario, returned });
    }
    finish(random, { folder, scenario, returned: reached });
  },
);

interface Killed {
  readonly folder: string;
  readonly scenario: Scenario;
  /** Steps known to have returned. */
  readonly returned: number;
}

/** Finds which prefix of the steps the index holds; gives the number of steps to go on from. */
function checkKilled(random: Random, { folder, scenario, returned }: Killed): number {
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) {
    expect(returned, 'a step returned, yet there is no index').toBe(0);
    return 0;
  }
  try {
    const held = fingerprintOf(reader);
    const possible = scenario.states.slice(returned, returned + 2);
    const state = possible.find((each) => fingerprint(each) === held);
    if (state === undefined)
      throw new Error(`After step ${returned} the index holds no state of it`);
    const { paths, flavour } = scenario.source;
    checkState(reader, state, { random, marks: marksOnPaths(paths), flavour, queries: 12 });
    // Doing a step once more changes nothing, should it have been committed.
    return returned;
  } finally {
    reader.close();
  }
}

/** The rest of the steps, in this process; then the index is like a fresh one. */
function finish(random: Random, { folder, scenario, returned }: Killed): void {
  const last = scenario.states.at(-1) ?? new Map();
  const writer = openSmallWriter(folder);
  for (const step of scenario.steps.slice(returned)) perform(writer, step);
  checkWriter(writer, last);
  writer.finish();
  writer.close();
  const freshFolder = temporaryFolder();
  const fresh = openSmallWriter(freshFolder);
  fresh.put([...last.values()]);
  fresh.close();
  const [reader, other] = [folder, freshFolder].map((each) => openIndexReader(each, ARCHIVE));
  if (reader === null || reader === undefined || other === null || other === undefined)
    throw new Error('no index');
  try {
    const { paths, flavour } = scenario.source;
    const marks = marksOnPaths(paths);
    checkState(reader, last, { random, marks, flavour, queries: 15 });
    const posts = postsOf(last);
    for (let asked = 0; asked < 10 && posts.length > 0; asked += 1) {
      const { typed } = randomQuery(random, { posts, flavour });
      expect(ranked(reader, typed, marks), typed).toEqual(ranked(other, typed, marks));
    }
  } finally {
    reader.close();
    other.close();
  }
}
