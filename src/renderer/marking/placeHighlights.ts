import { placeQuote } from '../../shared/anchoring/placeQuote.ts';
import { prepareText } from '../../shared/anchoring/visibleText.ts';
import type { Highlight, QuoteAnchor } from '../../shared/annotations.ts';
import type { PostPart, TextRange } from '../../shared/model.ts';
import type { PlacedHighlight } from './segments.ts';

/** Where the highlights of a post are. */
export interface Placement {
  /** In the text on screen, in its order. */
  readonly placed: readonly PlacedHighlight[];
  /** Their words are not where they should be. */
  readonly orphans: readonly Highlight[];
  /** Number of those that stand in other parts of a long post. */
  readonly elsewhereCount: number;
}

/**
 * How far beyond the borders of a part a highlight may have been and yet stand in it (the file changed before it), in
 * characters without white space.
 */
const SLACK = 5000;

/** Finds highlights in one text after the other; what was found in a text is not looked for in it again. */
export type HighlightPlacer = typeof placeHighlights;

/**
 * A placer with a memory for the text it saw last: looking for words that are gone takes long, and notes and pens change
 * often.
 */
export function createHighlightPlacer(): HighlightPlacer {
  let known: { readonly text: string; readonly found: Map<string, TextRange | null> } | null = null;
  return (text, highlights, part) => {
    if (known?.text !== text) known = { text, found: new Map() };
    return placeWith({ text, highlights, part }, known.found);
  };
}

/** Finds highlights in the text on screen; of a long post, only those that belong to the part shown are looked for. */
export function placeHighlights(
  text: string,
  highlights: readonly Highlight[],
  part: PostPart | undefined,
): Placement {
  return placeWith({ text, highlights, part }, new Map());
}

interface Wanted {
  readonly text: string;
  readonly highlights: readonly Highlight[];
  readonly part: PostPart | undefined;
}

function placeWith(
  { text, highlights, part }: Wanted,
  known: Map<string, TextRange | null>,
): Placement {
  if (highlights.length === 0) return { placed: [], orphans: [], elsewhereCount: 0 };
  const prepared = prepareText(text);
  const place = placeInPart(part, prepared.visible.length);
  const find = (anchor: QuoteAnchor): TextRange | null => {
    const { quote, prefix, suffix, position } = anchor;
    const key = JSON.stringify([quote, prefix, suffix, position]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const range = placeQuote(prepared, anchor)?.range ?? null;
    known.set(key, range);
    return range;
  };
  const placed: PlacedHighlight[] = [];
  const orphans: Highlight[] = [];
  let elsewhereCount = 0;
  for (const highlight of highlights) {
    const { position, nearness } = place(highlight.position);
    const range = nearness === 'far' ? null : find({ ...highlight, position });
    if (range !== null) placed.push({ highlight, range });
    else if (nearness === 'inside') orphans.push(highlight);
    else elsewhereCount += 1;
  }
  placed.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  return { placed, orphans, elsewhereCount };
}

/** Where a position of the whole text is in the text on screen, and whether it should be looked for there. */
interface PartPlace {
  readonly position: TextRange;
  readonly nearness: 'inside' | 'near' | 'far';
}

function placeInPart(
  part: PostPart | undefined,
  length: number,
): (position: TextRange) => PartPlace {
  if (part === undefined) return (position) => ({ position, nearness: 'inside' });
  const { start } = part;
  // What stood at the very end of the post belongs to its last part, however short that is now.
  const end = part.index === part.count - 1 ? Number.POSITIVE_INFINITY : start + length;
  return ([from, to]) => {
    const position: TextRange = [Math.max(0, from - start), Math.max(0, to - start)];
    if (from >= start && from < end) return { position, nearness: 'inside' };
    const isNear = to >= start - SLACK && from <= end + SLACK;
    return { position, nearness: isNear ? 'near' : 'far' };
  };
}
