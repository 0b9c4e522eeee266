/** A stretch of a long text, `[start, end)` in UTF-16 units. */
export interface TextPart {
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** Texts up to this length are shown whole, with all their formatting: about 5 MB of UTF-8 where it is Chinese. */
export const MAX_WHOLE_TEXT = 1_500_000;
/** Length of a part: laid out by the window within a fraction of a second. */
const PART = 100_000;
/** How far back from the length a part may end, so that it ends with a paragraph. */
const SLACK = 10_000;

/** Whether a text is shown in parts. */
export function isLongText(text: string): boolean {
  return text.length > MAX_WHOLE_TEXT;
}

/** A part of a long text, cut between paragraphs where there are any; a number out of range gives the nearest part. */
export function textPart(text: string, wanted: number): TextPart {
  const count = Math.max(1, Math.ceil(text.length / PART));
  const index = Math.min(count - 1, Math.max(0, Math.floor(wanted)));
  return { index, count, start: cutAt(text, index), end: cutAt(text, index + 1) };
}

/** The number of the part that holds a place of the text. */
export function partOfPlace(text: string, place: number): number {
  const near = Math.min(Math.ceil(text.length / PART) - 1, Math.floor(place / PART));
  // Parts begin before their nominal place, by at most the slack.
  return near + 1 < Math.ceil(text.length / PART) && place >= cutAt(text, near + 1)
    ? near + 1
    : near;
}

/** Where a part begins: after the last line feed before its nominal place; never within a surrogate pair. */
function cutAt(text: string, index: number): number {
  const place = index * PART;
  if (index === 0) return 0;
  if (place >= text.length) return text.length;
  const line = text.lastIndexOf('\n', place);
  if (line > place - SLACK) return line + 1;
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place;
}
