import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../../src/core/export/pdf/pdfFile.ts';
import { learnGlyphTexts, mendMap } from '../../../../src/core/export/pdf/pdfGlyphTexts.ts';
import type { SeenGlyphs } from '../../../../src/core/export/pdf/pdfGlyphTexts.ts';

/** A PDF of one page as Skia writes it: nothing packed, a font `F4` whose map is object 4. */
function printOf(content: string): Uint8Array {
  const bodies = [
    '<</Type /Catalog\n/Pages 2 0 R>>',
    '<</Type /Pages\n/Kids [3 0 R]\n/Count 1>>',
    '<</Type /Page\n/Resources <</Font <</F4 5 0 R>>>>\n/Contents 6 0 R>>',
    `<</Length 3>> stream\nmap\nendstream`,
    '<</Type /Font\n/Subtype /Type0\n/ToUnicode 4 0 R>>',
    `<</Length ${content.length}>> stream\n${content}\nendstream`,
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = bodies.map((body, at) => {
    const offset = pdf.length;
    pdf += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${pdf}${table}trailer\n<</Size 7\n/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF`,
    'latin1',
  );
}

function seenOf(content: string): SeenGlyphs {
  const learned = learnGlyphTexts(readPdf(printOf(content)), [3], {
    deflate: (bytes) => bytes,
    inflate: (bytes) => bytes,
  });
  return learned.get(4) ?? { texts: new Map(), plain: new Set() };
}

const beside = (text: string, ...glyphs: readonly string[]): string =>
  `/Span<</ActualText ${text} >> BDC\n${glyphs.map((one) => `2.5 0 Td <${one}> Tj`).join('\n')}\nEMC\n`;

const mapOf = (sections: string): string =>
  `1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${sections}endcmap\n`;

const CHARS = '2 beginbfchar\n<0003> <0041>\n<0111> <02BC>\nendbfchar\n';

describe('glyphs that stand for two characters', () => {
  const apostrophe = beside('<feff2019>', '0111');

  test('are what the text beside them says, wherever they stand', () => {
    const seen = seenOf(`BT\n/F4 14 Tf\n<0003> Tj\n${apostrophe}<0003> Tj\nET\n`);
    expect(mendMap(mapOf(CHARS), seen)).toBe(mapOf(CHARS.replace('02BC', '2019')));
  });

  test('stay what the map says where they stand without a text too', () => {
    const seen = seenOf(`BT\n/F4 14 Tf\n${apostrophe}<00030111> Tj\nET\n`);
    expect(mendMap(mapOf(CHARS), seen)).toBe(mapOf(CHARS));
  });

  test('are cut out of a range of glyphs, whose others stay as they were', () => {
    const seen = seenOf(`BT\n/F4 14 Tf\n${apostrophe}ET\n`);
    const ranges = '2 beginbfrange\n<0010> <0012> <0061>\n<0110> <0113> <02BB>\nendbfrange\n';
    expect(mendMap(mapOf(ranges), seen)).toBe(
      mapOf(
        '3 beginbfrange\n<0010> <0012> <0061>\n<0110> <0110> <02BB>\n<0112> <0113> <02BD>\nendbfrange\n' +
          '1 beginbfchar\n<0111> <2019>\nendbfchar\n',
      ),
    );
  });

  test('leave the last glyph of a range alone, whose line ends like an entry', () => {
    const seen = seenOf(`BT\n/F4 14 Tf\n${beside('<feff2019>', '0113')}ET\n`);
    const mended = mendMap(mapOf('1 beginbfrange\n<0110> <0113> <02BB>\nendbfrange\n'), seen);
    expect(mended).toContain('1 beginbfrange\n<0110> <0112> <02BB>\nendbfrange\n');
    expect(mended).toContain('<0113> <2019>\n');
  });
});

describe('glyphs of which the map says nothing', () => {
  test('are added with the letters beside them, or take the place of a ligature', () => {
    const seen = seenOf(
      `BT\n/F4 14 Tf\n${beside('(ffi)', '0200')}${beside('(fi)', '0201')}<0201> Tj\nET\n`,
    );
    expect(mendMap(mapOf('1 beginbfchar\n<0201> <FB01>\nendbfchar\n'), seen)).toBe(
      mapOf(
        '1 beginbfchar\n<0201> <00660069>\nendbfchar\n1 beginbfchar\n<0200> <006600660069>\nendbfchar\n',
      ),
    );
  });

  test('are not told by a text that stands beside several of them', () => {
    const seen = seenOf(`BT\n/F4 14 Tf\n${beside('<feff0100>', '0003', '012c')}ET\n`);
    expect([...seen.texts]).toEqual([]);
  });

  test('are named in sections of at most a hundred', () => {
    const glyphs = Array.from({ length: 150 }, (_, at) => (at + 0x1000).toString(16).toUpperCase());
    const seen = seenOf(`BT\n/F4 14 Tf\n${glyphs.map((one) => beside('(x)', one)).join('')}ET\n`);
    const counts = Array.from(
      mendMap(mapOf(''), seen).matchAll(/(\d+) beginbfchar/g),
      ([, n]) => n,
    );
    expect(counts).toEqual(['100', '50']);
  });
});
