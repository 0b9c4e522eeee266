/**
 * `npm run setup [-- --official]`: everything that has to be there before the app, the command line and the tests
 * can run. Safe to run again at any time; what is done is skipped. See docs/setup.md.
 */
import { parseArgs } from 'node:util';
import { createReporter, runMain } from './lib/progress.mjs';
import { SetupFailure } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

await runMain(async () => {
  const { retryOfficial } = readOptions();
  const reporter = createReporter(5, (line) => process.stdout.write(`${line}\n`));
  await setUp({ reporter, retryOfficial });
});

function readOptions() {
  try {
    const { values } = parseArgs({ options: { official: { type: 'boolean', default: false } } });
    return { retryOfficial: values.official };
  } catch {
    throw new SetupFailure(
      'npm run setup takes one option: --official, which tries the official Electron download again.',
    );
  }
}
