import type { FacetValue } from '../../shared/searchModel.ts';

/** Values shown before "34 more…". */
export const FIRST_VALUES = 7;

/** A facet value as a row: with its name on screen and its state. */
export interface FacetRow extends FacetValue {
  readonly label: string;
  readonly isChosen: boolean;
  /** Left out by name. */
  readonly isExcluded?: boolean;
}

/** How the values of a facet are named and ordered. */
export interface FacetLook {
  readonly labelOf: (value: string) => string;
  /** Orders two values by name; among equal counts, or alone when the facet is one of time. */
  readonly compare: (left: string, right: string) => number;
  /** Time runs on whatever the counts; everything else stands by count. */
  readonly isTime: boolean;
  /** Values left out by name. */
  readonly excluded?: readonly string[];
}

/**
 * Rows of a facet: chosen ones keep their place even at zero posts, by count, then by name; values without posts come
 * last. Chosen values that the answer does not name are added with zero.
 */
export function facetRows(
  values: readonly FacetValue[],
  chosen: readonly string[],
  { labelOf, compare, isTime, excluded = [] }: FacetLook,
): readonly FacetRow[] {
  const isChosen = new Set(chosen);
  const named = new Set(values.map(({ value }) => value));
  const isExcluded = new Set(excluded);
  const missing = [...new Set([...chosen, ...excluded])]
    .filter((value) => !named.has(value))
    .map((value): FacetValue => ({ value, count: 0 }));
  return [...values, ...missing]
    .map(({ value, count }) => ({
      value,
      count,
      label: labelOf(value),
      isChosen: isChosen.has(value),
      ...(isExcluded.has(value) ? { isExcluded: true } : {}),
    }))
    .toSorted((left, right) =>
      isTime
        ? compare(left.value, right.value)
        : right.count - left.count || compare(left.label, right.label),
    );
}

/** The rows shown in the sidebar: the first seven, and every one that is chosen or left out. */
export const firstRows = (rows: readonly FacetRow[], most: number): readonly FacetRow[] =>
  rows.filter(({ isChosen, isExcluded }, place) => place < most || isChosen || isExcluded === true);

/** Newest first, for years and months as text. */
export const newestFirst = (left: string, right: string): number =>
  left === right ? 0 : left < right ? 1 : -1;
