import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { createGlyphCheck } from '../../src/core/export/glyphCheck.ts';
import { temporaryFolder, writeFiles } from '../core/indexing/archiveFolder.ts';
import { bare } from '../support/readPdf.ts';
import { builtCli, isBuilt, isInstalled } from './builtCli.ts';

/** A book of every character that the bundled faces draw by itself, in both weights, read back by Poppler and pdf.js. */

const SCRIPTS =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Yi}\p{Script=Braille}\p{Script=Common}]/u;
const SHAPED = /[\p{Default_Ignorable_Code_Point}\p{M}\p{Regional_Indicator}\p{Emoji_Modifier}]/u;

/** One by one and from left to right: not marks, what is written from the right, or the scripts of India, shaped together. */
const isAlone = (character: string): boolean =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) &&
  SCRIPTS.test(character) &&
  !SHAPED.test(character) &&
  !/[\u0590-\u08ff\u1100-\u11ff]/u.test(character);

/** From U+00A1: what is below are signs of Markdown, and in every other test. */
function drawnAlone(): readonly string[] {
  const all = Array.from({ length: 0x3_2000 }, (_, code) => code).filter(
    (code) => code > 0xa0 && (code < 0xd800 || code > 0xdfff),
  );
  const alone = all.map((code) => String.fromCodePoint(code)).filter(isAlone);
  const glyphs = createGlyphCheck();
  glyphs.add(alone.join(''));
  const missing = new Set(glyphs.missing());
  return alone.filter((character) => !missing.has(character));
}

const cut = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );

/** Text of all pages by pdf.js, as it is in the file. */
async function readByPdfJs(file: string): Promise<string> {
  const loading = getDocument(new Uint8Array(readFileSync(file)));
  const document = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    pages.push(items.map((piece) => ('str' in piece ? piece.str : '')).join(''));
    page.cleanup();
  }
  await loading.destroy();
  return bare(pages.join(''));
}

/** No line is broken on paper. */
const A_LINE = 24;
const A_POST = 20;

/** Each line in the text, and again in bold or as a heading, which is in the bold of the other typeface. */
const markedUp = (line: string, at: number): string =>
  `<p>${line}</p>\n${at % 2 === 0 ? `<p><b>${line}</b></p>` : `<h3>${line}</h3>`}\n`;

/** Lines that do not stand in a text as often as they were written. */
const lostFrom = (text: string, lines: readonly string[]): readonly string[] =>
  lines.filter((line) => text.split(line).length < 3);

/**
 * What is one glyph in a face. pdf.js reads a glyph as one character: of radicals, slashes and a few rare doubles that
 * stand beside each other here it has one. Signs that are turned round with the direction are read as they are drawn.
 */
const DOUBLES = /[\u2215\u2e80-\u2fdf\u3031-\u3035\ufd3e\ufd3f\u{29fce}\u{29fd7}\u{2f9b2}]/u;

/** A text with doubles that Unicode calls equal made one: HarfBuzz draws these as each other, mathematical faces letters. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\u03d5\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize('NFKC'));

test.skipIf(!isBuilt || !isInstalled('pdftotext'))(
  'every character that is drawn comes out of a book as it went in, drawn by a face of ours',
  async () => {
    const lines = cut(drawnAlone(), A_LINE).map((characters) => characters.join(''));
    expect(lines.length).toBeGreaterThan(1500);
    const posts = cut(lines, A_POST).map((some, at) => {
      const head = `---\ntitle: 第${at}篇\nlang: zh\n---\n`;
      return [`_posts/2024-01-01-${at}.html`, head + some.map(markedUp).join('')];
    });
    const folder = join(temporaryFolder(), '字');
    writeFiles(folder, Object.fromEntries(posts));
    const [out, dataFolder] = [temporaryFolder(), temporaryFolder()];
    await builtCli(['index', folder, '--data-dir', dataFolder]);
    const file = join(out, 'book.pdf');
    const line = ['export', folder, '--query', '', '--to', file, '--data-dir', dataFolder];
    const ran = await builtCli(line);
    expect(ran.code, ran.said).toBe(0);
    expect(ran.said).not.toContain('No bundled font');

    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' });
    const rows = fonts.trim().split('\n').slice(2);
    expect(
      rows.filter((row) => !/^[A-Z]{6}\+(?:Noto|Source|Vazirmatn).*CID TrueType/.test(row)),
    ).toEqual([]);
    const byPoppler = bare(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }));
    expect(lostFrom(byPoppler, lines)).toEqual([]);
    const known = lines.filter((each) => !DOUBLES.test(each)).map(plain);
    expect(known.length).toBeGreaterThan(lines.length - 30);
    expect(lostFrom(plain(await readByPdfJs(file)), known)).toEqual([]);
  },
  600_000,
);

/** The system's Chinese fonts, which draw the words of drawings. */
const hasChinese =
  isInstalled('fc-list') && execFileSync('fc-list', [':lang=zh-cn', 'family']).length > 0;

test.skipIf(!isBuilt || !isInstalled('pdftotext') || !hasChinese)(
  'words in a drawing are read as they were written, not as the radicals that have their glyphs',
  async () => {
    const words = '车人长金见贝风食马齐门';
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60"><text x="9" y="40" font-size="26">${words}</text></svg>`;
    const folder = join(temporaryFolder(), '图');
    writeFiles(folder, {
      '_posts/2024-01-01-a.md': '---\ntitle: 图表\n---\n![图](../assets/a.svg)\n',
      'assets/a.svg': drawing,
    });
    const [out, dataFolder] = [temporaryFolder(), temporaryFolder()];
    await builtCli(['index', folder, '--data-dir', dataFolder]);
    const file = join(out, 'post.pdf');
    const line = ['export', folder, '--query', '', '--to', file, '--data-dir', dataFolder];
    const ran = await builtCli(line);
    expect(ran.code, ran.said).toBe(0);
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).toContain(words);
    expect(await readByPdfJs(file)).toContain(words);
  },
  120_000,
);
