/**
 * `npm run screenshots`: set-up, then pictures of the real app on the sample archive (Playwright project
 * "screenshots").
 */
import { runMain } from './lib/progress.mjs';
import { ensureSetUp } from './lib/setup.mjs';
import { runPlaywright } from './lib/testRuns.mjs';

await runMain(async () => {
  await ensureSetUp();
  return runPlaywright('screenshots', process.argv.slice(2));
});
