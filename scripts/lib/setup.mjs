/**
 * Set-up as a whole: the five steps in order, and the quick question whether there is anything to do.
 */
import { buildWhenStale } from './build.mjs';
import { installDependencies, requireNode } from './dependencies.mjs';
import { installElectron } from './electronInstall.mjs';
import { findElectron, isRegistryRuntimePossible } from './electronRuntime.mjs';
import { createReporter } from './progress.mjs';
import { isSetUp, markSetUp } from './readiness.mjs';
import { isBuildFresh } from './sources.mjs';
import { installSqlite } from './sqliteBuild.mjs';
import { installSystemPackages } from './systemPackages.mjs';

/**
 * Runs every step; each is skipped when it is done.
 *
 * @param {{ reporter?: ReturnType<typeof createReporter>, retryOfficial?: boolean }} [options]
 * @throws {import("./run.mjs").SetupFailure} with one sentence
 */
export async function setUp(options = {}) {
  const reporter = options.reporter ?? createReporter(5);
  requireNode();
  reporter.begin();
  await installDependencies(reporter);
  reporter.begin();
  await installSystemPackages(reporter, { needsCompiler: mayNeedCompiler() });
  reporter.begin();
  await installElectron(reporter, { retryOfficial: options.retryOfficial === true });
  reporter.begin();
  await installSqlite(reporter);
  markSetUp();
  reporter.begin();
  await buildWhenStale(reporter);
}

/**
 * Set-up for commands that are about to do something else: silent and within milliseconds when all is done,
 * otherwise the steps with their lines (on stderr).
 */
export async function ensureSetUp() {
  if (!isSetUp()) return setUp();
  if (!isBuildFresh()) {
    const reporter = createReporter(1);
    reporter.begin();
    await buildWhenStale(reporter);
  }
}

/** Asked before Electron is there: where only the registry runtime may come to be used, the compiler is wanted. */
function mayNeedCompiler() {
  if (Number(process.versions.napi) < 10) return true;
  return findElectron()?.kind !== 'official' && isRegistryRuntimePossible();
}
