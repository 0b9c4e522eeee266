import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** What of posts is kept when it is not on screen: so many posts, and what belongs to posts, the newest used. */
const KEPT = { post: 24, mentions: 24, annotations: 24, onThisDay: 24, pages: 40 } as const;

/** Characters of HTML kept of posts that are not on screen; a long one counts for many. */
const MOST_CHARACTERS = 4_000_000;

/**
 * Forgets posts and pages of results that were left long ago, whatever time they have still to live: an afternoon of
 * reading would otherwise keep every post of it for minutes. What is on screen or on its way stays. Returns what ends it.
 */
export function startPostMemory(queryClient: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tidy = (): void => {
    timer = undefined;
    for (const [kind, most] of Object.entries(KEPT)) forgetOldest(queryClient, kind, most);
  };
  const end = queryClient.getQueryCache().subscribe(({ type }) => {
    if (type === 'added' && timer === undefined) timer = setTimeout(tidy, TIDY_AFTER);
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}

/** Milliseconds between a new entry and the look at all: never in the way of the post that is coming. */
const TIDY_AFTER = 500;

function forgetOldest(queryClient: QueryClient, kind: string, most: number): void {
  const cache = queryClient.getQueryCache();
  const idle = cache
    .findAll({ queryKey: [kind] as QueryKey })
    .filter((query) => query.getObserversCount() === 0 && query.state.fetchStatus === 'idle')
    .toSorted((left, right) => right.state.dataUpdatedAt - left.state.dataUpdatedAt);
  let characters = 0;
  for (const [place, query] of idle.entries()) {
    characters += lengthOf(query.state.data);
    if (place >= most || characters > MOST_CHARACTERS) cache.remove(query);
  }
}

const lengthOf = (answer: unknown): number =>
  typeof answer === 'object' &&
  answer !== null &&
  'html' in answer &&
  typeof answer.html === 'string'
    ? answer.html.length
    : 0;
