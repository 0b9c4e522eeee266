import { useDeferredValue } from 'react';
import type { FacetValue, Facets } from '../../shared/searchModel.ts';
import { useSession } from '../state/store.ts';
import { DateFilter } from './DateFilter.tsx';
import { FacetSection } from './FacetSection.tsx';
import { useAsked } from './useAsked.ts';
import { choiceOf } from './useFacet.ts';
import { stateNames } from './useValueLabel.ts';

/** Facets with values, in their order. */
const valueFacets = ['sources', 'categories', 'tags', 'states'] as const;

const statesOf = ({ states }: Facets): readonly FacetValue[] =>
  stateNames.map((value) => ({ value, count: states[value] }));

/** All filters of the sidebar, with counts for the current query. Nothing until the first answer is here. */
export function FacetList() {
  const asked = useAsked();
  const newest = useSession((session) => session.result?.head.facets ?? null);
  // Some hundred rows: drawn after the list, in pieces between which the page hears the reader.
  const facets = useDeferredValue(newest);
  if (asked === null || newest === null || facets === null) return null;
  const { years, months, undatedCount } = facets;
  return (
    <>
      <DateFilter
        filters={asked.filters}
        years={years}
        months={months}
        undatedCount={undatedCount}
      />
      {valueFacets.map((facet) => (
        <FacetSection
          key={facet}
          facet={facet}
          values={facet === 'states' ? statesOf(facets) : facets[facet]}
          choice={choiceOf(asked, facet)}
        />
      ))}
    </>
  );
}
