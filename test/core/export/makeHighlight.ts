import { anchorOf } from '../../../src/shared/anchoring/anchorOf.ts';
import type { Highlight } from '../../../src/shared/annotations.ts';
import { asHighlightId } from '../../../src/shared/ids.ts';

/** A highlight of the first place where a text has these words, whatever the white space at the line breaks of `quote`. */
export function makeHighlight(
  text: string,
  quote: string,
  given: Partial<Highlight> = {},
): Highlight {
  const pattern = quote.split('\n').map((line) => line.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const found = new RegExp(pattern.join('\\s+'), 'u').exec(text);
  if (found === null) throw new Error(`The text has no ${quote}.`);
  const start = found.index;
  const anchor = anchorOf(text, [start, start + found[0].length]);
  return {
    ...anchor,
    id: asHighlightId(`${start}-${quote.length}`.padStart(32, '0')),
    path: '_posts/2024-01-02-one.md',
    pen: 'yellow',
    note: null,
    createdAt: '2024-02-03T04:05:06Z',
    changedAt: '2024-02-03T04:05:06Z',
    ...given,
  };
}
