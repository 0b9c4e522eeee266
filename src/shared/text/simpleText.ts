import { NOT_SIMPLE, SIMPLE_FOLDS, VARIANT_FOLDS } from './foldTables.ts';
import type { PreparedTerm } from './matchText.ts';
import { isWordCharacter } from './scripts.ts';

/** Becomes three full stops; the one common character of texts that does not fold to one unit. */
const ELLIPSIS = 0x2026;

/** Units that stand in folded text for more or fewer of the text itself: a run of white space, and an ellipsis. */
const UNCLEAR = /[ .]/;

/** A place of a term in a text: `[start, end)`. */
type Place = [start: number, end: number];

/**
 * Places of a term in a text as it stands, in order, where all of the text's units fold by themselves: so it is with most
 * texts, and then nothing has to be written down to know where a folded unit came from. Null where the text or the term is
 * of another kind; then the text has to be folded.
 */
export function findInSimpleText(text: string, term: PreparedTerm): Place[] | null {
  const { folded } = term;
  if (folded === '' || UNCLEAR.test(folded)) return null;
  const folds = term.keepsVariants ? SIMPLE_FOLDS : VARIANT_FOLDS;
  const first = folded.charCodeAt(0);
  const places: Place[] = [];
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const fold = folds[unit] ?? NOT_SIMPLE;
    if (fold === first) {
      if (at < next || !standsAt(text, at, { term, folds })) continue;
      next = at + folded.length;
      places.push([at, next]);
    } else if (fold < 0 && unit !== ELLIPSIS) {
      return null;
    }
  }
  return places;
}

interface Wanted {
  readonly term: PreparedTerm;
  readonly folds: Int32Array;
}

function standsAt(text: string, start: number, { term, folds }: Wanted): boolean {
  const { folded } = term;
  for (let at = 1; at < folded.length; at += 1) {
    if (folds[text.charCodeAt(start + at)] !== folded.charCodeAt(at)) return false;
  }
  if (term.hasStartBoundary && isWordAt(text, start - 1, folds)) return false;
  return !(term.hasEndBoundary && isWordAt(text, start + folded.length, folds));
}

/** Past either end of the text, and at an ellipsis, there is no word. */
function isWordAt(text: string, at: number, folds: Int32Array): boolean {
  return isWordCharacter(folds[text.charCodeAt(at)] ?? NOT_SIMPLE);
}
