/**
 * Reads which characters fonts can draw: the `cmap` tables (OpenType 1.9) of TrueType and WOFF2 files (W3C WOFF 2.0), and
 * the faces of style sheets.
 */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** Numbers of the tables that are named by number in a WOFF2 directory. */
const CMAP = 0;
const HMTX = 3;
const GLYF = 10;
const LOCA = 11;
const OWN_TAG = 63;

/** Characters of a font, by code point, each with the number of its glyph. */
export function readCharacters(font) {
  const isWoff2 = font.toString('latin1', 0, 4) === 'wOF2';
  const cmap = isWoff2 ? cmapOfWoff2(font) : cmapOfTrueType(font);
  return cmap === null ? new Map() : readCmap(cmap);
}

/**
 * The faces of a style sheet of `@font-face` rules: family, weight, style, and the characters that the rule lets it draw:
 * those that the font has and that are in the rule's `unicode-range`. `findFile` makes a path of an address in the sheet;
 * faces whose address `isWanted` refuses are left out.
 */
export function facesOf(sheet, findFile, isWanted = () => true) {
  const rules = [...readFileSync(sheet, 'utf8').matchAll(/@font-face\s*\{([^}]*)\}/g)]
    .map(([, rule]) => rule)
    .filter((rule) => isWanted(addressOf(rule)));
  return rules.map((rule) => {
    const said = (name) => new RegExp(`${name}:\\s*([^;]+);`).exec(rule)?.[1]?.trim() ?? null;
    const file = findFile(addressOf(rule));
    const range = said('unicode-range');
    const isInRange = range === null ? () => true : rangeTest(range);
    return {
      family: (said('font-family') ?? '').replace(/["']/g, ''),
      weight: Number(said('font-weight') ?? 400),
      style: said('font-style') ?? 'normal',
      characters: new Set([...readCharacters(readFileSync(file)).keys()].filter(isInRange)),
    };
  });
}

const addressOf = (rule) => /url\(["']?([^)"']+\.woff2)["']?\)/.exec(rule)?.[1] ?? '';

/** Whether a character is in a `unicode-range` (CSS Fonts 4, 4.5; without wildcards, which none of our sheets has). */
function rangeTest(range) {
  const ranges = [...range.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from, to]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to ?? from, 16),
  ]);
  return (character) => ranges.some(([from, to]) => from <= character && character <= to);
}

function cmapOfTrueType(font) {
  for (let table = 0; table < font.readUInt16BE(4); table++) {
    const at = 12 + table * 16;
    if (font.toString('latin1', at, at + 4) !== 'cmap') continue;
    const start = font.readUInt32BE(at + 8);
    return font.subarray(start, start + font.readUInt32BE(at + 12));
  }
  return null;
}

function cmapOfWoff2(font) {
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
  return cmap === null ? null : tables.subarray(cmap.start, cmap.start + cmap.length);
}

function readCmap(cmap) {
  const found = new Map();
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
    const from = sub.readUInt32BE(at);
    const glyph = sub.readUInt32BE(at + 8);
    for (let each = from; each <= sub.readUInt32BE(at + 4); each++) {
      found.set(each, glyph + each - from);
    }
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
      if (glyph !== 0) found.set(each, glyph);
    }
  }
}
