import { foldWithMap } from '../text/fold.ts';

/*
 * The text that passages are placed in: without white space, so that a page, an index and a file that was wrapped anew
 * agree; and folded as searches fold it (width, case, Traditional and Simplified), so that what reads alike is alike.
 */

/** White space, and the characters that only say where a line may break. */
const BLANK = /[\s\u0085\u00ad\u200b\u2060]+/gu;

/** Lone test of one UTF-16 unit; all of them lie in the first plane. */
export function isBlank(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x85) return false;
  return unit <= 0xad
    ? unit === 0x85 || unit === 0xa0 || unit === 0xad
    : unit >= 0x1680 && isRareBlank(unit);
}

function isRareBlank(unit: number): boolean {
  if (unit >= 0x2000 && unit <= 0x200b) return true;
  return RARE_BLANKS.has(unit);
}

const RARE_BLANKS: ReadonlySet<number> = new Set([
  0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff,
]);

/** A text without white space. */
export function visibleOf(text: string): string {
  return text.replaceAll(BLANK, '');
}

/** A text with the first unit of each run of white space: its sentences are the same, its length is twice its letters at most. */
export function thinned(text: string): string {
  return text.replaceAll(BLANK, (run) => run.charAt(0));
}

/** Number of UTF-16 units of a text that are not white space: what positions of passages count. */
export function countVisible(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (!isBlank(text.charCodeAt(at))) count += 1;
  return count;
}

/** Length of the edges of `ground`: the beginning and the end of a text are context like any other. */
export const EDGE = 64;

/** What edges are made of: control characters that no text shows. */
export const BEGINNING = '\u0002';
export const ENDING = '\u0003';

/** A text made ready, so that many passages can be placed in it. */
export interface PreparedText {
  /** As shown. */
  readonly text: string;
  /** Without white space. */
  readonly visible: string;
  /** Where each unit of `visible` stands in `text`. Made when first asked for, as are the others. */
  readonly origins: () => Uint32Array;
  /** `visible`, folded, between `EDGE` units each that stand for the text's beginning and end. */
  readonly ground: () => string;
  /** Where each unit of the folded text (without its edges) came from: `visible` from `starts[at]` to `ends[at]`. */
  readonly foldMap: () => { readonly starts: Uint32Array; readonly ends: Uint32Array };
}

/** Makes a text ready. The costly parts are made when a passage needs them. */
export function prepareText(text: string): PreparedText {
  const visible = visibleOf(text);
  const fold = once(() => foldWithMap(visible));
  return {
    text,
    visible,
    origins: once(() => originsOf(text, visible.length)),
    ground: once(() => BEGINNING.repeat(EDGE) + fold().text + ENDING.repeat(EDGE)),
    foldMap: fold,
  };
}

/** The range of the text that a range of the text without white space stands for. */
export function originRange(
  prepared: PreparedText,
  start: number,
  end: number,
): readonly [start: number, end: number] {
  const origins = prepared.origins();
  return [origins[start] ?? prepared.text.length, (origins[end - 1] ?? -1) + 1];
}

function originsOf(text: string, count: number): Uint32Array {
  const origins = new Uint32Array(count);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (isBlank(text.charCodeAt(at))) continue;
    origins[length] = at;
    length += 1;
  }
  return origins;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
