/**
 * `npm run check`: types, lint, formatting and dead code. All of them run; the exit code is 1 when any failed.
 */
import { runChecks } from './lib/checks.mjs';
import { areDependenciesInstalled, installDependencies } from './lib/dependencies.mjs';
import { createReporter, runMain, silentReporter } from './lib/progress.mjs';

await runMain(async () => {
  const reporter = areDependenciesInstalled() ? silentReporter : createReporter(1);
  reporter.begin();
  await installDependencies(reporter);
  const { counts } = await runChecks();
  return counts.failed === 0 ? 0 : 1;
});
