import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from '@playwright/test';
import { DRAWN_CHARACTERS } from '../../src/core/export/drawnCharacters.ts';
import {
  glyphPictures,
  loneCharacters,
  unlikeness,
  type GlyphPicture,
} from '../support/glyphPictures.ts';
import { exportEnd, startExport, type AskedExport } from './exportRun.ts';
import { launchApp, projectFolder, type RunningApp } from './launch.ts';
import { pinnedFonts } from './pinnedFonts.ts';
import { listedFonts, pageTexts } from './readPages.ts';
import { removeFolder } from './removeFolder.ts';

/**
 * Fonts of books on a machine whose own fonts would show: they are CFF, which Chromium turns into Type 3. So what is in a
 * book as TrueType was drawn by a face that came with the app, and nothing else is.
 */

/** Signs that are never drawn, and those that join what stands before them: marks, halves of letters, shades of skin. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cs}\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}]/u;

/** No character: every font draws its sign for what it lacks. */
const NOBODY = '\u{0378}';

/** So many of it, for it is drawn a little otherwise wherever it stands. */
const NOBODIES = 24;

/** Below this, two pictures are of one sign (0 = the same). */
const LIKE = 0.3;

const isSeen = (character: string): boolean =>
  !UNSEEN.test(character) && !/^\p{M}/u.test(character.normalize('NFKD'));

/** The characters that the check before an export takes for drawn. */
function claimed(): readonly string[] {
  const characters: string[] = [];
  let at = 0;
  for (const word of DRAWN_CHARACTERS.trim().split(/\s+/u)) {
    const [distance = 0, length = 0] = word.split('-').map((part) => Number.parseInt(part, 36));
    for (let code = at + distance; code <= at + distance + length; code += 1)
      characters.push(String.fromCodePoint(code));
    at += distance + length;
  }
  return characters.filter(isSeen);
}

const sample = join(projectFolder, 'resources', 'sample-archive');

/** Every character of the archive that comes with the app. */
function ofSample(): readonly string[] {
  const files = readdirSync(sample, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(?:md|html|txt)$/u.test(entry.name),
  );
  const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
  return [...new Set(texts.join(''))].filter(isSeen);
}

/** A post of these characters, each alone between spaces, in lines of so many. */
function postOf(title: string, characters: readonly string[], line: number): string {
  const coded = characters.map((each) => `&#x${each.codePointAt(0)?.toString(16)};`);
  const lines = Array.from(
    { length: Math.ceil(coded.length / line) },
    (_, at) => `<p>${coded.slice(at * line, (at + 1) * line).join(' ')}</p>`,
  );
  return `---\ntitle: ${title}\ndate: 2001-01-01\n---\n${lines.join('\n')}\n`;
}

let base: string;
let running: RunningApp;

test.beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'broadsheet-fonts-'));
  const folder = join(base, 'archive');
  cpSync(sample, folder, { recursive: true });
  writeFileSync(
    join(folder, '_posts', '2001-01-01-claimed.html'),
    postOf('Claimxx', claimed(), 40),
  );
  writeFileSync(join(folder, '_posts', '2001-01-02-seen.html'), postOf('Seenxx', ofSample(), 20));
  const nobodies = Array.from({ length: NOBODIES }, () => NOBODY);
  writeFileSync(join(folder, '_posts', '2001-01-03-nobody.html'), postOf('Nobodyxx', nobodies, 9));
  running = await launchApp({ folder, env: pinnedFonts });
  await expect(running.page.getByText('Index up to date')).toBeVisible({ timeout: 60_000 });
});
test.afterAll(async () => {
  await running.close();
  await removeFolder(base);
});

async function made(name: string, asked: AskedExport): Promise<string> {
  const target = join(base, name);
  await startExport(running, target, asked);
  expect(await exportEnd(running)).toMatchObject({ outcome: 'done', target, failures: [] });
  return target;
}

/** How often a page draws glyph 0, the sign for what a font lacks (OpenType, "cmap"). */
async function glyphsOfNobody(file: string): Promise<number> {
  const book = await PDFDocument.load(readFileSync(file), { updateMetadata: false });
  let count = 0;
  for (const [, value] of book.context.enumerateIndirectObjects()) {
    if (!(value instanceof PDFRawStream)) continue;
    const isPacked = value.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode');
    const content = Buffer.from(isPacked ? inflateSync(value.contents) : value.contents).toString(
      'latin1',
    );
    for (const [, glyphs = ''] of content.matchAll(/<([\dA-F]+)> Tj/gu))
      count += (glyphs.match(/.{4}/gu) ?? []).filter((glyph) => glyph === '0000').length;
  }
  return count;
}

/** Every font is a part of a TrueType face that is in the file, with a map of its characters. */
function expectOwnFaces(file: string): void {
  const fonts = listedFonts(file);
  expect(fonts.length).toBeGreaterThan(1);
  for (const font of fonts)
    expect(font).toMatchObject({
      type: 'CID TrueType',
      isEmbedded: true,
      isSubset: true,
      hasMap: true,
    });
}

// In serif test/cli/exportCharacters.test.ts reads them back.
test('in sans, every character that is taken for drawn is drawn by a face of the app, and found again', async () => {
  test.setTimeout(240_000);
  const file = await made('claimed.pdf', { text: 'title:Claimxx', typeface: 'sans' });
  expectOwnFaces(file);
  expect(await glyphsOfNobody(file)).toBe(0);
  const found = new Set(pageTexts(file).join(''));
  expect(
    claimed()
      .filter((character) => !found.has(character))
      .join(''),
  ).toBe('');
});

for (const typeface of ['serif', 'sans'] as const) {
  test(`in ${typeface}, no character of the sample archive looks like the sign for what a font lacks`, async () => {
    const nobody = await made(`nobody-${typeface}.pdf`, { text: 'title:Nobodyxx', typeface });
    const places = loneCharacters(nobody).filter(({ text }) => text === NOBODY);
    const signs = glyphPictures(nobody, places);
    const nearest = (picture: GlyphPicture, others: readonly GlyphPicture[]): number =>
      Math.min(...others.map((other) => unlikeness(picture, other)));
    // Both ways to find it do find it.
    expect(await glyphsOfNobody(nobody)).toBe(NOBODIES);
    expect(signs).toHaveLength(NOBODIES);
    for (const sign of signs) {
      const others = signs.filter((other) => other !== sign);
      expect(nearest(sign, others)).toBeLessThan(LIKE);
    }
    const file = await made(`seen-${typeface}.pdf`, { text: 'title:Seenxx', typeface });
    expectOwnFaces(file);
    const placed = loneCharacters(file);
    const pictures = glyphPictures(file, placed);
    expect(new Set(placed.map(({ text }) => text)).size).toBeGreaterThan(ofSample().length * 0.98);
    expect(pictures.filter(({ ink }) => ink.length === 0).map(({ text }) => text)).toEqual([]);
    expect(pictures.filter((each) => nearest(each, signs) < LIKE).map(({ text }) => text)).toEqual(
      [],
    );
  });
}

test('the sample archive as a book has faces of the app alone, and no sign for what they lack', async () => {
  test.setTimeout(240_000);
  // Words inside drawings are the system's: a picture cannot use the faces of a page.
  const asked = { text: '-title:Claimxx -title:Seenxx -title:Nobodyxx', hasPictures: false };
  const file = await made('sample.pdf', asked);
  expectOwnFaces(file);
  expect(await glyphsOfNobody(file)).toBe(0);
});
