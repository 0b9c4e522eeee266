/**
 * `npm run prove [-- --seed N] [NAME…]`: the long form of the seeded tests of search and index (oracle, model, crash,
 * whileWriting, damage, limits), of highlights (mutations), of the library's file (libraryFile), of watched folders (somePaths,
 * besideOthers) and of joined PDFs (joinedBooks), all or those named. Another seed gives other random numbers.
 */
import { parseArgs } from 'node:util';
import { projectRoot } from './lib/paths.mjs';
import { runMain } from './lib/progress.mjs';
import { runInForeground, SetupFailure } from './lib/run.mjs';
import { ensureSetUp } from './lib/setup.mjs';
import { toolCommand } from './lib/tools.mjs';

const PROOFS = {
  oracle: 'test/core/store/oracle.test.ts',
  model: 'test/core/store/model.test.ts',
  crash: 'test/core/store/crash.test.ts',
  whileWriting: 'test/core/store/whileWriting.test.ts',
  damage: 'test/core/store/damage.test.ts',
  limits: 'test/core/store/limits.test.ts',
  mutations: 'test/shared/anchoring/mutations.test.ts',
  libraryFile: 'test/core/library/libraryFile.test.ts',
  somePaths: 'test/core/indexing/somePaths.test.ts',
  besideOthers: 'test/core/indexing/besideOthers.test.ts',
  joinedBooks: 'test/core/export/pdf/joinedBooks.test.ts',
};

await runMain(async () => {
  const { seed, names } = readOptions();
  await ensureSetUp();
  const files = names.map((name) => PROOFS[name]);
  const tool = toolCommand('vitest', ['run', ...files]);
  const env = { ...process.env, BROADSHEET_LONG: '1', BROADSHEET_SEED: seed };
  return runInForeground(tool.command, tool.args, { cwd: projectRoot, env });
});

function readOptions() {
  const { values, positionals } = parse();
  const isKnown = positionals.every((name) => Object.hasOwn(PROOFS, name));
  if (values === null || !isKnown || !/^\d{1,6}$/.test(values.seed)) {
    throw new SetupFailure(
      `npm run prove takes --seed N and names of proofs: ${Object.keys(PROOFS).join(', ')}.`,
    );
  }
  return { seed: values.seed, names: positionals.length > 0 ? positionals : Object.keys(PROOFS) };
}

function parse() {
  try {
    const options = { seed: { type: 'string', default: '1' } };
    return parseArgs({ options, allowPositionals: true });
  } catch {
    return { values: null, positionals: [] };
  }
}
