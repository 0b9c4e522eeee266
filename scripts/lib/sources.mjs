/**
 * Whether out/ is older than the sources. Asked on every start of the command line, so it costs milliseconds: sizes
 * and modification times, no contents.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, stampFolder } from './paths.mjs';
import { fileMark, isStamped, writeStamp } from './stamps.mjs';

/** Everything that the bundles are made of; folders are taken with all that is below them. */
const SOURCES = [
  'src',
  'bench',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.node.json',
  'tsconfig.web.json',
];

/**
 * A list of `path size:mtime`, sorted: it changes when a file is added, removed or edited.
 *
 * @param {string} [root] the folder that `entries` are relative to; entries that do not exist are left out
 */
export function fingerprintSources(root = projectRoot, entries = SOURCES) {
  const marks = [];
  const visit = (path) => {
    let children = null;
    try {
      children = readdirSync(join(root, path), { withFileTypes: true });
    } catch {
      const mark = fileMark(join(root, path));
      if (mark !== null) marks.push(`${path} ${mark}`);
      return;
    }
    for (const child of children) {
      const below = `${path}/${child.name}`;
      if (child.isDirectory()) visit(below);
      else marks.push(`${below} ${fileMark(join(root, below))}`);
    }
  };
  for (const entry of entries) visit(entry);
  return marks.toSorted((one, other) => (one < other ? -1 : 1));
}

/** True when out/ was built from the sources as they are now. */
export function isBuildFresh(root = projectRoot, stamps = stampFolder) {
  return (
    existsSync(join(root, 'out', 'main', 'index.js')) &&
    isStamped('build', fingerprintSources(root), stamps)
  );
}

/** Remembers that out/ was built from the sources with this fingerprint. */
export function markBuilt(fingerprint, stamps = stampFolder) {
  writeStamp('build', fingerprint, stamps);
}
