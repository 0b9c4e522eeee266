import type { PostId, PostSummary } from '../../shared/model.ts';
import type { PostPage } from '../../shared/searchModel.ts';
import type { ActionContext } from './actionContext.ts';
import type { ResultKey } from './model.ts';
import { PAGE_ROWS, queryKeys } from './queryKeys.ts';

/** What is asked of the core for a result: its key without what only the window counts. */
export const questionOf = ({ archiveId, text, filters, sort, foldsVariants }: ResultKey) => ({
  archiveId,
  text,
  filters,
  sort,
  foldsVariants,
});

/** How react-query gets one page of a result: rows `pageIndex * PAGE_ROWS` on. Pages of one key never go stale. */
export const pageOptions = (api: ActionContext['api'], key: ResultKey, pageIndex: number) => ({
  queryKey: queryKeys.page(key, pageIndex),
  queryFn: (): Promise<PostPage> =>
    api.ask('posts.search', {
      ...questionOf(key),
      offset: pageIndex * PAGE_ROWS,
      limit: PAGE_ROWS,
    }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** One page of a result, from memory when it is there. Rejects with `CallError`. */
export const fetchPage = (
  { api, queryClient }: ActionContext,
  key: ResultKey,
  pageIndex: number,
): Promise<PostPage> => queryClient.fetchQuery(pageOptions(api, key, pageIndex));

/** All row numbers of a result in its order, from memory when they are there. Rejects with `CallError`. */
export const fetchIds = (
  { api, queryClient }: ActionContext,
  key: ResultKey,
): Promise<readonly PostId[]> =>
  queryClient.fetchQuery({
    queryKey: queryKeys.ids(key),
    queryFn: () => api.ask('posts.ids', questionOf(key)),
    staleTime: Number.POSITIVE_INFINITY,
    // A whole result is large; it is wanted for one gesture and its neighbours only.
    gcTime: 60_000,
  });

/** Forgets a result: whoever asks for it again gets it as it is then. */
export const forgetResult = (
  { queryClient }: Pick<ActionContext, 'queryClient'>,
  key: ResultKey,
): void => {
  const wanted = JSON.stringify(key);
  queryClient.removeQueries({
    predicate: ({ queryKey: [kind, of] }) =>
      (kind === 'pages' || kind === 'ids') && JSON.stringify(of) === wanted,
  });
};

/** A row of the result; null past its end. Rejects with `CallError`. */
export async function fetchRow(
  context: ActionContext,
  key: ResultKey,
  index: number,
): Promise<PostSummary | null> {
  const page = await fetchPage(context, key, Math.floor(index / PAGE_ROWS));
  return page.posts[index % PAGE_ROWS] ?? null;
}

/** A row that is already here; null when its page is not. */
export function knownRow(
  { queryClient }: Pick<ActionContext, 'queryClient'>,
  key: ResultKey,
  index: number,
): PostSummary | null {
  const page = queryClient.getQueryData<PostPage>(
    queryKeys.page(key, Math.floor(index / PAGE_ROWS)),
  );
  return page?.posts[index % PAGE_ROWS] ?? null;
}
