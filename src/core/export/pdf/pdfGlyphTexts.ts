import type { PdfFile } from './pdfFile.ts';
import { hexOf, mapSections } from './pdfMapLines.ts';
import { readEntries, readString, referenceOf } from './pdfSyntax.ts';
import { isSystemMap, mendSystemMap } from './pdfSystemMaps.ts';

/** Packs and unpacks streams (the `FlateDecode` filter: ISO 32000-1, 7.4.4). */
export interface PdfFlate {
  readonly deflate: (bytes: Uint8Array) => Uint8Array;
  readonly inflate: (bytes: Uint8Array) => Uint8Array;
}

/** What the pages of a print say of the glyphs of one font, named in hexadecimal as in its map. */
export interface SeenGlyphs {
  /** By glyph: the text that stands beside it, as UTF-16 in hexadecimal. */
  readonly texts: ReadonlyMap<string, string>;
  /** Glyphs that stand somewhere without a text beside them, for which the map alone speaks. */
  readonly plain: ReadonlySet<string>;
}

/** By object number of a font's `ToUnicode` map. */
export type GlyphTexts = ReadonlyMap<number, SeenGlyphs>;

// A font is chosen by `/F4 12 Tf`; text stands plain, or in a span with what it says.
const PIECES =
  /\/(F\d+) [\d.]+ Tf|\/Span\s*<<\s*\/ActualText (<[0-9A-Fa-f]*>|\((?:[^()\\]|\\[\s\S])*\))\s*>>\s*BDC\n([\s\S]*?)\nEMC|<([0-9A-Fa-f]+)> Tj/g;

const FONT = /\/(F\d+) [\d.]+ Tf/;

// All that a span draws, where that is one glyph.
const ONE_GLYPH = /^[^<]*<([0-9A-Fa-f]{4})> Tj$/;

/**
 * Finds glyphs that stand for several characters (ligatures, —— in Chinese faces), are a local form, or are drawn for two
 * characters (’ and the modifier letter ʼ). Skia gives them no character in the font's `ToUnicode` map (9.10.3), or the
 * other one, and an `ActualText` around each use (14.9.4), which some readers of PDFs pass over.
 */
export function learnGlyphTexts(
  file: PdfFile,
  pages: readonly number[],
  { inflate }: PdfFlate,
): GlyphTexts {
  const found = new Map<number, Learning>();
  for (const id of pages) {
    const { content, fonts } = readPageText(file, id, inflate);
    let seen: Learning | null = null;
    const choose = (font: string | undefined): void => {
      if (font === undefined) return;
      const map = mapOf(file, fonts.get(font));
      seen = map === null ? null : learningOf(found, map);
    };
    for (const piece of content.matchAll(PIECES)) {
      const [, font, text, drawn = '', plain] = piece;
      // The first span of a text object chooses its font inside the span.
      choose(font ?? FONT.exec(drawn)?.[1]);
      if (seen !== null) note(seen, { text, drawn, plain });
    }
  }
  return found;
}

interface Learning {
  readonly texts: Map<string, string>;
  readonly plain: Set<string>;
}

function learningOf(found: Map<number, Learning>, map: number): Learning {
  const known = found.get(map);
  if (known !== undefined) return known;
  const made = { texts: new Map<string, string>(), plain: new Set<string>() };
  found.set(map, made);
  return made;
}

/** What one piece of a page says: glyphs alone, or with a text beside them. Skia writes glyphs in capitals, as maps do. */
interface Piece {
  readonly text: string | undefined;
  readonly drawn: string;
  readonly plain: string | undefined;
}

function note({ texts, plain }: Learning, piece: Piece): void {
  if (piece.plain !== undefined) {
    for (let at = 0; at < piece.plain.length; at += 4) plain.add(piece.plain.slice(at, at + 4));
    return;
  }
  const glyph = ONE_GLYPH.exec(piece.drawn)?.[1]?.toUpperCase();
  if (piece.text === undefined || glyph === undefined) return;
  const said = utf16Of(piece.text);
  if (said !== '' && !texts.has(glyph)) texts.set(glyph, said);
}

/** What a page shows, and the fonts that it names. */
export interface PageText {
  /** Object number of its content; null when it has none. */
  readonly id: number | null;
  /** Whether that is packed. */
  readonly isPacked: boolean;
  readonly content: string;
  /** Values of its resources by name: references. */
  readonly fonts: ReadonlyMap<string, string>;
}

/** Reads the content of a page, which Skia writes as one stream. */
export function readPageText(file: PdfFile, page: number, inflate: PdfFlate['inflate']): PageText {
  const entries = readEntries(file.read(page).dict);
  const fonts = readEntries(readEntries(entries.get('Resources') ?? '').get('Font') ?? '');
  const id = referenceOf(entries.get('Contents'));
  const { dict, stream } = id === null ? { dict: '', stream: null } : file.read(id);
  const isPacked = dict.includes('/FlateDecode');
  const bytes = stream === null ? new Uint8Array() : isPacked ? inflate(stream) : stream;
  return { id, isPacked, content: Buffer.from(bytes).toString('latin1'), fonts };
}

function mapOf(file: PdfFile, font: string | undefined): number | null {
  const id = referenceOf(font);
  return id === null ? null : referenceOf(readEntries(file.read(id).dict).get('ToUnicode'));
}

/** A text string (7.9.2.2) as UTF-16 in hexadecimal, without its mark. */
function utf16Of(value: string): string {
  const bytes = readString(value);
  return bytes.startsWith('\u00fe\u00ff')
    ? Array.from(bytes.slice(2), (byte) => hexOf(byte.charCodeAt(0), 2)).join('')
    : Array.from(bytes, (character) => hexOf(character.charCodeAt(0))).join('');
}

/** What a map says of a glyph that stands for several characters: nothing, character 0, or a ligature of U+FB00 to U+FB06. */
const UNTOLD = /^(?:0000|FB0[0-6])$/i;

/**
 * Writes what was learned into a `ToUnicode` map: where it says nothing of a glyph, and where it says something else that
 * no use of the glyph in this print bears out.
 */
export function mendMap(map: string, { texts, plain }: SeenGlyphs): string {
  if (isSystemMap(map)) return mendSystemMap(map);
  const known = new Set<string>();
  const isFree = (glyph: string): boolean => texts.has(glyph) && !plain.has(glyph);
  const mended = map
    .replace(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm, (entry, glyph: string, text: string) => {
      const name = glyph.toUpperCase();
      known.add(name);
      const learned = texts.get(name);
      const isMended = learned !== undefined && (UNTOLD.test(text) || !plain.has(name));
      return isMended ? `<${glyph}> <${learned}>` : entry;
    })
    .replace(RANGES, (_all, ranges: string) => {
      const lines = ranges.trim().split('\n');
      const cut = lines.flatMap((line) => withoutGlyphs(line, isFree));
      for (const line of cut) for (const glyph of glyphsOf(line)) known.add(glyph);
      return mapSections('bfrange', cut);
    });
  const added = [...texts].flatMap(([glyph, text]) =>
    known.has(glyph) ? [] : [`<${glyph}> <${text}>`],
  );
  return withEntries(mended, added);
}

/** A map with more entries, `<code> <text>` each. */
export const withEntries = (map: string, entries: readonly string[]): string =>
  map.replace(/endcmap/, () => `${mapSections('bfchar', entries)}endcmap`);

/** What a map says of each code, both in hexadecimal, in capitals. */
export function readMap(map: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [, code = '', text = ''] of map.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm))
    texts.set(code.toUpperCase(), text.toUpperCase());
  for (const [, ranges = ''] of map.matchAll(RANGES)) {
    for (const line of ranges.trim().split('\n')) {
      const text = Number.parseInt(RANGE.exec(line)?.[3] ?? '', 16);
      if (Number.isNaN(text)) continue;
      glyphsOf(line).forEach((glyph, place) => texts.set(glyph, hexOf(text + place)));
    }
  }
  return texts;
}

const RANGES = /\d+ beginbfrange\n([\s\S]*?)endbfrange\n/g;

const RANGE = /^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})>$/;

/** A line of a range of glyphs and the first one's character, without some glyphs: none, one or several lines. */
function withoutGlyphs(line: string, isLeftOut: (glyph: string) => boolean): readonly string[] {
  const first = RANGE.exec(line);
  if (first === null) return [line];
  const [from, , text] = first.slice(1).map((number) => Number.parseInt(number, 16));
  const glyphs = glyphsOf(line);
  if (!glyphs.some(isLeftOut)) return [line];
  const runs: number[][] = [[]];
  glyphs.forEach((glyph, place) => {
    if (isLeftOut(glyph)) runs.push([]);
    else runs.at(-1)?.push(place);
  });
  return runs.flatMap((run) => {
    const [start, end] = [run[0], run.at(-1)];
    if (start === undefined || end === undefined) return [];
    const numbers = [(from ?? 0) + start, (from ?? 0) + end, (text ?? 0) + start];
    return [numbers.map((number) => `<${hexOf(number)}>`).join(' ')];
  });
}

/** Names of the glyphs of a range. */
function glyphsOf(line: string): readonly string[] {
  const [, from = '', to = ''] = /^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})>/.exec(line) ?? [];
  const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  return Array.from({ length: Math.max(0, last - first + 1) || 0 }, (_, at) => hexOf(first + at));
}
