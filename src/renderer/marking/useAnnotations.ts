import { useQuery } from '@tanstack/react-query';
import type { PostAnnotations } from '../../shared/annotations.ts';
import type { ArchiveId } from '../../shared/model.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { useApi } from '../state/store.ts';

/** What the reader wrote on a post; null while it is on its way. Follows changes made in any window. */
export function useAnnotations(archiveId: ArchiveId, path: string): PostAnnotations | null {
  const api = useApi();
  const { data: annotations } = useQuery({
    queryKey: queryKeys.annotations(archiveId, path),
    queryFn: () => api.ask('annotations.ofPost', { archiveId, path }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return annotations ?? null;
}
