import type { PdfFile } from './pdfFile.ts';
import { readEntries, readString, referenceOf } from './pdfSyntax.ts';

/** Packs and unpacks streams (the `FlateDecode` filter: ISO 32000-1, 7.4.4). */
export interface PdfFlate {
  readonly deflate: (bytes: Uint8Array) => Uint8Array;
  readonly inflate: (bytes: Uint8Array) => Uint8Array;
}

/** By object number of a font's `ToUnicode` map: what its glyphs stand for, both in hexadecimal as in the map. */
export type GlyphTexts = ReadonlyMap<number, ReadonlyMap<string, string>>;

// A font is chosen by `/F4 12 Tf`; a span of one glyph follows its text.
const SPANS =
  /\/(F\d+) [\d.]+ Tf|\/Span\s*<<\s*\/ActualText (<[0-9A-Fa-f]*>|\((?:[^()\\]|\\[\s\S])*\))\s*>>\s*BDC\n([^<]*)<([0-9A-Fa-f]{4})> Tj\nEMC/g;

const FONT = /\/(F\d+) [\d.]+ Tf/;

/**
 * Finds glyphs that stand for several characters (ligatures, —— in Chinese faces) or are a local form. Skia gives them no
 * character in the font's `ToUnicode` map (9.10.3), only an `ActualText` around each use (14.9.4), which some readers of
 * PDFs pass over.
 */
export function learnGlyphTexts(
  file: PdfFile,
  pages: readonly number[],
  { inflate }: PdfFlate,
): GlyphTexts {
  const found = new Map<number, Map<string, string>>();
  for (const id of pages) {
    const page = readEntries(file.read(id).dict);
    const content = contentOf(file, page, inflate);
    if (!content.includes('ActualText')) continue;
    const fonts = fontsOf(page);
    let map: number | null = null;
    for (const [, font, text, before = '', glyph] of content.matchAll(SPANS)) {
      // The first span of a text object chooses its font inside the span.
      const chosen = font ?? FONT.exec(before)?.[1];
      if (chosen !== undefined) map = mapOf(file, fonts.get(chosen));
      if (map !== null && text !== undefined && glyph !== undefined) {
        note(found, map, [glyph.toUpperCase(), utf16Of(text)]);
      }
    }
  }
  return found;
}

function fontsOf(page: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return readEntries(readEntries(page.get('Resources') ?? '').get('Font') ?? '');
}

function contentOf(
  file: PdfFile,
  page: ReadonlyMap<string, string>,
  inflate: PdfFlate['inflate'],
): string {
  const id = referenceOf(page.get('Contents'));
  const { dict, stream } = id === null ? { dict: '', stream: null } : file.read(id);
  if (stream === null) return '';
  return Buffer.from(dict.includes('/FlateDecode') ? inflate(stream) : stream).toString('latin1');
}

function mapOf(file: PdfFile, font: string | undefined): number | null {
  const id = referenceOf(font);
  return id === null ? null : referenceOf(readEntries(file.read(id).dict).get('ToUnicode'));
}

function note(
  found: Map<number, Map<string, string>>,
  map: number,
  [glyph, text]: readonly [string, string],
): void {
  if (text === '') return;
  const texts = found.get(map) ?? new Map<string, string>();
  found.set(map, texts);
  if (!texts.has(glyph)) texts.set(glyph, text);
}

const hex = (character: string, width: number): string =>
  character.charCodeAt(0).toString(16).padStart(width, '0').toUpperCase();

/** A text string (7.9.2.2) as UTF-16 in hexadecimal, without its mark. */
function utf16Of(value: string): string {
  const bytes = readString(value);
  return bytes.startsWith('\u00fe\u00ff')
    ? Array.from(bytes.slice(2), (byte) => hex(byte, 2)).join('')
    : Array.from(bytes, (character) => hex(character, 4)).join('');
}

/** Entries in one section of a map at most (Adobe Technical Note 5014, 1.4.1). */
const MOST_ENTRIES = 100;

/** What a map says of a glyph that stands for several characters: nothing, character 0, or a ligature of U+FB00 to U+FB06. */
const UNTOLD = /^(?:0000|FB0[0-6])$/i;

/** Writes what was learned into a `ToUnicode` map, where that does not say it. */
export function mendMap(map: string, texts: ReadonlyMap<string, string>): string {
  const known = new Set<string>();
  const mended = map.replace(
    /<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>(?! <)/g,
    (entry, glyph: string, text: string) => {
      const name = glyph.toUpperCase();
      known.add(name);
      const learned = texts.get(name);
      return learned !== undefined && UNTOLD.test(text) ? `<${glyph}> <${learned}>` : entry;
    },
  );
  const added = [...texts].filter(([glyph]) => !known.has(glyph) && !isInRange(map, glyph));
  const sections: string[] = [];
  for (let from = 0; from < added.length; from += MOST_ENTRIES) {
    const lines = added
      .slice(from, from + MOST_ENTRIES)
      .map(([glyph, text]) => `<${glyph}> <${text}>`);
    sections.push(`${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar\n`);
  }
  return mended.replace(/endcmap/, () => `${sections.join('')}endcmap`);
}

function isInRange(map: string, glyph: string): boolean {
  const ranges = map.matchAll(/<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> [<[]/g);
  const wanted = Number.parseInt(glyph, 16);
  return [...ranges].some(
    ([, from, to]) =>
      wanted >= Number.parseInt(from ?? '', 16) && wanted <= Number.parseInt(to ?? '', 16),
  );
}
