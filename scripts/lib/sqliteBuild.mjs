/**
 * Set-up step: a better-sqlite3 that both Node and Electron can load.
 *
 * The package carries binaries that need Node-API 10 (Node 22.14, Electron 35). On older runtimes they crash when
 * they are loaded (WiseLibs/better-sqlite3#1514), so there it is compiled from the sources in the package. One build
 * serves Node 20 and later and Electron 33 and later; it is kept in the user's cache.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findElectron } from './electronRuntime.mjs';
import { projectRoot, userCacheFolder } from './paths.mjs';
import { run, SetupFailure, excerpt } from './run.mjs';
import { fileMark, isStamped, readJson, writeStamp } from './stamps.mjs';
import { toolCommand } from './tools.mjs';

const TITLE = 'SQLite';

/** The first Node-API version that the binaries in the package work with. */
const PREBUILT_NODE_API = 10;

const packageFolder = join(projectRoot, 'node_modules', 'better-sqlite3');
const installedBinary = join(packageFolder, 'build', 'Release', 'better_sqlite3.node');

/**
 * Compiles, or takes from the cache, and proves by opening a database in Node and in Electron.
 *
 * @throws {SetupFailure} when it cannot be built or does not load
 */
export async function installSqlite(reporter) {
  const identity = currentIdentity();
  if (isStamped('sqlite', identity)) {
    reporter.line(
      TITLE,
      needsOwnBuild() ? 'compiled for this Node and Electron' : 'ready-made binary',
    );
    return;
  }
  if (!needsOwnBuild() && !existsSync(installedBinary)) {
    reporter.line(TITLE, 'ready-made binary');
  } else if (!(await placeCachedBinary())) {
    await build(reporter);
  } else {
    reporter.line(TITLE, 'taken from the cache');
  }
  await verifyEverywhere();
  writeStamp('sqlite', currentIdentity());
}

/** True when this Node, or the Electron in use, is too old for the binaries in the package. */
function needsOwnBuild() {
  const electron = findElectron();
  return Number(process.versions.napi) < PREBUILT_NODE_API || electron?.kind === 'registry';
}

function currentIdentity() {
  return {
    version: packageVersion(),
    binary: fileMark(installedBinary),
    node: process.version,
    architecture: `${process.platform}-${process.arch}`,
    electron: findElectron()?.executable ?? null,
  };
}

function packageVersion() {
  return readJson(join(packageFolder, 'package.json'))?.version ?? '';
}

function cachedBinary() {
  const name = `better-sqlite3-${packageVersion()}-${process.platform}-${process.arch}-napi9.node`;
  return join(userCacheFolder(), name);
}

/** Puts the cached build into the package; false when there is none or it does not load here. */
async function placeCachedBinary() {
  if (!existsSync(cachedBinary())) return false;
  place(cachedBinary(), installedBinary);
  return (await openDatabase(process.execPath, {})) === null;
}

async function build(reporter) {
  if (process.platform === 'win32') {
    throw new SetupFailure(
      'better-sqlite3 has no ready-made binary for this Node on Windows: install Node 22.14 or later and run npm run setup again.',
    );
  }
  reporter.line(TITLE, 'compiling better-sqlite3, about a minute');
  const work = join(userCacheFolder(), `partial-sqlite-${process.pid}`);
  const startedAt = Date.now();
  try {
    const copy = copySources(work);
    const gyp = toolCommand('node-gyp', [
      'rebuild',
      '--release',
      '--force_build=1',
      ...headerArguments(),
    ]);
    const result = await run(gyp.command, gyp.args, {
      cwd: copy,
      env: buildEnvironment(),
      timeoutMs: 1_200_000,
      onTick: (seconds) => reporter.note(`still compiling, ${seconds} s`),
    });
    const built = join(copy, 'build', 'Release', 'better_sqlite3.node');
    if (result.code !== 0 || !existsSync(built)) {
      process.stderr.write(`${excerpt(result.output)}\n`);
      throw new SetupFailure(
        'better-sqlite3 could not be compiled: install python3, make and a C++20 compiler (Debian: apt-get install python3 make g++), or use Node 22.14 or later, then run npm run setup again.',
      );
    }
    place(built, cachedBinary());
    place(built, installedBinary);
    reporter.note(`done in ${Math.round((Date.now() - startedAt) / 1000)} s`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The sources are compiled in a copy: node_modules keeps a working binary meanwhile, and the checkout's path may
 * hold spaces, which make cannot handle.
 */
function copySources(work) {
  const modules = join(work, 'node_modules');
  mkdirSync(modules, { recursive: true });
  const copy = join(modules, 'better-sqlite3');
  cpSync(packageFolder, copy, {
    recursive: true,
    filter: (source) => !/[\\/](build|prebuilds)$/.test(source),
  });
  // Its build file asks lib/binding.js whether a ready-made binary exists; without the folder the answer is no.
  const require = createRequire(join(packageFolder, 'package.json'));
  const addonApi = dirname(require.resolve('node-addon-api/package.json'));
  cpSync(addonApi, join(modules, 'node-addon-api'), { recursive: true });
  return copy;
}

/**
 * Compiler settings that replace the package's NAPI_VERSION=10: the experimental interface of older headers has all
 * that is needed, and the opt-out keeps finalizers as they are in released versions.
 */
function buildEnvironment() {
  const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';
  const own = process.env['CXXFLAGS'];
  // npm hands its own settings down as npm_config_*; node-gyp would take a `target` or `runtime` from there.
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_config_(target|runtime|disturl|nodedir)$/i.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    JOBS: 'max',
    CXXFLAGS: own === undefined ? flags : `${own} ${flags}`,
  };
}

/**
 * `--nodedir` with the headers that the person's npm is set to, else those of the running Node; without either
 * node-gyp downloads its own.
 */
function headerArguments() {
  const configured = process.env['npm_config_nodedir'];
  if (configured) return [`--nodedir=${configured}`];
  const beside = dirname(dirname(process.execPath));
  const prefix = [beside, process.config.variables.node_prefix, '/usr', '/usr/local'].find(
    (each) => typeof each === 'string' && hasHeadersOfThisNode(each),
  );
  return prefix === undefined ? [] : [`--nodedir=${prefix}`];
}

function hasHeadersOfThisNode(prefix) {
  const header = join(prefix, 'include', 'node', 'node_version.h');
  if (!existsSync(header) || !existsSync(join(prefix, 'include', 'node', 'node_api.h')))
    return false;
  const text = readFileSync(header, 'utf8');
  const parts = ['MAJOR', 'MINOR', 'PATCH'].map(
    (part) => new RegExp(`#define NODE_${part}_VERSION (\\d+)`).exec(text)?.[1],
  );
  return parts.join('.') === process.versions.node;
}

async function verifyEverywhere() {
  const runtimes = [{ name: 'Node', executable: process.execPath, environment: {} }];
  const electron = findElectron();
  if (electron !== null) {
    runtimes.push({
      name: 'Electron',
      executable: electron.executable,
      environment: { ELECTRON_RUN_AS_NODE: '1' },
    });
  }
  for (const { name, executable, environment } of runtimes) {
    const complaint = await openDatabase(executable, environment);
    if (complaint === null) continue;
    throw new SetupFailure(
      `better-sqlite3 does not work in ${name} (${complaint}): delete ${cachedBinary()} and node_modules, then run npm run setup again.`,
    );
  }
}

/** Opens a database in memory in another process, for a crash there must not end set-up; null when it works. */
async function openDatabase(executable, environment) {
  const script =
    'const D = require("better-sqlite3"); console.log(new D(":memory:").prepare("select 7 * 6 as n").get().n)';
  const result = await run(executable, ['-e', script], {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    timeoutMs: 60_000,
  });
  if (result.code === 0 && result.output.trim().endsWith('42')) return null;
  return (
    result.output
      .trim()
      .split('\n')
      .findLast((line) => /error/i.test(line)) ?? 'it crashed while loading'
  );
}

function place(source, target) {
  mkdirSync(dirname(target), { recursive: true });
  const partial = `${target}.${process.pid}.partial`;
  copyFileSync(source, partial);
  renameSync(partial, target);
}
