/**
 * `npm test`: set-up, then checks, unit and integration tests, and tests of the real app. Everything runs, whatever
 * fails; at the end stands what failed, and the last line counts it all. `npm test -- --only unit [FILE…]` runs one part (check, unit, e2e).
 */
import { parseArgs } from 'node:util';
import { runChecks } from './lib/checks.mjs';
import { addCounts, closingLine } from './lib/counts.mjs';
import { createReporter, formatSeconds, runMain } from './lib/progress.mjs';
import { SetupFailure } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';
import { runAppTests, runUnitTests } from './lib/testRuns.mjs';

const PARTS = {
  check: { title: 'Checks', run: () => runChecks() },
  unit: { title: 'Unit and integration tests', run: runUnitTests },
  e2e: { title: 'Tests of the real app', run: runAppTests },
};

await runMain(async () => {
  const { parts, filters } = readOptions();
  await setUp({ reporter: createReporter(5, say) });
  const startedAt = Date.now();
  const all = [];
  for (const name of parts) {
    say(`\n${PARTS[name].title}`);
    all.push(await PARTS[name].run(filters));
  }
  const counts = addCounts(...all.map((each) => each.counts));
  say(`\nTook ${formatSeconds((Date.now() - startedAt) / 1000)} after set-up.`);
  for (const line of all.flatMap(({ failures }) => failures)) say(line);
  say(closingLine(counts));
  return counts.failed === 0 ? 0 : 1;
});

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      options: { only: { type: 'string' } },
      allowPositionals: true,
    });
    if (values.only !== undefined && !Object.hasOwn(PARTS, values.only))
      throw new RangeError(values.only);
    return {
      parts: values.only === undefined ? Object.keys(PARTS) : [values.only],
      filters: positionals,
    };
  } catch {
    throw new SetupFailure(
      'npm test takes --only check, --only unit or --only e2e, and parts of test file names.',
    );
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
