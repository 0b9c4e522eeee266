import { useTranslation } from 'react-i18next';
import type { FacetValue } from '../../shared/searchModel.ts';
import { useSession } from '../state/store.ts';
import { FacetPopover } from './FacetPopover.tsx';
import { useFacet } from './useFacet.ts';

const titles = { sources: 'source', categories: 'category', tags: 'tag' } as const;
const none: readonly FacetValue[] = [];

interface FacetEditorProps {
  readonly facet: keyof typeof titles;
  /** Ticks leave out. */
  readonly isNot: boolean;
}

/** All values of a facet in the filter popover, to tick or to leave out. */
export function FacetEditor({ facet, isNot }: FacetEditorProps) {
  const { t } = useTranslation('filters');
  const values = useSession((session) => session.result?.head.facets[facet]) ?? none;
  const view = useFacet(facet, values);
  if (view === null) return null;
  const toggle = isNot ? (view.exclude ?? view.toggle) : view.toggle;
  return (
    <FacetPopover
      title={t(titles[facet])}
      rows={view.rows}
      most={view.most}
      onToggle={toggle}
      onExclude={view.exclude}
    />
  );
}
