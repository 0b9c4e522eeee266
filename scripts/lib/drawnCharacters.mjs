/**
 * Reads which characters fonts can draw: the `cmap` tables (OpenType 1.9) of WOFF2 files (W3C WOFF 2.0).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { projectRoot } from './paths.mjs';

/** Faces that a book of each typeface falls back through: what is drawn in every one of them counts. */
const EXTRA = ['noto-sans-symbols-2', 'noto-sans-math', 'noto-emoji'];
const STACKS = [
  ['noto-serif-sc', 'source-serif-4', ...EXTRA],
  ['noto-sans-sc', 'source-sans-3', ...EXTRA],
];

/** Characters of the regular weight of a package of Fontsource, by code point. */
function charactersOf(name) {
  const folder = join(projectRoot, 'node_modules', '@fontsource', name, 'files');
  const found = new Set();
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('-400-normal.woff2')) continue;
    for (const character of readCharacters(readFileSync(join(folder, file)))) found.add(character);
  }
  return found;
}

/** The module's text: sorted ranges, each as the distance from the one before and its length, in base 36. */
export function drawnSource() {
  const [first, ...others] = STACKS.map(
    (names) => new Set(names.flatMap((name) => [...charactersOf(name)])),
  );
  const drawn = [...first].filter((each) => others.every((set) => set.has(each)));
  const ranges = rangesOf(drawn.toSorted((a, b) => a - b));
  let before = 0;
  const words = ranges.map(([from, to]) => {
    const word = `${(from - before).toString(36)}${to > from ? `-${(to - from).toString(36)}` : ''}`;
    before = to;
    return word;
  });
  const lines = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length > 110) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return [
    '/**',
    ` * The ${drawn.length.toLocaleString('en')} characters that the faces bundled for printing draw, made by \`scripts/drawn-characters.mjs\` from their`,
    ' * `cmap` tables: sorted ranges, each as the distance from the end of the one before and, after a hyphen, its length less',
    ' * one, in base 36.',
    ' */',
    'export const DRAWN_CHARACTERS = `',
    ...lines,
    '`;',
    '',
  ].join('\n');
}

function rangesOf(sorted) {
  const ranges = [];
  for (const each of sorted) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === each - 1) last[1] = each;
    else ranges.push([each, each]);
  }
  return ranges;
}

/** Numbers of the tables that are named by number in a WOFF2 directory. */
const CMAP = 0;
const HMTX = 3;
const GLYF = 10;
const LOCA = 11;
const OWN_TAG = 63;

/** Characters of a WOFF2 font. */
function readCharacters(font) {
  const count = font.readUInt16BE(12);
  const packedLength = font.readUInt32BE(20);
  let at = 48;
  let start = 0;
  let cmap = null;
  const readBase128 = () => {
    let value = 0;
    for (;;) {
      const byte = font[at++];
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  for (let table = 0; table < count; table++) {
    const flags = font[at++];
    const number = flags & 0x3f;
    const version = flags >> 6;
    if (number === OWN_TAG) at += 4;
    let length = readBase128();
    const isChanged =
      number === GLYF || number === LOCA ? version !== 3 : number === HMTX && version === 1;
    if (isChanged) length = readBase128();
    if (number === CMAP) cmap = { start, length };
    start += length;
  }
  const tables = brotliDecompressSync(font.subarray(at, at + packedLength));
  return cmap === null ? [] : readCmap(tables.subarray(cmap.start, cmap.start + cmap.length));
}

function readCmap(cmap) {
  const found = new Set();
  for (let table = 0; table < cmap.readUInt16BE(2); table++) {
    const sub = cmap.subarray(cmap.readUInt32BE(4 + table * 8 + 4));
    const format = sub.readUInt16BE(0);
    if (format === 12) readFormat12(sub, found);
    if (format === 4) readFormat4(sub, found);
  }
  return found;
}

function readFormat12(sub, found) {
  for (let group = 0; group < sub.readUInt32BE(12); group++) {
    const at = 16 + group * 12;
    for (let each = sub.readUInt32BE(at); each <= sub.readUInt32BE(at + 4); each++) found.add(each);
  }
}

function readFormat4(sub, found) {
  const segments = sub.readUInt16BE(6) / 2;
  for (let segment = 0; segment < segments; segment++) {
    const end = sub.readUInt16BE(14 + segment * 2);
    const start = sub.readUInt16BE(16 + segments * 2 + segment * 2);
    const delta = sub.readUInt16BE(16 + segments * 4 + segment * 2);
    const rangeAt = 16 + segments * 6 + segment * 2;
    const range = sub.readUInt16BE(rangeAt);
    for (let each = start; each <= end && each < 0xffff; each++) {
      const at = rangeAt + range + (each - start) * 2;
      const listed = range === 0 || at + 2 > sub.length ? each : sub.readUInt16BE(at);
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) found.add(each);
    }
  }
}
