import type { TextRange } from '../model.ts';

/** Part of one text node that belongs to a range of the whole text. */
export interface NodeSlice {
  /** Which node, by its place in the list. */
  readonly node: number;
  /** Half-open, in UTF-16 units of that node. */
  readonly start: number;
  readonly end: number;
}

/** A text node's place in the whole text. */
export interface NodeSpan {
  readonly start: number;
  readonly length: number;
}

/**
 * Cuts ranges of a text at the borders of the nodes it is made of. `spans` are ascending and may leave gaps (block
 * borders count as one line break that no node holds); `ranges` are ascending. One list of slices per range, in order;
 * empty when a range lies wholly in a gap.
 */
export function sliceRanges(
  ranges: readonly TextRange[],
  spans: readonly NodeSpan[],
): readonly (readonly NodeSlice[])[] {
  let first = 0;
  return ranges.map(([from, to]) => {
    while (first < spans.length && endOf(spans[first]) <= from) first += 1;
    const slices: NodeSlice[] = [];
    for (let node = first; node < spans.length; node += 1) {
      const span = spans[node];
      if (span === undefined || span.start >= to) break;
      const start = Math.max(from, span.start) - span.start;
      const end = Math.min(to, span.start + span.length) - span.start;
      if (end > start) slices.push({ node, start, end });
    }
    return slices;
  });
}

function endOf(span: NodeSpan | undefined): number {
  return span === undefined ? 0 : span.start + span.length;
}
