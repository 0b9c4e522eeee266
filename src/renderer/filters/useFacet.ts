import { useMemo } from 'react';
import type { ExactField } from '../../shared/query/queryPhrase.ts';
import type { FacetValue } from '../../shared/searchModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { clearPart, toggleValue, type FacetName } from '../state/filters.ts';
import { useActions } from '../state/store.ts';
import { excludedValues, withExcluded } from './exclusions.ts';
import { facetRows, type FacetRow } from './facetRows.ts';
import { useAsked } from './useAsked.ts';
import { useValueLabel } from './useValueLabel.ts';

/** Facets that are no time. */
export type LabelFacet = Exclude<FacetName, 'years' | 'months'>;

const FIELDS: Readonly<Record<LabelFacet, ExactField | null>> = {
  sources: 'source',
  categories: 'category',
  tags: 'tag',
  labels: null,
  states: null,
};

/** A facet ready to be drawn: its rows, and what can be done with them. */
export interface FacetView {
  readonly rows: readonly FacetRow[];
  /** The largest count; at least 1. */
  readonly most: number;
  readonly isInUse: boolean;
  readonly toggle: (value: string) => void;
  /** This value and no other. */
  readonly only: (value: string) => void;
  /** Leaves a value out, or no more; undefined where the query language has no word for that. */
  readonly exclude: ((value: string) => void) | undefined;
  readonly clear: () => void;
}

/** The rows of a facet under the present query, with those left out by name. */
export function useFacet(facet: LabelFacet, values: readonly FacetValue[]): FacetView | null {
  const { compare } = useFormat();
  const valueLabel = useValueLabel();
  const { setQuery } = useActions();
  const asked = useAsked();
  const field = FIELDS[facet];
  const chosen: readonly string[] | undefined = asked?.filters[facet];
  const text = asked?.text ?? '';
  const excluded = useMemo(
    () => (field === null ? [] : excludedValues(text, field)),
    [text, field],
  );
  const rows = useMemo(
    () =>
      facetRows(values, chosen ?? [], {
        labelOf: (value) => valueLabel(facet, value),
        compare,
        isTime: false,
        excluded,
      }),
    [values, chosen, valueLabel, facet, compare, excluded],
  );
  if (asked === null || chosen === undefined) return null;
  const { filters } = asked;
  const leaveOut = (others: readonly string[]): string =>
    field === null || excluded.length + others.length === 0
      ? text
      : withExcluded(text, field, others);
  const without = (value: string): readonly string[] => excluded.filter((known) => known !== value);
  const exclude = (value: string): void =>
    setQuery({
      text: leaveOut(excluded.includes(value) ? without(value) : [...excluded, value]),
      filters: chosen.includes(value) ? toggleValue(filters, facet, value) : filters,
    });
  return {
    rows,
    most: Math.max(1, ...rows.map(({ count }) => count)),
    isInUse: chosen.length + excluded.length > 0,
    toggle: (value) =>
      setQuery(
        excluded.includes(value)
          ? { text: leaveOut(without(value)), filters }
          : { text, filters: toggleValue(filters, facet, value) },
      ),
    only: (value) =>
      setQuery({
        text: leaveOut([]),
        filters: toggleValue(clearPart(filters, facet), facet, value),
      }),
    exclude: field === null ? undefined : exclude,
    clear: () => setQuery({ text: leaveOut([]), filters: clearPart(filters, facet) }),
  };
}
