import type { FontCodes } from './pdfFontCodes.ts';
import { characterOf, NARROW } from './pdfLetters.ts';
import { hexOf } from './pdfMapLines.ts';

/** Of Devanagari to Sinhala, Thai, Lao, Tibetan, Burmese and Khmer: scripts whose letters are drawn together. */
const CLUSTERED = /[\u0900-\u109f\u1780-\u17ff]/;

/** Begins a text beside glyphs with such a letter, as UTF-16 in hexadecimal. */
const BESIDE = /ActualText <feff(?:0[9a-f]|10[0-9]|17[89a-f])/i;

/** Whether a page has clusters. */
export const hasClusters = (content: string): boolean => BESIDE.test(content);

/** Glyphs that are drawn together, by their codes, and their letters: all in hexadecimal, in capitals. */
interface Cluster {
  readonly glyphs: readonly string[];
  readonly letters: readonly string[];
  /** What the map says of each glyph; null for nothing or several characters. */
  readonly told: readonly (string | null)[];
}

/** What a glyph says that has nothing to say: a space without a width, which pdf.js passes over. */
export const NOTHING = '200B';

/**
 * The codes for each glyph of a cluster, so that they say its letters in their order; null when they do so already or
 * cannot. pdf.js passes over the text beside it, and takes what has a mark in it for as narrow as a mark: so each wide glyph
 * says one letter, and what follows that is said by a code that draws nothing and has no width.
 */
export function clusterCodes(codes: FontCodes, cluster: Cluster): readonly string[] | null {
  const { glyphs, letters, told } = cluster;
  if (!letters.some((letter) => CLUSTERED.test(characterOf(letter)))) return null;
  if (told.length === letters.length && told.every((text, at) => text === letters[at])) return null;
  const { blankGlyph } = codes;
  if (blankGlyph === null) return null;
  const widths = glyphs.map((glyph) => codes.widthOf(Number.parseInt(glyph, 16)));
  const wide = widths.filter((width) => width > NARROW).length;
  if (wide === 0) return null;
  const pieces = shared(letters, wide) ?? shared(apart(letters), wide) ?? [letters];
  let place = 0;
  const written = glyphs.map((name, at) => {
    const [glyph, width = 0] = [Number.parseInt(name, 16), widths[at]];
    const [first = NOTHING, ...rest] = width > NARROW ? (pieces[place++] ?? []) : [];
    const own = codes.add({ glyph, width, text: first });
    if (rest.length === 0) return [own];
    return [own, codes.add({ glyph: blankGlyph, width: 0, text: rest.join('') })];
  });
  if (written.flat().includes(null)) return null;
  return written.map((some) => some.map((code) => hexOf(code ?? 0)).join(''));
}

/** Letters as so many pieces, each beginning with one that has a width, and all that are left in the last; null for too few. */
function shared(letters: readonly string[], count: number): readonly (readonly string[])[] | null {
  const units: string[][] = [];
  for (const letter of letters) {
    const last = units.at(-1);
    if (last !== undefined && /[\p{Mn}\p{Cf}]/u.test(characterOf(letter))) last.push(letter);
    else units.push([letter]);
  }
  if (units.length < count) return null;
  return [...units.slice(0, count - 1), units.slice(count - 1).flat()];
}

/** Letters with those taken apart that are written on both sides of another (ொ): what is searched for is taken apart too. */
const apart = (letters: readonly string[]): readonly string[] =>
  Array.from(letters.map(characterOf).join('').normalize('NFD'), (letter) =>
    hexOf(letter.charCodeAt(0)),
  );

const MOVES = /(-?[\d.]+) -?[\d.]+ Td|<([0-9A-Fa-f]+)> Tj/g;

/**
 * How far before the end of a cluster its last glyph ends, in thousandths of the size: a mark stands over what it belongs
 * to. Poppler takes the end of the last glyph for that of the cluster, and reads a space behind it.
 */
export function shortOfEnd(drawn: string, size: number, codes: FontCodes): number {
  let [line, place, end] = [0, 0, 0];
  for (const [, across, glyphs] of drawn.matchAll(MOVES)) {
    if (across !== undefined) {
      line += Number(across);
      place = line;
    }
    for (const glyph of glyphs?.match(/.{4}/g) ?? []) {
      place += (codes.widthOf(Number.parseInt(glyph, 16)) * size) / 1000;
      end = Math.max(end, place);
    }
  }
  return Math.round(((end - place) * 1000) / size);
}
