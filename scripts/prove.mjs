/**
 * `npm run prove [-- --seed N] [NAME…]`: the long form of the seeded tests of search and index (oracle, model, crash,
 * whileWriting, damage, limits), all or those named. Another seed gives other random numbers.
 */
import { parseArgs } from 'node:util';
import { projectRoot } from './lib/paths.mjs';
import { runMain } from './lib/progress.mjs';
import { runInForeground, SetupFailure } from './lib/run.mjs';
import { ensureSetUp } from './lib/setup.mjs';
import { toolCommand } from './lib/tools.mjs';

const PROOFS = ['oracle', 'model', 'crash', 'whileWriting', 'damage', 'limits'];

await runMain(async () => {
  const { seed, names } = readOptions();
  await ensureSetUp();
  const files = names.map((name) => `test/core/store/${name}.test.ts`);
  const tool = toolCommand('vitest', ['run', ...files]);
  const env = { ...process.env, BROADSHEET_LONG: '1', BROADSHEET_SEED: seed };
  return runInForeground(tool.command, tool.args, { cwd: projectRoot, env });
});

function readOptions() {
  const { values, positionals } = parse();
  const isKnown = positionals.every((name) => PROOFS.includes(name));
  if (values === null || !isKnown || !/^\d{1,6}$/.test(values.seed)) {
    throw new SetupFailure(
      `npm run prove takes --seed N and names of proofs: ${PROOFS.join(', ')}.`,
    );
  }
  return { seed: values.seed, names: positionals.length > 0 ? positionals : PROOFS };
}

function parse() {
  try {
    const options = { seed: { type: 'string', default: '1' } };
    return parseArgs({ options, allowPositionals: true });
  } catch {
    return { values: null, positionals: [] };
  }
}
