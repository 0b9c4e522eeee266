import { useDeferredValue } from 'react';
import type { FacetValue, Facets } from '../../shared/searchModel.ts';
import { useSession } from '../state/store.ts';
import { DateFilter } from './DateFilter.tsx';
import { FacetSection } from './FacetSection.tsx';
import { useAsked } from './useAsked.ts';
import { stateNames } from './useValueLabel.ts';

const statesOf = ({ states }: Facets): readonly FacetValue[] =>
  stateNames.map((value) => ({ value, count: states[value] }));

/** All filters of the sidebar, with counts for the current query. Nothing until the first answer is here. */
export function FacetList() {
  const filters = useAsked()?.filters ?? null;
  const newest = useSession((session) => session.result?.head.facets ?? null);
  // Some hundred rows: drawn after the list, in pieces between which the page hears the reader.
  const facets = useDeferredValue(newest);
  if (filters === null || newest === null || facets === null) return null;
  return (
    <>
      <DateFilter
        filters={filters}
        years={facets.years}
        months={facets.months}
        undatedCount={facets.undatedCount}
      />
      <FacetSection facet="sources" values={facets.sources} />
      <FacetSection facet="categories" values={facets.categories} />
      <FacetSection facet="tags" values={facets.tags} />
      <FacetSection facet="states" values={statesOf(facets)} />
    </>
  );
}
