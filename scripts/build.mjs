/**
 * `npm run build`: the bundles in out/, whether or not they are fresh. Needs the packages (`npm run setup`).
 */
import { buildWhenStale } from './lib/build.mjs';
import { createReporter, runMain } from './lib/progress.mjs';

await runMain(async () => {
  await buildWhenStale(
    createReporter(1, (line) => process.stdout.write(`${line}\n`)),
    true,
  );
  return 0;
});
