import { clusterCodes, hasClusters, NOTHING, shortOfEnd } from './pdfClusters.ts';
import type { FontCodes } from './pdfFontCodes.ts';
import { characterOf, NARROW } from './pdfLetters.ts';
import { hexOf } from './pdfMapLines.ts';

/** What is known of the font in use. */
export interface ReversedFont {
  /** What its map says of a code, both in hexadecimal, in capitals; missing where it says nothing. */
  readonly texts: ReadonlyMap<string, string>;
  /** Null when no codes can be added. */
  readonly codes: FontCodes | null;
}

// A run from right to left, whose glyphs Skia writes from left to right (ISO 32000-1, 14.8.2.3.3); text with what it says;
// text alone.
const PIECES =
  /\/ReversedChars BMC|\/Span\s*<<\s*\/ActualText <(?<text>[0-9A-Fa-f]*)>\s*>>\s*BDC\n(?<drawn>[\s\S]*?)\nEMC|\bEMC\b|\/(?<name>F\d+) [\d.]+ Tf|<(?<plain>[0-9A-Fa-f]+)> Tj/g;

const FONT = /\/(F\d+) ([\d.]+) Tf/g;
const DRAWN = /<([0-9A-Fa-f]+)> Tj/g;
const GLYPHS = /[0-9A-Fa-f]{4}(?=[0-9A-Fa-f]*> Tj)/g;
const ONE_GLYPH = /<([0-9A-Fa-f]{4})> Tj$/;

// What comes after a span: a glyph, alone with what it says or among others, and set where it stands by itself.
const NEXT_GLYPH =
  /^\n(?:\/Span\s*<<[^<>]*<[^<>]*>\s*>>\s*BDC\n-?[\d.]+ -?[\d.]+ Td <[0-9A-Fa-f]{4}> Tj\nEMC|-?[\d.]+ -?[\d.]+ Td <([0-9A-Fa-f]{4}))/;
// What comes after a span is set where it stands by itself, or nothing does.
const IS_PLACED =
  /^\n(?:EMC\b|(?:\/Span\s*<<[^<>]*<[^<>]*>\s*>>\s*BDC\n)?(?:\/F\d+ [\d.]+ Tf\n)?-?[\d.]+ -?[\d.]+ Td)/;
const NEXT_AT_MOST = 200;

/** Whether a page has runs from right to left, or letters that are drawn together. */
export const isToldByCodes = (content: string): boolean =>
  content.includes('/ReversedChars BMC') ||
  /ActualText <feff0[5-8]/i.test(content) ||
  hasClusters(content);

/** Where a pass over a page is. */
interface State {
  font: ReversedFont | null;
  /** Of the font, in units of text space. */
  size: number;
  isReversed: boolean;
  /** Letters that are drawn by nothing and stand, to the right, before the next glyph. */
  unseen: readonly string[];
}

/**
 * Takes the texts beside letters (`ActualText`) out of runs from right to left, of a page's content, and lets the codes say
 * them. Skia writes one beside nearly each joined letter. pdf.js ends a piece of text at each, and reads the pieces from
 * left to right: no word could be found. When one glyph says several letters, readers turn them round as they do the run;
 * so each letter gets a code of its own: the last one draws, the others nothing.
 */
export function tellByCodes(
  content: string,
  fontOf: (name: string) => ReversedFont | null,
): string {
  const state: State = { font: null, size: 1, isReversed: false, unseen: [] };
  let told = '';
  let from = 0;
  for (const match of content.matchAll(PIECES)) {
    const [piece] = match;
    const to = match.index + piece.length;
    const { text, drawn = '', name, plain } = match.groups ?? {};
    // The first span of a text object chooses its font inside the span.
    takeFont(state, name === undefined ? drawn : piece, fontOf);
    told += content.slice(from, match.index);
    const next = content.slice(to, to + NEXT_AT_MOST);
    if (text !== undefined) {
      const span = { drawn, next, letters: lettersOf(text) };
      told += withoutSpan(state, span) ?? withCluster(state, span, piece) ?? piece;
    } else if (plain !== undefined) told += withUnseen(state, plain) ?? piece;
    else {
      told += piece;
      if (name === undefined) Object.assign(state, { isReversed: piece !== 'EMC', unseen: [] });
    }
    from = to;
  }
  return told + content.slice(from);
}

/** The characters of a text string in hexadecimal, each in four capital digits; none when one is beyond U+FFFF. */
function lettersOf(text: string): readonly string[] {
  const letters = text.toUpperCase().match(/.{4}/g) ?? [];
  const own = letters[0] === 'FEFF' ? letters.slice(1) : letters;
  return own.some((letter) => /^D[89A-F]/.test(letter)) ? [] : own;
}

interface Span {
  readonly drawn: string;
  readonly letters: readonly string[];
  /** Some of what follows it. */
  readonly next: string;
}

/** What a span draws, with codes that say its letters from right to left; null when the span is needed. */
function withoutSpan(state: State, span: Span): string | null {
  const { font, unseen } = state;
  const { drawn, letters } = span;
  if (font === null || !runsToLeft(state, letters)) return null;
  if (letters.every(isFormat)) {
    if (!isFollowed(font, span)) return null;
    state.unseen = [...letters, ...unseen];
    return drawn.replace(ONE_GLYPH, '').trimEnd();
  }
  const codes = codesOf(drawn);
  const told = codes.map((code) => textOf(font, code));
  if (unseen.length === 0 && isReverse(told, letters)) return drawn;
  const shared = sharedEnds(told, letters.toReversed());
  const glyph = codes[shared.first];
  if (shared.first + shared.last !== codes.length - 1 || glyph === undefined) return null;
  const own = letters.slice(shared.last, letters.length - shared.first);
  const added = own.length === 0 ? null : addLetters(font.codes, glyph, [...own, ...unseen]);
  if (added === null) return null;
  state.unseen = [];
  let place = 0;
  return drawn.replace(GLYPHS, (code) => (place++ === shared.first ? added : code));
}

/** Takes the font that was chosen last, if one was. */
function takeFont(
  state: State,
  piece: string,
  fontOf: (name: string) => ReversedFont | null,
): void {
  const [, name, size] = [...piece.matchAll(FONT)].at(-1) ?? [];
  if (name !== undefined) Object.assign(state, { font: fontOf(name), size: Number(size) });
}

/** A span whose glyphs say their letters in their order; null when it stays as it is. */
function withCluster(state: State, { drawn, letters, next }: Span, whole: string): string | null {
  const { font, isReversed, size } = state;
  if (isReversed || font === null || font.codes === null) return null;
  const glyphs = codesOf(drawn);
  const told = glyphs.map((code) => textOf(font, code));
  const codes = clusterCodes(font.codes, { glyphs, letters, told });
  if (codes === null) return null;
  let place = 0;
  const changed = drawn.replace(GLYPHS, (code) => codes[place++] ?? code);
  const short = IS_PLACED.test(next) ? shortOfEnd(drawn, size, font.codes) : 0;
  const { blankGlyph } = font.codes;
  const end =
    short === 0 || blankGlyph === null
      ? null
      : font.codes.add({ glyph: blankGlyph, width: short, text: NOTHING });
  const closed = end === null ? changed : changed.replace(/> Tj$/, `${hexOf(end)}> Tj`);
  return whole.replace(drawn, () => closed);
}

/** A run of one piece has no direction for Skia. */
const runsToLeft = ({ isReversed }: State, letters: readonly string[]): boolean =>
  letters.length > 0 && (isReversed || letters.some(isFromTheRight));

/** How many glyphs at the beginning and at the end say the letters there; one at least says none. */
function sharedEnds(
  told: readonly (string | null)[],
  letters: readonly string[],
): { readonly first: number; readonly last: number } {
  const most = told.length - 1;
  let [first, last] = [0, 0];
  while (first < most && told[first] === letters[first]) first++;
  while (first + last < most && told.at(-1 - last) === letters.at(-1 - last)) last++;
  return { first, last };
}

/** Whether a glyph follows that can say the letters of a span as well, and stands where it does without them. */
function isFollowed(font: ReversedFont, { drawn, next }: Span): boolean {
  const following = NEXT_GLYPH.exec(next);
  if (following === null || oneGlyph(drawn) === null) return false;
  if ((font.codes?.blankGlyph ?? null) === null) return false;
  return following[1] === undefined || textOf(font, following[1]) !== null;
}

const codesOf = (drawn: string): readonly string[] =>
  [...drawn.matchAll(DRAWN)].flatMap(([, some = '']) => some.match(/.{4}/g) ?? []);

/** The only glyph that is drawn; null when there are several. */
const oneGlyph = (drawn: string): string | null =>
  codesOf(drawn).length === 1 ? (ONE_GLYPH.exec(drawn)?.[1] ?? null) : null;

/** Glyphs of which the first one says what stands before it too; null when nothing does. */
function withUnseen(state: State, glyphs: string): string | null {
  const { font, unseen } = state;
  if (unseen.length === 0 || font === null) return null;
  state.unseen = [];
  const own = textOf(font, glyphs.slice(0, 4));
  const added = own === null ? null : addLetters(font.codes, glyphs.slice(0, 4), [own, ...unseen]);
  return added === null ? null : `<${added}${glyphs.slice(4)}> Tj`;
}

/** The one character that a code says; null when it says none or several. */
function textOf(font: ReversedFont, code: string): string | null {
  const text = font.texts.get(code.toUpperCase());
  return text?.length === 4 ? text : null;
}

const isReverse = (one: readonly (string | null)[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other.at(-1 - at));

const isFromTheRight = (letter: string): boolean =>
  /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}]/u.test(characterOf(letter));

/** Characters that say how letters join or run: Skia draws a space of no width for them. */
const isFormat = (letter: string): boolean => /\p{Cf}/u.test(characterOf(letter));

/** Characters that have no width for pdf.js. */
const isNarrow = (letter: string): boolean => /[\p{Cf}\p{Mn}]/u.test(characterOf(letter));

/** Codes, in hexadecimal, of which the first draws the glyph, and which say its letters from the last on. */
function addLetters(
  codes: FontCodes | null,
  glyph: string,
  letters: readonly string[],
): string | null {
  if (codes === null) return null;
  const drawing = Number.parseInt(glyph, 16);
  const narrow = letters.filter(isNarrow).length;
  const rest = codes.widthOf(drawing) - narrow * NARROW;
  if (rest <= 0 || narrow === letters.length) return null;
  let written = '';
  for (const [at, text] of letters.toReversed().entries()) {
    const width = isNarrow(text) ? NARROW : rest / (letters.length - narrow);
    const drawn = at === 0 ? drawing : codes.blankGlyph;
    const code = drawn === null ? null : codes.add({ glyph: drawn, width, text });
    if (code === null) return null;
    written += hexOf(code);
  }
  return written;
}
