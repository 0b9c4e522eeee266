/**
 * `npm run chaos [-- --seed N] [--rounds N]`: kills the core at random moments while it marks, indexes, backs up, restores,
 * migrates, exports and imports, and checks after each kill that nothing acknowledged is missing; 210 rounds unless
 * another number is named. The short form of it is part of `npm test`. Another seed gives other moments.
 */
import { parseArgs } from 'node:util';
import { projectRoot } from './lib/paths.mjs';
import { runMain } from './lib/progress.mjs';
import { runInForeground, SetupFailure } from './lib/run.mjs';
import { ensureSetUp } from './lib/setup.mjs';
import { toolCommand } from './lib/tools.mjs';

await runMain(async () => {
  const { seed, rounds } = readOptions();
  await ensureSetUp();
  const files = ['chaos', 'hardPlaces'].map((name) => `test/core/library/${name}.test.ts`);
  const tool = toolCommand('vitest', ['run', ...files]);
  process.stdout.write(`chaos: seed ${seed}, ${rounds} rounds\n`);
  const env = {
    ...process.env,
    BROADSHEET_LONG: '1',
    BROADSHEET_SEED: seed,
    BROADSHEET_ROUNDS: rounds,
  };
  return runInForeground(tool.command, tool.args, { cwd: projectRoot, env });
});

function readOptions() {
  const values = parse();
  if (values === null || !/^\d{1,6}$/.test(values.seed) || !/^\d{1,5}$/.test(values.rounds)) {
    throw new SetupFailure('npm run chaos takes --seed N and --rounds N.');
  }
  return values;
}

function parse() {
  try {
    const options = {
      seed: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '210' },
    };
    return parseArgs({ options }).values;
  } catch {
    return null;
  }
}
