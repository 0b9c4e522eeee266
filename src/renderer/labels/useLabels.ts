import { useQuery } from '@tanstack/react-query';
import { noFilters } from '../../shared/defaults.ts';
import type { LabelCount } from '../../shared/annotations.ts';
import type { PostId } from '../../shared/model.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { useApi, useSession } from '../state/store.ts';
import { labelStateOf, type LabelState } from './labelStates.ts';

const none: readonly LabelCount[] = [];

/** Labels in use in the open archive; empty until they are here. */
export function useLabels(): readonly LabelCount[] {
  const api = useApi();
  const archiveId = useSession((session) => session.archiveId);
  const { data: labels } = useQuery({
    queryKey: archiveId === null ? ['labels', null] : queryKeys.labels(archiveId),
    queryFn: () => {
      if (archiveId === null) throw new Error('No archive is open.');
      return api.ask('labels.list', { archiveId });
    },
    enabled: archiveId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return labels ?? none;
}

/** Most labels that are asked about one by one; the others begin unticked. */
const MOST_LABELS = 200;

/** Which labels these posts carry, by label, as of when the picker opened; null until that is known. */
export function useLabelStates(
  ids: readonly PostId[],
  labels: readonly LabelCount[],
): ReadonlyMap<string, LabelState> | null {
  const api = useApi();
  const archiveId = useSession((session) => session.archiveId);
  const asked = labels.slice(0, MOST_LABELS).map(({ label }) => label);
  const { data: states } = useQuery({
    queryKey: ['labelStates', archiveId, ids, asked],
    queryFn: async () => {
      if (archiveId === null) throw new Error('No archive is open.');
      const wanted = new Set(ids);
      const lines = asked.map(async (label) => {
        const filters = { ...noFilters, labels: [label] };
        const carriers = await api.ask('posts.ids', {
          archiveId,
          text: '',
          filters,
          sort: 'newest',
        });
        return [label, labelStateOf(carriers, wanted)] as const;
      });
      return new Map(await Promise.all(lines));
    },
    enabled: archiveId !== null && ids.length > 0,
    gcTime: 0,
    // What is shown stays while a tick is written.
    placeholderData: (before) => before,
  });
  return states ?? null;
}
