import { isBlank } from '../../shared/anchoring/visibleText.ts';
import type { Highlight } from '../../shared/annotations.ts';
import type { TextRange } from '../../shared/model.ts';

/** A highlight and where it stands in the text on screen, in UTF-16 units. */
export interface PlacedHighlight {
  readonly highlight: Highlight;
  readonly range: TextRange;
}

/** A stretch of text that the same highlights cover. */
export interface Segment {
  readonly range: TextRange;
  /** At least one; the one made last comes first: it is drawn on top. */
  readonly highlights: readonly Highlight[];
}

/** Cuts overlapping highlights into stretches without overlap, ascending. Stretches that none covers are left out. */
export function segmentsOf(placed: readonly PlacedHighlight[]): readonly Segment[] {
  const borders = [...new Set(placed.flatMap(({ range }) => range))].toSorted((a, b) => a - b);
  const byAge = placed.toSorted((a, b) => compareAge(b.highlight, a.highlight));
  return borders.flatMap((start, at) => {
    const end = borders[at + 1];
    if (end === undefined) return [];
    const highlights = byAge
      .filter(({ range }) => range[0] <= start && end <= range[1])
      .map(({ highlight }) => highlight);
    return highlights.length === 0 ? [] : [{ range: [start, end] as const, highlights }];
  });
}

function compareAge(a: Highlight, b: Highlight): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The range without the white space at its ends; null when nothing else is in it. */
export function trimRange(text: string, [from, to]: TextRange): TextRange | null {
  let start = from;
  let end = Math.min(to, text.length);
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return start < end ? [start, end] : null;
}

const isSpace = (text: string, at: number): boolean => isBlank(text.charCodeAt(at));
