import type { Passage } from '../model.ts';
import { prepareText, visibleOf } from './visibleText.ts';

/** Words kept on each side of a place, in UTF-16 units: enough to be found once, short enough to outlive an edit nearby. */
export const PASSAGE_LENGTH = 40;

/** Shorter words stand in too many places. */
const SHORTEST = 6;

/**
 * PURE. Where in a text a reader stood: before the words that were ahead, or else after those that were behind; of several
 * places the one nearest to the share of the text that was read. White space makes no difference. Null when neither of the
 * two is in the text any more. A place to begin reading, not a proof: highlights ask `placeQuote`.
 */
export function placeOfPassage(text: string, passage: Passage, share: number): number | null {
  const { visible, origins } = prepareText(text);
  const [ahead, behind] = [visibleOf(passage.ahead), visibleOf(passage.behind)];
  const both = nearestPlace(visible, behind + ahead, share);
  const after = (at: number | null): number | null => (at === null ? null : at + behind.length);
  const place =
    after(both) ??
    nearestPlace(visible, ahead, share) ??
    after(nearestPlace(visible, behind, share));
  if (place === null) return null;
  return origins()[Math.min(place, visible.length - 1)] ?? null;
}

/** The place of some words in a text, the one nearest to a share of it; null when they are not in it. */
function nearestPlace(text: string, words: string, share: number): number | null {
  if (words.length < SHORTEST) return null;
  const wanted = share * text.length;
  let best: number | null = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best === null || Math.abs(at - wanted) < Math.abs(best - wanted)) best = at;
  }
  return best;
}
