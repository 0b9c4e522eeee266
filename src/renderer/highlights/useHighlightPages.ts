import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type {
  HighlightFilter,
  HighlightOrder,
  HighlightPage,
  ListedHighlight,
} from '../../shared/annotations.ts';
import type { Api } from '../api.ts';
import type { HighlightsView } from '../state/highlightsView.ts';
import { queryKeys } from '../state/queryKeys.ts';
import { useApi, useSession } from '../state/store.ts';

/** Highlights fetched at once. */
const PAGE_SIZE = 100;

/** What is asked of the core. */
export interface HighlightsAsked {
  readonly filter: HighlightFilter;
  readonly order: HighlightOrder;
}

const pageOptions = (api: Api, asked: HighlightsAsked, page: number) => ({
  queryKey: queryKeys.highlights(asked.filter.archiveId, asked, page),
  queryFn: (): Promise<HighlightPage> =>
    api.ask('highlights.list', { ...asked, offset: page * PAGE_SIZE, limit: PAGE_SIZE }),
  // What changes is told (`annotations.changed`).
  staleTime: Number.POSITIVE_INFINITY,
});

/** What the page asks for; null while no archive is open. */
export function useHighlightsAsked(view: HighlightsView): HighlightsAsked | null {
  const archiveId = useSession((session) => session.archiveId);
  const { text, pens, hasNote, isOrphan, order } = view;
  return useMemo(
    () =>
      archiveId === null
        ? null
        : { filter: { archiveId, text: text.trim(), pens, hasNote, isOrphan }, order },
    [archiveId, text, pens, hasNote, isOrphan, order],
  );
}

/** The first page: total and counts. The one before stays while another is on its way. */
export function useHighlightHead(asked: HighlightsAsked | null): {
  readonly head: HighlightPage | null;
  readonly error: Error | null;
} {
  const api = useApi();
  const { data: head, error } = useQuery({
    queryKey:
      asked === null
        ? ['highlights', null]
        : queryKeys.highlights(asked.filter.archiveId, asked, 0),
    queryFn: () => {
      if (asked === null) throw new Error('No archive is open.');
      return pageOptions(api, asked, 0).queryFn();
    },
    enabled: asked !== null,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  return { head: head ?? null, error };
}

/** The highlights around what is in view. Answers one by its place, or null while its page is on the way. */
export function useHighlightRows(
  asked: HighlightsAsked,
  head: HighlightPage,
  [first, last]: readonly [number, number],
): (index: number) => ListedHighlight | null {
  const api = useApi();
  const from = Math.max(0, Math.floor(first / PAGE_SIZE));
  const to = Math.max(from, Math.floor(Math.max(0, Math.min(last, head.total - 1)) / PAGE_SIZE));
  const wanted = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const pages = useQueries({
    queries: wanted.map((page) => pageOptions(api, asked, page)),
  });
  return (index) => {
    const page = Math.floor(index / PAGE_SIZE);
    const rows = pages[page - from]?.data?.highlights ?? (page === 0 ? head.highlights : []);
    return rows[index % PAGE_SIZE] ?? null;
  };
}

/** Most highlights that one call answers. */
const MOST_AT_ONCE = 500;

/** Fetches a range of highlights, as they are now. Rejects with `CallError`. */
export function useHighlightRange(
  asked: HighlightsAsked | null,
): (first: number, last: number) => Promise<readonly ListedHighlight[]> {
  const api = useApi();
  return async (first, last) => {
    if (asked === null || last < first) return [];
    const offsets = Array.from(
      { length: Math.ceil((last - first + 1) / MOST_AT_ONCE) },
      (_, step) => first + step * MOST_AT_ONCE,
    );
    const pages = await Promise.all(
      offsets.map((offset) =>
        api.ask('highlights.list', {
          ...asked,
          offset,
          limit: Math.min(MOST_AT_ONCE, last + 1 - offset),
        }),
      ),
    );
    return pages.flatMap(({ highlights }) => highlights);
  };
}
