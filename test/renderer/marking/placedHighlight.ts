import type { PlacedHighlight } from '../../../src/renderer/marking/segments.ts';
import type { Highlight } from '../../../src/shared/annotations.ts';
import { asHighlightId } from '../../../src/shared/ids.ts';

/** A highlight with this anchor; made at minute `age` of an hour. */
export const highlightOf = (
  id: string,
  anchor: Pick<Highlight, 'quote' | 'prefix' | 'suffix' | 'position'>,
  age = 0,
): Highlight => ({
  ...anchor,
  id: asHighlightId(id),
  path: 'post.md',
  pen: 'yellow',
  note: null,
  createdAt: `2026-11-22T08:${String(age).padStart(2, '0')}:00Z`,
  changedAt: `2026-11-22T08:${String(age).padStart(2, '0')}:00Z`,
});

/** A highlight that stands at a range. */
export const placed = (id: string, start: number, end: number, age = 0): PlacedHighlight => ({
  highlight: highlightOf(id, { quote: id, prefix: '', suffix: '', position: [start, end] }, age),
  range: [start, end],
});
