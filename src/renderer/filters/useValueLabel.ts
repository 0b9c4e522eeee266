import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { StateName } from '../../shared/searchModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import type { FacetName } from '../state/filters.ts';

/** States in the order they are offered. */
export const stateNames = [
  'unread',
  'read',
  'bookmarked',
  'draft',
] as const satisfies readonly StateName[];

const isState = (value: string): value is StateName => stateNames.some((name) => name === value);

/** How a facet's value is called on screen: states and months by name, everything else as it is written. */
export function useValueLabel(): (facet: FacetName, value: string) => string {
  const { t } = useTranslation('filters');
  const format = useFormat();
  return useCallback(
    (facet, value) => {
      if (facet === 'states' && isState(value)) return t(`states.${value}`);
      return facet === 'months' ? format.month(value) : value;
    },
    [t, format],
  );
}
