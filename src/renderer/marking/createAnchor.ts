import { anchorOf } from '../../shared/anchoring/anchorOf.ts';
import type { QuoteAnchor } from '../../shared/annotations.ts';
import type { SelectedPassage } from './textPlaces.ts';

/**
 * What the library keeps of a passage. In a part of a long post, positions count from the beginning of the whole text:
 * `partStart` = characters without white space before the part.
 */
export function createAnchor({ text, range }: SelectedPassage, partStart: number): QuoteAnchor {
  const anchor = anchorOf(text, range);
  const [start, end] = anchor.position;
  return { ...anchor, position: [start + partStart, end + partStart] };
}
