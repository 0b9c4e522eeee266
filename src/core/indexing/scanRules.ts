/** PURE. Which names of an archive are posts, and which folders are no part of its posts. */

import { hasPostEnding } from '../../shared/postFiles.ts';

/** Files that macOS (`._name`) and Emacs (`.#name`) put beside others: not text, or links to nowhere. */
const COMPANION_NAME = /^\.[_#]/;

/** Whether a file of this name is taken: Markdown, HTML and plain text in any letter case. */
export function isPostName(name: string): boolean {
  return hasPostEnding(name) && !COMPANION_NAME.test(name);
}

/** Built sites, installed packages, and the folders of Jekyll that nothing else is called, wherever they are. */
const FOREIGN_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  '_site',
  '_layouts',
  '_includes',
  '_sass',
  '_data',
]);

/** A generator's output and its templates; ordinary names elsewhere, so they count only beside its configuration. */
const GENERATOR_FOLDERS: ReadonlySet<string> = new Set([
  'public',
  'layouts',
  'themes',
  'scaffolds',
  'archetypes',
]);

/** Whether a folder of this name is a generator's own where a generator's configuration stands beside it. */
export function isGeneratorName(name: string): boolean {
  return GENERATOR_FOLDERS.has(name);
}

/** Whether a folder is left out with everything in it. `isSite` = a generator's configuration stands beside it. */
export function isSkippedFolder(name: string, isSite: boolean): boolean {
  if (name.startsWith('.') || FOREIGN_FOLDERS.has(name)) return true;
  return isSite && isGeneratorName(name);
}
