import type { Highlight } from '../../shared/annotations.ts';
import { countVisible } from '../../shared/text/countVisible.ts';
import { placeQuote } from './anchors.ts';
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

/** Finds highlights in the text on screen; of a long post, only those that belong to the part shown are looked for. */
export function placeHighlights(
  text: string,
  highlights: readonly Highlight[],
  part: PostPart | undefined,
): Placement {
  const start = part?.start ?? 0;
  const length = part === undefined ? Number.POSITIVE_INFINITY : countVisible(text);
  const placed: PlacedHighlight[] = [];
  const orphans: Highlight[] = [];
  let elsewhereCount = 0;
  for (const highlight of highlights) {
    const [from, to] = highlight.position;
    const position: TextRange = [Math.max(0, from - start), Math.max(0, to - start)];
    const isNear = part === undefined || (to >= start - SLACK && from <= start + length + SLACK);
    const range = isNear ? placeQuote(text, { ...highlight, position }) : null;
    if (range !== null) placed.push({ highlight, range });
    else if (part === undefined || (from >= start && from < start + length))
      orphans.push(highlight);
    else elsewhereCount += 1;
  }
  placed.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  return { placed, orphans, elsewhereCount };
}
