import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { joinPrints } from '../../../../src/core/export/pdf/pdfBook.ts';
import type { AddedCode, FontCodes } from '../../../../src/core/export/pdf/pdfFontCodes.ts';
import { tellByCodes } from '../../../../src/core/export/pdf/pdfReversedText.ts';
import { isInstalled } from '../../../cli/builtCli.ts';

/** Words of a print of Chromium 130, set in Vazirmatn: a line each in Persian, Arabic and Uyghur. */
const LINES = ['نگهبان می\u200cگوید گل\u200cها', 'الإسلام ولأن الآلة لا', 'كېچىسى يورۇيدۇ ئۆچۈرمەڭلار'];

function joined(): Buffer {
  const pieces: Uint8Array[] = [];
  const book = joinPrints({
    write: (bytes) => void pieces.push(Buffer.from(bytes)),
    deflate: (bytes) => deflateSync(bytes),
    inflate: (bytes) => inflateSync(bytes),
    digest: (parts) => parts.map((part) => Buffer.from(part).toString('hex')).join('|'),
  });
  const print = book.add(readFileSync(join(import.meta.dirname, 'prints', 'rightToLeft.pdf')));
  book.finish({
    prints: [print],
    stamps: [null],
    outline: [],
    metadata: {
      title: 'لا',
      author: null,
      subject: null,
      lang: 'ar',
      createdAt: new Date('2026-03-04T05:06:07Z'),
    },
    placing: { drop: 0, top: 0 },
    fileId: '00112233445566778899aabbccddeeff',
  });
  return Buffer.concat(pieces);
}

describe('a print of text from right to left', () => {
  test('is read by pdf.js in whole lines, in their order', async () => {
    const loading = getDocument(new Uint8Array(joined()));
    const document = await loading.promise;
    const page = await document.getPage(1);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const read = items.flatMap((piece) => ('str' in piece && piece.str !== '' ? [piece.str] : []));
    await loading.destroy();
    // Characters without a width are not read by it.
    expect(read).toEqual(LINES.map((line) => line.replaceAll('\u200c', '')));
  });

  test.skipIf(!isInstalled('pdftotext'))('is read letter by letter by Poppler', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'broadsheet-')), 'book.pdf');
    writeFileSync(file, joined());
    const read = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    expect(
      read
        .replaceAll(/[\u202a-\u202e]/gu, '')
        .trim()
        .split('\n'),
    ).toEqual(
      // Poppler gives the words of a line from left to right.
      LINES.map((line) => line.split(' ').toReversed().join(' ')),
    );
  });
});

/** A font of which some glyphs are letters of their own; its codes begin at 0x100, and each glyph is 600 wide. */
function fontOf(texts: Readonly<Record<string, string>>): {
  readonly added: readonly AddedCode[];
  readonly tell: (content: string) => string;
} {
  const added: AddedCode[] = [];
  const codes: FontCodes = {
    descendant: 1,
    blankGlyph: 9,
    widthOf: () => 600,
    add: (code) => 0xff + added.push(code),
    added: () => added,
    first: 0x100,
  };
  const font = { texts: new Map(Object.entries(texts)), codes };
  return { added, tell: (content) => tellByCodes(content, () => font) };
}

const beside = (text: string, drawn: string): string =>
  `/Span<</ActualText <feff${text}> >> BDC\n${drawn}\nEMC\n`;
const run = (inside: string): string =>
  `BT\n/P <</MCID 0 >>BDC\n/ReversedChars BMC\n/F4 16 Tf\n${inside}EMC\nEMC\nET\n`;

const [BEH, LAM, ALEF, MARK, JOINER] = ['0628', '0644', '0627', '064B', '200C'];
const LETTER = '0041';

describe('runs from right to left', () => {
  test('lose a text that the codes say as well, and nothing else', () => {
    const { tell } = fontOf({ '0010': BEH, '0011': ALEF });
    const drawn = `4 0 Td <0010> Tj\n`;
    expect(tell(run(`${beside(BEH, drawn.trim())}<0011> Tj\n`))).toBe(run(`${drawn}<0011> Tj\n`));
    const marked = '1 2 Td <0011> Tj\n.5 -2 Td <0010> Tj';
    expect(tell(run(beside(BEH + ALEF, marked)))).toBe(run(`${marked}\n`));
  });

  test('keep a text that several glyphs do not say', () => {
    const page = run(beside(BEH, '<0011> Tj\n1 0 Td <0010> Tj'));
    expect(fontOf({ '0010': BEH, '0011': ALEF }).tell(page)).toBe(page);
  });

  test('say the letters of one glyph one by one, from the last on, as wide as it', () => {
    const { added, tell } = fontOf({});
    expect(tell(run(beside(LAM + ALEF, '<0012> Tj')))).toBe(run('<01000101> Tj\n'));
    expect(added).toEqual([
      { glyph: 0x12, width: 300, text: ALEF },
      { glyph: 9, width: 300, text: LAM },
    ]);
  });

  test('say the letters of one glyph beside a mark that says itself', () => {
    const { added, tell } = fontOf({ '0030': MARK });
    const drawn = '1 2 Td <0030> Tj\n.5 -2 Td <0012> Tj';
    expect(tell(run(beside(LAM + ALEF + MARK, drawn)))).toBe(
      run('1 2 Td <0030> Tj\n.5 -2 Td <01000101> Tj\n'),
    );
    expect(added.map(({ text }) => text)).toEqual([ALEF, LAM]);
  });

  test('may be one glyph, of which Skia does not say the direction', () => {
    const { tell } = fontOf({});
    const page = (inside: string): string => `BT\n/F4 16 Tf\n${inside}ET\n`;
    expect(tell(page(beside(LAM + ALEF, '<0012> Tj')))).toBe(page('<01000101> Tj\n'));
  });

  test('say what is drawn by nothing with the glyph that follows', () => {
    for (const after of [beside(LAM, '20 0 Td <0012> Tj'), '20 0 Td <0012> Tj\n']) {
      const { added, tell } = fontOf({ '0012': LAM });
      const page = run(`<0011> Tj\n${beside(JOINER, '4 0 Td <0003> Tj')}${after}`);
      expect(tell(page)).toBe(run('<0011> Tj\n4 0 Td\n20 0 Td <01000101> Tj\n'));
      expect(added).toEqual([
        { glyph: 0x12, width: 101, text: JOINER },
        { glyph: 9, width: 499, text: LAM },
      ]);
    }
  });

  test('keep what is drawn by nothing where the next glyph stands by its width, or where the run ends', () => {
    const { tell } = fontOf({ '0012': LAM });
    for (const after of ['<0012> Tj\n', beside(LAM, '<0012> Tj'), '']) {
      expect(tell(run(beside(JOINER, '<0003> Tj') + after))).toContain(beside(JOINER, '<0003> Tj'));
    }
  });

  test('alone are changed: what runs from left to right stays as it is', () => {
    const page = `BT\n/F4 16 Tf\n${beside(LETTER, '<0010> Tj')}ET\n`;
    expect(fontOf({ '0010': LETTER }).tell(run('<0011> Tj\n') + page)).toBe(
      run('<0011> Tj\n') + page,
    );
  });
});
