/**
 * The quick questions: is set-up done, is there a screen. Imported by the command line's wrapper, which has to be
 * fast: few imports, a handful of file look-ups.
 */
import { join } from 'node:path';
import { findElectron } from './electronRuntime.mjs';
import { projectRoot } from './paths.mjs';
import { fileMark, isStamped, writeStamp } from './stamps.mjs';

/** True when every step but the build was done for this lockfile, this Node, this display and this Electron. */
export function isSetUp() {
  return isStamped('setup', setupIdentity());
}

/** Remembers that every step but the build is done. */
export function markSetUp() {
  writeStamp('setup', setupIdentity());
}

/** True when a window can be shown as things stand; macOS and Windows always have a screen. */
export function hasDisplay(environment = process.env) {
  if (process.platform !== 'linux') return true;
  return Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);
}

function setupIdentity() {
  const modules = join(projectRoot, 'node_modules');
  return {
    lockfile: fileMark(join(projectRoot, 'package-lock.json')),
    installed: fileMark(join(modules, '.package-lock.json')),
    node: process.version,
    display: hasDisplay(),
    electron: findElectron()?.executable ?? null,
    sqlite: fileMark(join(modules, 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node')),
  };
}
