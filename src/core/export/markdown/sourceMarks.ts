import { placeQuote } from '../../../shared/anchoring/placeQuote.ts';
import { prepareText } from '../../../shared/anchoring/visibleText.ts';
import type { Highlight } from '../../../shared/annotations.ts';

/** A body with highlights in it, and those that could not be put there. */
export interface MarkedBody {
  readonly body: string;
  readonly left: readonly Highlight[];
}

/** What a body is marked by. */
export interface SourceMarking {
  readonly highlights: readonly Highlight[];
  /** The visible text of the body. */
  readonly text: string;
  /** The visible text of a body changed; null when it is no post any more. */
  readonly readText: (body: string) => string | null;
}

/** Signs that stand for the ends of a mark while it is seen whether it stands where it should. No text uses them. */
const OPEN = '\uF8F0';
const CLOSE = '\uF8F1';

/**
 * Puts `<mark>` round highlights in a body of Markdown: where the words stand in the source letter by letter, and only when
 * the text read from it has them at the very place. Those whose words are broken by signs of Markdown are left.
 */
export function markSource(body: string, marking: SourceMarking): MarkedBody {
  const { highlights, text, readText } = marking;
  if (highlights.length === 0 || body.includes(OPEN) || body.includes(CLOSE)) {
    return { body, left: highlights };
  }
  const prepared = prepareText(text);
  const left: Highlight[] = [];
  let marked = body;
  for (const highlight of highlights) {
    const range = placeQuote(prepared, highlight)?.range;
    const right =
      range === undefined
        ? undefined
        : triesOf(marked, text, range).find((tried) => stands(readText(tried), text, range));
    if (right === undefined) left.push(highlight);
    else marked = right.replace(OPEN, '<mark>').replace(CLOSE, '</mark>');
  }
  return { body: marked, left };
}

/** Places in the source that are tried for one highlight: each is read as a whole. */
const MAX_TRIES = 12;

/**
 * The source with signs round words that stand at `range` of the text, for each place that has them as they are: the
 * likeliest first, which is as often preceded by the same words as the range is.
 */
function triesOf(
  body: string,
  text: string,
  [start, end]: readonly [number, number],
): readonly string[] {
  const words = text.slice(start, end).trim();
  // A mark ends with its paragraph.
  if (words === '' || words.includes('\n')) return [];
  const places: number[] = [];
  for (let at = body.indexOf(words); at !== -1; at = body.indexOf(words, at + 1)) places.push(at);
  const ordinal = countOf(text.slice(0, start), words);
  return places
    .map((at, index) => ({ at, far: Math.abs(index - ordinal) }))
    .toSorted((one, other) => one.far - other.far)
    .slice(0, MAX_TRIES)
    .map(({ at }) => `${body.slice(0, at)}${OPEN}${words}${CLOSE}${body.slice(at + words.length)}`);
}

function countOf(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) count += 1;
  return count;
}

/** Whether the text read is the same but for the signs, and these stand at the ends of the range. */
function stands(
  read: string | null,
  text: string,
  [start, end]: readonly [number, number],
): boolean {
  if (read === null) return false;
  const [before = '', rest = ''] = splitAt(read, OPEN);
  const [inside = '', after = ''] = splitAt(rest, CLOSE);
  return (
    bare(before) === bare(text.slice(0, start)) &&
    bare(inside) === bare(text.slice(start, end)) &&
    bare(after) === bare(text.slice(end))
  );
}

function splitAt(text: string, sign: string): readonly string[] {
  const at = text.indexOf(sign);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

const bare = (text: string): string => text.replaceAll(/\s+/gu, '');
