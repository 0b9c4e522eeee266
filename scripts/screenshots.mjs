/**
 * `npm run screenshots`: set-up, then pictures of the real app on the sample archive (Playwright project
 * "screenshots"). `npm run screenshots -- --baselines [STATE…]` makes the pictures that visual.spec.ts compares with.
 */
import { runMain } from './lib/progress.mjs';
import { ensureSetUp } from './lib/setup.mjs';
import { runPlaywright } from './lib/testRuns.mjs';

await runMain(async () => {
  await ensureSetUp();
  const [first, ...filters] = process.argv.slice(2);
  if (first !== '--baselines') return runPlaywright('screenshots', process.argv.slice(2));
  return runPlaywright('app', ['visual.spec', '--update-snapshots=all', ...filters]);
});
