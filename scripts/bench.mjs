/**
 * `npm run bench -- …`: set-up, then bench/bench.ts as built, with the arguments as they are.
 */
import { join } from 'node:path';
import { projectRoot } from './lib/paths.mjs';
import { runMain } from './lib/progress.mjs';
import { runInForeground } from './lib/run.mjs';
import { ensureSetUp } from './lib/setup.mjs';

await runMain(async () => {
  await ensureSetUp();
  const entry = join(projectRoot, 'out', 'main', 'bench.js');
  return runInForeground(process.execPath, [entry, ...process.argv.slice(2)], { cwd: projectRoot });
});
