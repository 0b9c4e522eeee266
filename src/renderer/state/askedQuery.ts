import type { StoreApi } from 'zustand';
import { absorbFilters, type FilteredQuery } from '../../shared/query/absorbFilters.ts';
import type { ExactField } from '../../shared/query/queryPhrase.ts';
import type { AppState, Session } from './model.ts';

/** Names a typed value among `Session.valuesNamed`. */
export const valueKey = (field: ExactField, typed: string): string => `${field}:${typed}`;

/**
 * What the session asks: its query without the fields that are filters, and the filters with them. So a field that is
 * typed ticks its facet, and a tick and the field are one thing.
 */
export const askedOf = ({
  text,
  filters,
  valuesNamed,
}: Pick<Session, 'text' | 'filters' | 'valuesNamed'>): FilteredQuery =>
  absorbFilters(
    { text: text.trim(), filters },
    (field, typed) => valuesNamed.get(valueKey(field, typed)) ?? null,
  );

/**
 * Makes typed fields that are filters into filters. What is asked stays the same, so that this is no step of the
 * reader's: it stays off the trail, where going back would only undo it.
 */
export function settleQuery(store: StoreApi<AppState>): void {
  const { session } = store.getState();
  if (session === null) return;
  const asked = askedOf(session);
  if (asked.filters !== session.filters) store.setState({ session: { ...session, ...asked } });
}
