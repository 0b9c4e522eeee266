/**
 * `npm run --silent electron-path`: prints the Electron executable in use; exit code 1 when there is none yet.
 */
import { findElectron } from './lib/electronRuntime.mjs';
import { runMain } from './lib/progress.mjs';
import { SetupFailure } from './lib/run.mjs';

await runMain(async () => {
  const runtime = findElectron();
  if (runtime === null) throw new SetupFailure('There is no Electron yet: run npm run setup.');
  process.stdout.write(`${runtime.executable}\n`);
});
