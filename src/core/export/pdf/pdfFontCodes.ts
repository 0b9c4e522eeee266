import type { PdfFile } from './pdfFile.ts';
import type { PdfFlate } from './pdfGlyphTexts.ts';
import { readElements, readEntries, referenceOf, writeEntries } from './pdfSyntax.ts';
import { readOutlines } from './trueTypeOutlines.ts';

/** A code of a font that is not the number of a glyph. */
export interface AddedCode {
  readonly glyph: number;
  /** In thousandths of the font's size. */
  readonly width: number;
  /** What it says, as UTF-16 in hexadecimal. */
  readonly text: string;
}

/** The codes of a font that Skia embedded, which are the numbers of its glyphs, and those that are added to them. */
export interface FontCodes {
  /** Object number of the font with the widths (ISO 32000-1, 9.7.4). */
  readonly descendant: number;
  /** A glyph that draws nothing; null when there is none. */
  readonly blankGlyph: number | null;
  readonly widthOf: (glyph: number) => number;
  /** The code for what is given, the same for the same; null when all codes are taken. */
  readonly add: (code: AddedCode) => number | null;
  readonly added: () => readonly AddedCode[];
  /** The first of the codes that are added. */
  readonly first: number;
}

const LAST_CODE = 0xffff;

/** Begins to add codes to a font, an object of Type 0 (9.7.6); null when it is not as Skia writes TrueType. */
export function beginFontCodes(
  file: PdfFile,
  font: ReadonlyMap<string, string>,
  inflate: PdfFlate['inflate'],
): FontCodes | null {
  const descendant = referenceOf(readElements(font.get('DescendantFonts') ?? '')[0]);
  if (descendant === null) return null;
  const own = readEntries(file.read(descendant).dict);
  if (own.get('CIDToGIDMap') !== '/Identity') return null;
  const outlines = outlinesOf(file, own, inflate);
  if (outlines === null) return null;
  const widths = readWidths(own.get('W') ?? '[]');
  const missing = Number(own.get('DW') ?? 1000);
  const codes = new Map<string, number>();
  const added: AddedCode[] = [];
  const first = outlines.glyphCount;
  return {
    descendant,
    blankGlyph: outlines.blankGlyph,
    widthOf: (glyph) => widths.get(glyph) ?? missing,
    add: (code) => {
      const key = `${code.glyph} ${code.width} ${code.text}`;
      const known = codes.get(key);
      if (known !== undefined) return known;
      const next = first + added.length;
      if (next > LAST_CODE) return null;
      added.push(code);
      codes.set(key, next);
      return next;
    },
    added: () => added,
    first,
  };
}

function outlinesOf(
  file: PdfFile,
  font: ReadonlyMap<string, string>,
  inflate: PdfFlate['inflate'],
): ReturnType<typeof readOutlines> {
  const descriptor = referenceOf(font.get('FontDescriptor'));
  if (descriptor === null) return null;
  const program = referenceOf(readEntries(file.read(descriptor).dict).get('FontFile2'));
  const { dict, stream } = program === null ? { dict: '', stream: null } : file.read(program);
  if (stream === null) return null;
  return readOutlines(dict.includes('/FlateDecode') ? inflate(stream) : stream);
}

/** Widths of glyphs (9.7.4.3): a glyph and a list from it on, or two glyphs and the width of all between them. */
function readWidths(text: string): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const elements = readElements(text);
  for (let at = 0; at < elements.length;) {
    const from = Number(elements[at]);
    const next = elements[at + 1] ?? '[]';
    if (next.startsWith('[')) {
      readElements(next).forEach((width, place) => widths.set(from + place, Number(width)));
      at += 2;
      continue;
    }
    for (let glyph = from; glyph <= Number(next); glyph++) {
      widths.set(glyph, Number(elements[at + 2]));
    }
    at += 3;
  }
  return widths;
}

/** The dictionary of a descendant font with the added codes, whose glyphs are in the stream `glyphMap`. */
export function withAddedCodes(dict: string, codes: FontCodes, glyphMap: number): string {
  const entries = readEntries(dict);
  const widths = codes.added().map(({ width }) => Number(width.toFixed(5)));
  const known = (entries.get('W') ?? '[]').trim().slice(1, -1);
  entries.set('W', `[${known} ${codes.first} [${widths.join(' ')}]]`);
  entries.set('CIDToGIDMap', `${glyphMap} 0 R`);
  return writeEntries(entries);
}

/** The glyph of each code (9.7.4.2), two bytes each: itself up to the added ones. */
export function glyphMapOf(codes: FontCodes): Uint8Array {
  const own = Array.from({ length: codes.first }, (_, glyph) => glyph);
  const all = [...own, ...codes.added().map(({ glyph }) => glyph)];
  return Uint8Array.from(all.flatMap((glyph) => [glyph >> 8, glyph & 0xff]));
}
