/**
 * `npm run --silent cli -- COMMAND …`: the command line from the sources as they are. Runs in this very process, for
 * another one would cost as much time again. Nothing but results goes to stdout.
 */
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot, stampFolder } from './lib/paths.mjs';
import { isSetUp } from './lib/readiness.mjs';
import { isBuildFresh } from './lib/sources.mjs';

if (await isReady()) {
  // Node 22.8 and later keep compiled code; older ones start without.
  module.enableCompileCache?.(join(stampFolder, 'compiled'));
  const entry = join(projectRoot, 'out', 'main', 'cli.js');
  process.argv[1] = entry;
  await import(pathToFileURL(entry).href);
}

/** Sets up or builds when needed, with its lines on stderr; false when that failed and was said. */
async function isReady() {
  if (isSetUp() && isBuildFresh()) return true;
  const { ensureSetUp } = await import('./lib/setup.mjs');
  const { runMain } = await import('./lib/progress.mjs');
  await runMain(ensureSetUp);
  return process.exitCode === 0;
}
