import { findPreparedRanges, type PreparedTerm } from '../../shared/text/matchText.ts';
import { codePointBefore, codePointFrom, isWordCharacter } from '../../shared/text/scripts.ts';

/** Where a term stands: `[start, end)`. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Places of a term that are looked for in one text. */
const MOST_PLACES = 48;

/** Cuts Chinese into words by ICU's dictionary (Unicode Standard Annex 29, section 4). */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Characters on both sides of a place that are cut into words with it. */
const AROUND = 6;

/** Finds where terms stand in a title or a text. */
export class PlaceFinder {
  readonly #text: string;
  #lower: string | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  get length(): number {
    return this.#text.length;
  }

  holds(typed: string): boolean {
    return this.#text.includes(typed);
  }

  /** Places of any of the terms, in order. */
  placesOf(terms: readonly PreparedTerm[]): readonly Place[] {
    const [only] = terms;
    if (terms.length === 1 && only !== undefined) return this.#find(only);
    return terms.flatMap((term) => this.#find(term)).toSorted((a, b) => a.start - b.start);
  }

  /** How many of its two ends stand inside a word that reaches beyond the place. */
  crossings({ start, end }: Place): number {
    const from = Math.max(0, start - AROUND);
    const words = segmenter.segment(this.#text.slice(from, end + AROUND));
    const first = words.containing(start - from);
    // Most often the word that begins the place also ends it.
    const isBoth = first !== undefined && first.index + first.segment.length >= end - from;
    const last = isBoth ? first : words.containing(end - from - 1);
    const before = first !== undefined && first.index < start - from ? 1 : 0;
    const after = last !== undefined && last.index + last.segment.length > end - from ? 1 : 0;
    return before + after;
  }

  /**
   * Most texts hold a term in small letters or as typed, which plain search finds; only where it finds nothing the
   * text is folded, which costs many times as much.
   */
  #find(term: PreparedTerm): readonly Place[] {
    if (this.#text === '' || term.folded === '') return [];
    const quick = this.#findQuickly(term);
    if (quick.length > 0) return quick;
    return findPreparedRanges(this.#text, [term])
      .slice(0, MOST_PLACES)
      .map(([start, end]) => ({ start, end }));
  }

  #findQuickly(term: PreparedTerm): readonly Place[] {
    const { folded, plain } = term;
    if (folded !== folded.toUpperCase()) return findForm(this.#lowered(), folded, term);
    // Without small letters, as in Chinese, the text is searched as it stands: as typed, then as folded.
    for (const form of [...plain, folded]) {
      const found = findForm(this.#text, form, term);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** In small letters where that keeps every place. */
  #lowered(): string {
    if (this.#lower === null) {
      const lower = this.#text.toLowerCase();
      this.#lower = lower.length === this.#text.length ? lower : this.#text;
    }
    return this.#lower;
  }
}

/** Places of one form of a term in a text that was not folded. */
function findForm(text: string, form: string, term: PreparedTerm): readonly Place[] {
  const places: Place[] = [];
  let at = text.indexOf(form);
  while (at >= 0 && places.length < MOST_PLACES) {
    const end = at + form.length;
    const isInside =
      (term.hasStartBoundary && isWordCharacter(codePointBefore(text, at))) ||
      (term.hasEndBoundary && isWordCharacter(codePointFrom(text, end)));
    if (!isInside) places.push({ start: at, end });
    at = text.indexOf(form, isInside ? at + 1 : end);
  }
  return places;
}
