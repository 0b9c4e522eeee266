import { useMemo } from 'react';
import type { FilteredQuery } from '../../shared/query/absorbFilters.ts';
import { askedOf } from '../state/askedQuery.ts';
import { useSession } from '../state/store.ts';

/** What the session asks: see `askedOf`. Null when no archive is open. */
export function useAsked(): FilteredQuery | null {
  const text = useSession((session) => session.text);
  const filters = useSession((session) => session.filters);
  const valuesNamed = useSession((session) => session.valuesNamed);
  return useMemo(
    () =>
      text === null || filters === null || valuesNamed === null
        ? null
        : askedOf({ text, filters, valuesNamed }),
    [text, filters, valuesNamed],
  );
}
