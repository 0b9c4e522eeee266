/**
 * The project's tools (tsc, oxlint, vitest…) as commands: the script of a package, run by this Node. No shell and no
 * `.bin` folder, so that it is the same on every system.
 */
import { join } from 'node:path';
import { projectRoot } from './paths.mjs';
import { readJson } from './stamps.mjs';

/**
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {string} [binary] name of the command where it is not the package's
 * @returns {{ command: string, args: string[] }}
 */
export function toolCommand(packageName, args, binary = packageName) {
  const folder = join(projectRoot, 'node_modules', packageName);
  const bin = readJson(join(folder, 'package.json'))?.bin;
  const script = typeof bin === 'string' ? bin : bin?.[binary];
  if (script === undefined) throw new Error(`${packageName} has no command ${binary}`);
  return { command: process.execPath, args: [join(folder, script), ...args] };
}
