/**
 * Set-up step: the packages of package-lock.json.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatSeconds } from './progress.mjs';
import { projectRoot } from './paths.mjs';
import { npmCommand, run, SetupFailure, excerpt } from './run.mjs';
import { readJson } from './stamps.mjs';

const TITLE = 'Packages';

/**
 * Runs `npm ci` unless node_modules already holds what the lockfile names.
 *
 * @throws {SetupFailure} when npm fails
 */
export async function installDependencies(reporter) {
  if (areDependenciesInstalled()) {
    reporter.line(TITLE, 'match package-lock.json');
    return;
  }
  reporter.line(TITLE, 'installing with npm ci');
  const startedAt = Date.now();
  // Scripts of packages are not run: the two that matter, Electron's download and SQLite's build, are steps of
  // their own with time limits. `--include=dev` because NODE_ENV=production would leave out the build tools.
  // Warnings are held back: on Node 20 npm warns about engines that are known to work (see docs/setup.md).
  const npm = npmCommand([
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  const result = await run(npm.command, npm.args, {
    cwd: projectRoot,
    onTick: (seconds) => reporter.note(`still installing, ${formatSeconds(seconds)}`),
  });
  if (result.code !== 0) {
    process.stderr.write(`${excerpt(result.output)}\n`);
    throw new SetupFailure(
      'npm ci failed with the lines above: check that the package registry can be reached and that package.json and package-lock.json agree, then run npm run setup again.',
    );
  }
  reporter.note(`done in ${formatSeconds((Date.now() - startedAt) / 1000)}`);
}

/**
 * True when every package of the lockfile lies in node_modules in its version. npm writes the hidden lockfile
 * last, so an interrupted installation does not count as done.
 */
export function areDependenciesInstalled(root = projectRoot) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && existsSync(join(root, path, 'package.json'));
  });
}

/** @throws {SetupFailure} when the running Node is older than the build tools need (package.json, engines). */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isFit = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!isFit) {
    throw new SetupFailure(
      `Node ${version} is too old: install Node 20.19 or later, best the current long-term version, and run the command again.`,
    );
  }
}
