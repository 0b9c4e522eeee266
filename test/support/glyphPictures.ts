import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A page as Poppler draws it, in shades of grey: 0 is black. */
interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
}

/** Where a character stands, in points from the upper left corner. */
export interface PlacedCharacter {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What one character looks like: its ink alone, cut out, as shares of the darkest. */
export interface GlyphPicture {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly ink: readonly number[];
}

/** Dots of the drawing to an inch. */
const RESOLUTION = 200;

/** Characters that stand alone between spaces, page by page, as `pdftotext -bbox` finds them. */
export function loneCharacters(file: string): readonly PlacedCharacter[] {
  const [, ...pages] = tool('pdftotext', '-bbox', file, '-').split('<page ');
  return pages.flatMap((page, number) => {
    const words =
      /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gu;
    return Array.from(page.matchAll(words), ([, left, top, right, bottom, text = '']) => ({
      page: number,
      text: text
        .replaceAll('&amp;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"'),
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    })).filter(({ text }) => Array.from(text).length === 1);
  });
}

/** Pictures of characters, drawn by `pdftoppm` and cut to their ink. */
export function glyphPictures(
  file: string,
  characters: readonly PlacedCharacter[],
): readonly GlyphPicture[] {
  const pages = drawnPages(file);
  return characters.map((character) => {
    const page = pages[character.page];
    if (page === undefined) throw new Error(`There is no page ${character.page + 1}.`);
    return cutOut(page, character);
  });
}

function drawnPages(file: string): readonly DrawnPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-drawn-'));
  try {
    tool('pdftoppm', '-gray', '-r', String(RESOLUTION), file, join(folder, 'page'));
    return readdirSync(folder)
      .toSorted()
      .map((name) => readGraymap(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A binary PGM: a line of text each for kind, size and the number of shades, then a byte a dot. */
function readGraymap(bytes: Buffer): DrawnPage {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.toString('latin1', 0, 64));
  if (head === null) throw new Error('This is no grey picture.');
  const [width, height] = [Number(head[1]), Number(head[2])];
  return { width, height, shades: bytes.subarray(head[0].length) };
}

function cutOut(page: DrawnPage, place: PlacedCharacter): GlyphPicture {
  const scale = RESOLUTION / 72;
  const [left, right] = [Math.floor(place.left * scale), Math.ceil(place.right * scale)];
  const [top, bottom] = [Math.floor(place.top * scale), Math.ceil(place.bottom * scale)];
  const darkness = (x: number, y: number): number =>
    1 - (page.shades[y * page.width + x] ?? 255) / 255;
  let [x0, x1, y0, y1] = [right, left - 1, bottom, top - 1];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (darkness(x, y) < 0.25) continue;
      [x0, x1, y0, y1] = [Math.min(x0, x), Math.max(x1, x), Math.min(y0, y), Math.max(y1, y)];
    }
  }
  const [width, height] = [Math.max(0, x1 - x0 + 1), Math.max(0, y1 - y0 + 1)];
  const ink = Array.from({ length: width * height }, (_, at) =>
    darkness(x0 + (at % width), y0 + Math.floor(at / width)),
  );
  return { text: place.text, width, height, ink };
}

/** How unlike two pictures are: 0 = the same, 1 = nothing of one is in the other, or they differ in size. */
export function unlikeness(one: GlyphPicture, other: GlyphPicture): number {
  if (Math.abs(one.width - other.width) > 1 || Math.abs(one.height - other.height) > 1) return 1;
  const [width, height] = [Math.max(one.width, other.width), Math.max(one.height, other.height)];
  const at = ({ ink, width: own, height: tall }: GlyphPicture, x: number, y: number): number =>
    x < own && y < tall ? (ink[y * own + x] ?? 0) : 0;
  let [difference, all] = [0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [a, b] = [at(one, x, y), at(other, x, y)];
      difference += Math.abs(a - b);
      all += Math.max(a, b);
    }
  }
  return all === 0 ? 0 : difference / all;
}

const tool = (name: string, ...words: readonly string[]): string =>
  execFileSync(name, words, { encoding: 'utf8', maxBuffer: 1e9 });
