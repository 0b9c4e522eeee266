import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetValue } from '../../shared/searchModel.ts';
import { useSession } from '../state/store.ts';
import { FacetPopover } from './FacetPopover.tsx';
import { useAsked } from './useAsked.ts';
import { choiceOf, useFacet, type FacetChoice } from './useFacet.ts';

const titles = { sources: 'source', categories: 'category', tags: 'tag', labels: 'label' } as const;
const none: readonly FacetValue[] = [];
const noChoice: FacetChoice = { chosen: [], excluded: [] };

interface FacetEditorProps {
  readonly facet: keyof typeof titles;
  /** Ticks leave out. */
  readonly isNot: boolean;
}

/** All values of a facet in the filter popover, to tick or to leave out. */
export function FacetEditor({ facet, isNot }: FacetEditorProps) {
  const { t } = useTranslation('filters');
  const values = useSession((session) => session.result?.head.facets[facet]) ?? none;
  const asked = useAsked();
  const choice = useMemo(
    () => (asked === null ? noChoice : choiceOf(asked, facet)),
    [asked, facet],
  );
  const view = useFacet(facet, values, choice);
  const toggle = isNot ? (view.exclude ?? view.toggle) : view.toggle;
  return (
    <FacetPopover
      title={t(titles[facet])}
      rows={view.allRows}
      most={view.most}
      onToggle={toggle}
      onExclude={view.exclude}
    />
  );
}
