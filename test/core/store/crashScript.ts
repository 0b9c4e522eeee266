import { writeSync } from 'node:fs';
import { openSmallWriter } from './archiveFixture.ts';
import { perform, scenarioOf } from './modelArchive.ts';

/*
 * Runs steps of a scenario on an index in a process of its own, to be killed at any moment. Says `open` when it holds the
 * index and a step's number when that step has returned.
 */

const [folder = '', seed, steps, paths, batch, from] = process.argv.slice(2);
const scenario = scenarioOf({
  seed: Number(seed),
  steps: Number(steps),
  paths: Number(paths),
  batch: Number(batch),
});

const writer = openSmallWriter(folder);
writeSync(1, 'open\n');
scenario.steps.slice(Number(from)).forEach((step, at) => {
  perform(writer, step);
  writeSync(1, `${Number(from) + at + 1}\n`);
});
writer.close();
