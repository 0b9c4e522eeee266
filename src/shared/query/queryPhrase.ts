import type { PostFeature, PostState, PresentField, ValueField } from './queryNode.ts';

/** What a phrase says; the words for it are in sayEnglish.ts and sayChinese.ts. */
export type PhraseKey =
  | 'all'
  | 'none'
  | 'every'
  | 'any'
  | PlaceKey
  | ValueField
  | `is-${ExactField}`
  | `any-${PresentField}`
  | 'front-matter'
  | 'any-front-matter'
  | PostState
  | `has-${PostFeature}`
  | DayKey;

/** Fields whose values are ticked by name in the window: these can be asked for exactly. */
const exactFields = ['source', 'category', 'tag', 'label'] as const;

/** One of them. */
export type ExactField = (typeof exactFields)[number];

/** A field as one whose values can be asked for exactly; null when it is none. */
export function exactFieldOf(field: ValueField | null): ExactField | null {
  return exactFields.find((known) => known === field) ?? null;
}

/** Where terms, neighbours and patterns are looked for; `text` = title or text. */
type PlaceKey = `${'' | 'near-' | 'pattern-'}${'text' | 'title' | 'body'}`;

/** Spans of days; the last three take a number. */
type DayKey = 'days' | 'day' | 'from' | 'to' | 'last-days' | 'last-months' | 'last-years';

/** One thing asked of a post, ready to be said in any language. */
export interface QueryPhrase {
  readonly key: PhraseKey;
  readonly isNegated: boolean;
  /**
   * What is asked for, to be shown as it is: terms (with `…` where a `*` was), days (`YYYY-MM-DD`), numbers. Of `near-…`:
   * term, distance, term, distance, term; of `front-matter`: the key, then the term.
   */
  readonly values: readonly string[];
  /** Whether all `values` or `parts` are asked for, or any. */
  readonly joint: 'and' | 'or';
  /** Only of `every` and `any`. */
  readonly parts: readonly QueryPhrase[];
}

/** A phrase for one thing. */
export function phrase(key: PhraseKey, values: readonly string[] = []): QueryPhrase {
  return { key, isNegated: false, values, joint: 'and', parts: [] };
}
