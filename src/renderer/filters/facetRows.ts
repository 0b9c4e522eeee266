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

type Order = (left: FacetValue, right: FacetValue) => number;

const orderOf =
  ({ labelOf, compare, isTime }: FacetLook): Order =>
  (left, right) =>
    isTime
      ? compare(left.value, right.value)
      : right.count - left.count || compare(labelOf(left.value), labelOf(right.value));

/**
 * Rows of a facet: chosen ones keep their place even at zero posts, by count, then by name; values without posts come
 * last. Chosen values that the answer does not name are added with zero.
 */
export function facetRows(
  values: readonly FacetValue[],
  chosen: readonly string[],
  look: FacetLook,
): readonly FacetRow[] {
  const isChosen = new Set(chosen);
  const isExcluded = new Set(look.excluded);
  return [...values, ...missingValues(values, chosen, look)]
    .toSorted(orderOf(look))
    .map(({ value, count }) => ({
      value,
      count,
      label: look.labelOf(value),
      isChosen: isChosen.has(value),
      ...(isExcluded.has(value) ? { isExcluded: true } : {}),
    }));
}

/** Values that are chosen or left out and that the answer does not name. */
function missingValues(
  values: readonly FacetValue[],
  chosen: readonly string[],
  { excluded = [] }: FacetLook,
): readonly FacetValue[] {
  const missing = new Set([...chosen, ...excluded]);
  if (missing.size === 0) return [];
  for (const { value } of values) missing.delete(value);
  return [...missing].map((value) => ({ value, count: 0 }));
}

/** How many rows `facetRows` makes. */
export const rowCount = (
  values: readonly FacetValue[],
  chosen: readonly string[],
  look: FacetLook,
): number => values.length + missingValues(values, chosen, look).length;

/** The first values in an order. Only ties are compared by name: of ten thousand values nearly all are passed by count. */
function leading(values: readonly FacetValue[], most: number, order: Order): FacetValue[] {
  const found: FacetValue[] = [];
  for (const value of values) {
    const last = found[most - 1];
    if (last !== undefined && order(value, last) >= 0) continue;
    const place = found.findIndex((other) => order(value, other) < 0);
    found.splice(place < 0 ? found.length : place, 0, value);
    if (found.length > most) found.pop();
  }
  return found;
}

/** What `firstRows` shows of `facetRows`, without putting all values in order. */
export function leadingRows(
  values: readonly FacetValue[],
  chosen: readonly string[],
  look: FacetLook,
): readonly FacetRow[] {
  const named = new Set([...chosen, ...(look.excluded ?? [])]);
  const first = new Set(leading(values, FIRST_VALUES, orderOf(look)));
  const kept = values.filter((value) => first.has(value) || named.has(value.value));
  return firstRows(facetRows(kept, chosen, look), FIRST_VALUES);
}

/** Whether two answers count the same. */
export const sameValues = (left: readonly FacetValue[], right: readonly FacetValue[]): boolean =>
  left === right ||
  (left.length === right.length &&
    left.every(({ value, count }, at) => {
      const other = right[at];
      return other !== undefined && value === other.value && count === other.count;
    }));

/** The rows shown in the sidebar: the first seven, and every one that is chosen or left out. */
export const firstRows = (rows: readonly FacetRow[], most: number): readonly FacetRow[] =>
  rows.filter(({ isChosen, isExcluded }, place) => place < most || isChosen || isExcluded === true);

/** Newest first, for years and months as text. */
export const newestFirst = (left: string, right: string): number =>
  left === right ? 0 : left < right ? 1 : -1;
