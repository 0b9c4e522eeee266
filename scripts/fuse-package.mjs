/**
 * `node scripts/fuse-package.mjs EXECUTABLE`: sets the fuses of a packaged Broadsheet (lib/fuses.mjs) and says which.
 * To be run after the package is put together and before it is signed.
 */
import { PACKAGE_FUSES, setFuses } from './lib/fuses.mjs';
import { runMain } from './lib/progress.mjs';
import { SetupFailure } from './lib/run.mjs';

await runMain(async () => {
  const executable = process.argv[2];
  if (executable === undefined)
    throw new SetupFailure('Name the executable of the package whose fuses are to be set.');
  const changed = await setFuses(executable, PACKAGE_FUSES);
  process.stdout.write(
    changed.length === 0 ? 'All fuses stood right.\n' : `Set: ${changed.join(', ')}\n`,
  );
  return 0;
});
