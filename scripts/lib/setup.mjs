/**
 * Set-up as a whole: the five steps in order, and the quick question whether there is anything to do.
 */
import { buildWhenStale } from "./build.mjs";
import { installDependencies, requireNode } from "./dependencies.mjs";
import { installElectron } from "./electronInstall.mjs";
import { findElectron, isRegistryRuntimePossible } from "./electronRuntime.mjs";
import { projectRoot } from "./paths.mjs";
import { createReporter } from "./progress.mjs";
import { isBuildFresh } from "./sources.mjs";
import { installSqlite } from "./sqliteBuild.mjs";
import { fileMark, isStamped, writeStamp } from "./stamps.mjs";
import { hasDisplay, installSystemPackages } from "./systemPackages.mjs";
import { join } from "node:path";

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
  writeStamp("setup", setupIdentity());
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

/** True when every step but the build was done for this lockfile, this Node, this display and this Electron. */
export function isSetUp() {
  return isStamped("setup", setupIdentity());
}

function setupIdentity() {
  return {
    lockfile: fileMark(join(projectRoot, "package-lock.json")),
    installed: fileMark(join(projectRoot, "node_modules", ".package-lock.json")),
    node: process.version,
    display: hasDisplay(),
    electron: findElectron()?.executable ?? null,
    sqlite: fileMark(join(projectRoot, "node_modules/better-sqlite3/build/Release/better_sqlite3.node")),
  };
}

/** Asked before Electron is there: where only the registry runtime may come to be used, the compiler is wanted. */
function mayNeedCompiler() {
  if (Number(process.versions.napi) < 10) return true;
  return findElectron()?.kind !== "official" && isRegistryRuntimePossible();
}
