import { escapeText } from './chapter/chapterNode.ts';
import { bookSummary, type ScreenBook } from './chapter/screenBook.ts';

const WIDTH = 1200;
const HEIGHT = 1600;
const EDGE = 110;

/** The cover as a picture, for shelves of books: the name between rules, set in whatever serif face there is. */
export function coverPicture(book: ScreenBook): string {
  const { title, subtitle, texts, archiveName } = book;
  const size = titleSize(title);
  const lines = broken(title, (WIDTH - 2 * EDGE) / size).slice(0, 6);
  const top = 470;
  const name = lines.map(
    (line, at) =>
      `<text x="${EDGE}" y="${top + at * size * 1.3}" font-size="${size}" font-weight="700">${escapeText(line)}</text>`,
  );
  const below = top + (lines.length - 1) * size * 1.3 + 90;
  const deck =
    subtitle === ''
      ? ''
      : `<text x="${EDGE}" y="${below}" font-size="48" fill="#4b5056">${escapeText(cut(subtitle, 20))}</text>`;
  const rule = (y: number): string =>
    `<path d="M${EDGE} ${y}H${WIDTH - EDGE}" stroke="#16181a" stroke-width="10"/><path d="M${EDGE} ${y + 16}H${WIDTH - EDGE}" stroke="#16181a" stroke-width="3"/>`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<title>${escapeText(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbfaf7"/>`,
    `<g font-family="'Noto Serif SC','Songti SC','Source Serif 4',Georgia,serif" fill="#16181a">`,
    `<text x="${EDGE}" y="220" font-size="44" fill="#a3241b">${escapeText(texts.clippings)}</text>`,
    rule(260),
    ...name,
    deck,
    rule(HEIGHT - 330),
    `<text x="${EDGE}" y="${HEIGHT - 230}" font-size="40" fill="#4b5056">${escapeText(cut(bookSummary(book), 24))}</text>`,
    `<text x="${EDGE}" y="${HEIGHT - 160}" font-size="40" fill="#4b5056">${escapeText(cut(archiveName, 24))}</text>`,
    '</g></svg>',
    '',
  ].join('\n');
}

/** In characters as wide as high, roughly. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, each) => sum + (/[\u2e80-\uffef]/u.test(each) ? 1 : 0.52), 0);

function titleSize(title: string): number {
  const width = widthOf(title);
  if (width <= 5) return 180;
  if (width <= 14) return 130;
  return width <= 40 ? 96 : 68;
}

/** Lines of at most so many characters' width, broken between words where there are any. */
function broken(text: string, most: number): readonly string[] {
  const words = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/gu) ?? [];
  const lines: string[] = [''];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && widthOf(line + word) > most) lines.push(word.trimStart());
    else lines[lines.length - 1] = line + word;
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function cut(text: string, most: number): string {
  let width = 0;
  let kept = '';
  for (const sign of text) {
    width += widthOf(sign);
    if (width > most) return `${kept.trimEnd()}…`;
    kept += sign;
  }
  return kept;
}
