import type { PdfFile } from './pdfFile.ts';
import { beginFontCodes } from './pdfFontCodes.ts';
import type { FontCodes } from './pdfFontCodes.ts';
import { learnGlyphTexts, mendMap, readMap, readPageText, withEntries } from './pdfGlyphTexts.ts';
import type { GlyphTexts, PdfFlate } from './pdfGlyphTexts.ts';
import { hexOf } from './pdfMapLines.ts';
import { isToldByCodes, tellByCodes } from './pdfReversedText.ts';
import type { ReversedFont } from './pdfReversedText.ts';
import { readEntries, referenceOf } from './pdfSyntax.ts';

/** What is changed of a print so that its text is read as it was written. */
export interface MendedText {
  /** The stream of an object as it is to be written. */
  readonly stream: (id: number, stream: Uint8Array) => Uint8Array;
  /** Fonts that get more codes, by the object number of their dictionary. */
  readonly fonts: ReadonlyMap<number, FontCodes>;
}

/** Puts what was learned of a print's glyphs into the maps of its fonts; all other streams stay as they are. */
export function mendMaps(file: PdfFile, pages: readonly number[], flate: PdfFlate): MendedText {
  return { stream: streamMender(learnGlyphTexts(file, pages, flate), flate), fonts: new Map() };
}

function streamMender(learned: GlyphTexts, flate: PdfFlate): MendedText['stream'] {
  return (id, stream) => {
    const texts = learned.get(id);
    if (texts === undefined) return stream;
    const map = Buffer.from(flate.inflate(stream)).toString('latin1');
    return flate.deflate(Buffer.from(mendMap(map, texts), 'latin1'));
  };
}

interface KnownFont extends ReversedFont {
  /** Object number of its map, and what is in that when it is mended. */
  readonly map: number;
  readonly mapText: string;
}

/** As `mendMaps`; pages with text from right to left are changed too, and their fonts get codes for it. */
export function mendText(file: PdfFile, pages: readonly number[], flate: PdfFlate): MendedText {
  const learned = learnGlyphTexts(file, pages, flate);
  const known = new Map<number, KnownFont | null>();
  const fontOf = (id: number | null): KnownFont | null => {
    if (id === null) return null;
    const found = known.get(id) ?? knownFont(file, id, { learned, flate });
    known.set(id, found);
    return found;
  };
  const contents = new Map<number, Uint8Array>();
  for (const page of pages) {
    const { id, isPacked, content, fonts } = readPageText(file, page, flate.inflate);
    if (id === null || !isToldByCodes(content)) continue;
    const told = tellByCodes(content, (name) => fontOf(referenceOf(fonts.get(name))));
    const bytes = Buffer.from(told, 'latin1');
    contents.set(id, isPacked ? flate.deflate(bytes) : bytes);
  }
  const mend = streamMender(learned, flate);
  const [fonts, maps] = [new Map<number, FontCodes>(), new Map<number, Uint8Array>()];
  for (const font of known.values()) {
    const codes = font?.codes ?? null;
    if (font === null || codes === null || codes.added().length === 0) continue;
    fonts.set(codes.descendant, codes);
    const map = withAddedTexts(font.mapText, codes);
    maps.set(font.map, flate.deflate(Buffer.from(map, 'latin1')));
  }
  return {
    stream: (id, stream) => contents.get(id) ?? maps.get(id) ?? mend(id, stream),
    fonts,
  };
}

interface Reading {
  readonly learned: GlyphTexts;
  readonly flate: PdfFlate;
}

/** A font of Type 0 and its map; null when it has none. */
function knownFont(file: PdfFile, id: number, { learned, flate }: Reading): KnownFont | null {
  const font = readEntries(file.read(id).dict);
  const map = referenceOf(font.get('ToUnicode'));
  const stream = map === null ? null : file.read(map).stream;
  if (map === null || stream === null) return null;
  const own = Buffer.from(flate.inflate(stream)).toString('latin1');
  const texts = learned.get(map);
  const mapText = texts === undefined ? own : mendMap(own, texts);
  const codes = beginFontCodes(file, font, flate.inflate);
  return { map, mapText, texts: readMap(mapText), codes };
}

function withAddedTexts(map: string, codes: FontCodes): string {
  const entries = codes.added().map(({ text }, at) => `<${hexOf(codes.first + at)}> <${text}>`);
  return withEntries(map, entries);
}
