/**
 * Set-up step: the bundles in out/, built when they are older than the sources.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { formatSeconds } from './progress.mjs';
import { projectRoot, stampFolder } from './paths.mjs';
import { run, SetupFailure, excerpt } from './run.mjs';
import { fingerprintSources, isBuildFresh, markBuilt } from './sources.mjs';

const TITLE = 'Bundles';

/** A build of another process is waited for this long; it takes a few seconds as a rule. */
const LOCK_PATIENCE_MS = 180_000;

/**
 * Builds unless out/ is fresh (or always, when forced). Only one process builds at a time.
 *
 * @throws {SetupFailure} when the sources do not build
 */
export async function buildWhenStale(reporter, isForced = false) {
  if (!isForced && isBuildFresh()) {
    reporter.line(TITLE, 'out/ is newer than the sources');
    return;
  }
  const lock = join(stampFolder, 'build.lock');
  await acquire(lock);
  try {
    if (!isForced && isBuildFresh()) {
      reporter.line(TITLE, 'built by another process');
      return;
    }
    reporter.line(TITLE, 'building out/ with electron-vite');
    const startedAt = Date.now();
    await build(reporter);
    reporter.note(`done in ${formatSeconds((Date.now() - startedAt) / 1000)}`);
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Builds beside out/ and then takes its place: a command line or an app that runs meanwhile never meets half a bundle,
 * and a build that fails leaves the last good one.
 */
async function build(reporter) {
  const fresh = join(projectRoot, 'out.new');
  const stale = join(projectRoot, 'out.old');
  for (const folder of [fresh, stale]) rmSync(folder, { recursive: true, force: true });
  try {
    const fingerprint = await bundle(reporter, fresh);
    const out = join(projectRoot, 'out');
    if (existsSync(out)) renameSync(out, stale);
    renameSync(fresh, out);
    markBuilt(fingerprint);
  } finally {
    for (const folder of [fresh, stale]) rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(reporter, outFolder) {
  const fingerprint = fingerprintSources();
  const manifest = createRequire(join(projectRoot, 'package.json')).resolve(
    'electron-vite/package.json',
  );
  const script = join(dirname(manifest), 'bin', 'electron-vite.js');
  const result = await run(process.execPath, [script, 'build', '--logLevel', 'warn'], {
    cwd: projectRoot,
    // A watcher's or a test runner's NODE_ENV would put the development build of React into out/.
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', BROADSHEET_OUT: outFolder },
    timeoutMs: 600_000,
    onTick: (seconds) => reporter.note(`still building, ${seconds} s`),
  });
  if (result.code !== 0) {
    process.stderr.write(`${excerpt(result.output, 25)}\n`);
    throw new SetupFailure(
      'The build failed with the lines above: correct the source file they name, then run the command again.',
    );
  }
  return fingerprint;
}

async function acquire(lock) {
  mkdirSync(dirname(lock), { recursive: true });
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch {
      if (isAbandoned(lock)) rmSync(lock, { force: true });
      else if (Date.now() > deadline) {
        throw new SetupFailure(
          `Another build has been running for three minutes: end it, or delete ${lock} if there is none, then run the command again.`,
        );
      } else await sleep(200);
    }
  }
}

function isAbandoned(lock) {
  if (!existsSync(lock)) return true;
  let owner = 0;
  try {
    owner = Number(readFileSync(lock, 'utf8'));
  } catch {
    return true;
  }
  // An empty file is being written at this very moment.
  if (owner === 0) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (failure) {
    return failure.code === 'ESRCH';
  }
}
