import { useMemo } from 'react';
import type { FilteredQuery } from '../../shared/query/absorbFilters.ts';
import type { ExactField } from '../../shared/query/queryPhrase.ts';
import type { FacetValue } from '../../shared/searchModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { askedOf } from '../state/askedQuery.ts';
import { clearPart, toggleValue, type FacetName } from '../state/filters.ts';
import { useAppContext, type AppContextValue } from '../state/store.ts';
import { excludedValues, withExcluded } from './exclusions.ts';
import { facetRows, leadingRows, rowCount, type FacetRow } from './facetRows.ts';
import { useValueLabel } from './useValueLabel.ts';

/** Facets that are no time. */
export type LabelFacet = Exclude<FacetName, 'years' | 'months'>;

const FIELDS: Readonly<Record<LabelFacet, ExactField | null>> = {
  sources: 'source',
  categories: 'category',
  tags: 'tag',
  labels: 'label',
  states: null,
};

/** What a query says of a facet. */
export interface FacetChoice {
  readonly chosen: readonly string[];
  /** Left out by name, in the order typed. */
  readonly excluded: readonly string[];
}

/** PURE. What a query says of a facet. */
export function choiceOf({ text, filters }: FilteredQuery, facet: LabelFacet): FacetChoice {
  const field = FIELDS[facet];
  return {
    chosen: filters[facet],
    excluded: field === null ? [] : excludedValues(text, field),
  };
}

/** What can be done with a value of a facet. */
interface FacetHand {
  readonly toggle: (value: string) => void;
  /** This value and no other. */
  readonly only: (value: string) => void;
  /** Leaves a value out, or no more; undefined where the query language has no word for that. */
  readonly exclude: ((value: string) => void) | undefined;
  readonly clear: () => void;
}

/** A facet ready to be drawn: its rows, and what can be done with them. */
export interface FacetView extends FacetHand {
  /** The rows for the sidebar, see `leadingRows`. */
  readonly first: readonly FacetRow[];
  /** How many rows there are. */
  readonly count: number;
  /** All rows, put in order when they are first asked for: there may be ten thousand. */
  readonly allRows: () => readonly FacetRow[];
  /** The largest count; at least 1. */
  readonly most: number;
  readonly isInUse: boolean;
}

/** Changes the query of now: what is drawn need not be drawn again for a query that says the same of its facet. */
function handOf({ store, actions }: AppContextValue, facet: LabelFacet): FacetHand {
  const field = FIELDS[facet];
  const change = (
    next: (asked: FilteredQuery, choice: FacetChoice) => Partial<FilteredQuery>,
  ): void => {
    const { session } = store.getState();
    if (session === null) return;
    const asked = askedOf(session);
    actions.setQuery({ ...asked, ...next(asked, choiceOf(asked, facet)) });
  };
  const leaveOut = (
    { text }: FilteredQuery,
    { excluded }: FacetChoice,
    others: readonly string[],
  ): string =>
    field === null || excluded.length + others.length === 0
      ? text
      : withExcluded(text, field, others);
  const exclude = (value: string): void =>
    change((asked, choice) => {
      const { chosen, excluded } = choice;
      const others = excluded.includes(value)
        ? excluded.filter((known) => known !== value)
        : [...excluded, value];
      return {
        text: leaveOut(asked, choice, others),
        filters: chosen.includes(value) ? toggleValue(asked.filters, facet, value) : asked.filters,
      };
    });
  return {
    toggle: (value) =>
      change((asked, choice) => {
        const { excluded } = choice;
        if (!excluded.includes(value)) return { filters: toggleValue(asked.filters, facet, value) };
        const others = excluded.filter((known) => known !== value);
        return { text: leaveOut(asked, choice, others) };
      }),
    only: (value) =>
      change((asked, choice) => ({
        text: leaveOut(asked, choice, []),
        filters: toggleValue(clearPart(asked.filters, facet), facet, value),
      })),
    exclude: field === null ? undefined : exclude,
    clear: () =>
      change((asked, choice) => ({
        text: leaveOut(asked, choice, []),
        filters: clearPart(asked.filters, facet),
      })),
  };
}

/** Computes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The rows of a facet, with those left out by name. */
export function useFacet(
  facet: LabelFacet,
  values: readonly FacetValue[],
  { chosen, excluded }: FacetChoice,
): FacetView {
  const { compare } = useFormat();
  const valueLabel = useValueLabel();
  const context = useAppContext();
  const hand = useMemo(() => handOf(context, facet), [context, facet]);
  const rows = useMemo(() => {
    const labelOf = (value: string): string => valueLabel(facet, value);
    const look = { labelOf, compare, isTime: false, excluded };
    return {
      first: leadingRows(values, chosen, look),
      count: rowCount(values, chosen, look),
      allRows: once(() => facetRows(values, chosen, look)),
      most: values.reduce((most, { count }) => Math.max(most, count), 1),
    };
  }, [values, chosen, valueLabel, facet, compare, excluded]);
  return { ...hand, ...rows, isInUse: chosen.length + excluded.length > 0 };
}
