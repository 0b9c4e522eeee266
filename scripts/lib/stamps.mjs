/**
 * Stamps: small JSON files that remember for which inputs a step was last done.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stampFolder } from './paths.mjs';

/** The value a step left behind, or null when there is none or it cannot be read. */
function readStamp(name, folder = stampFolder) {
  return readJson(join(folder, `${name}.json`));
}

/** Remembers a step as done for `value`; any JSON value. Never leaves half a file behind. */
export function writeStamp(name, value, folder = stampFolder) {
  writeJson(join(folder, `${name}.json`), value);
}

/** True when the stamp was written for exactly `value` (compared as JSON). */
export function isStamped(name, value, folder = stampFolder) {
  return JSON.stringify(readStamp(name, folder)) === JSON.stringify(value);
}

/** A cheap identity of a file: size and modification time, or null when there is no such file. */
export function fileMark(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.size}:${Math.round(stat.mtimeMs)}`;
}

/** Parsed JSON of a file, or null when it is missing or damaged. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Writes a JSON file through a neighbour and a rename, making folders as needed. */
export function writeJson(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(partial, path);
}
