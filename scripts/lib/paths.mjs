/**
 * Where the scripts keep things. Nothing here touches the disk.
 */
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout, without a trailing separator. */
export const projectRoot = resolve(fileURLToPath(new URL('../../', import.meta.url)));

/**
 * Folder of the stamps that say which set-up steps are done. It is inside `node_modules` on purpose: `npm ci`
 * deletes it together with the things the stamps speak of.
 */
export const stampFolder = join(projectRoot, 'node_modules', '.cache', 'broadsheet');

/**
 * Per-user folder for what is costly to make and must outlive `npm ci`: the registry Electron and the compiled
 * SQLite. Follows the XDG base directory specification: a relative XDG_CACHE_HOME is ignored.
 */
export function userCacheFolder(environment = process.env) {
  const configured = environment['XDG_CACHE_HOME'];
  const base =
    configured !== undefined && isAbsolute(configured) ? configured : join(homedir(), '.cache');
  return join(base, 'broadsheet');
}

/**
 * A path typed by a person, made absolute from where that person stands. npm runs scripts in the project's
 * folder and keeps the original one in INIT_CWD.
 */
export function fromWhereThePersonStands(path, environment = process.env) {
  return resolve(environment['INIT_CWD'] ?? process.cwd(), path);
}
