import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { createApi } from '../../../src/renderer/api.ts';
import type { ActionContext } from '../../../src/renderer/state/actionContext.ts';
import { followIndex } from '../../../src/renderer/state/followIndex.ts';
import { startSearchController } from '../../../src/renderer/state/searchController.ts';
import { openSession } from '../../../src/renderer/state/session.ts';
import { initialState } from '../../../src/renderer/state/startState.ts';
import { createAppStore } from '../../../src/renderer/state/store.ts';
import { updateSession } from '../../../src/renderer/state/updateSession.ts';
import type { Bridge, Channel } from '../../../src/shared/contract.ts';
import { defaultSettings, defaultView } from '../../../src/shared/defaults.ts';
import { asArchiveId } from '../../../src/shared/ids.ts';
import type { Archive } from '../../../src/shared/model.ts';
import type { PostPage } from '../../../src/shared/searchModel.ts';
import type { Result } from '../../../src/shared/result.ts';

/** A call of the window that waits for its answer, as the core's queue holds it. */
interface Waiting {
  readonly channel: Channel;
  readonly input: unknown;
  readonly answer: (result: Result<unknown>) => void;
}

/** The archive of {@link openArchive}. */
export const archiveId = asArchiveId('0123456789abcdef');
const archive: Archive = {
  id: archiveId,
  name: 'News',
  folder: '/news',
  seal: 'N',
  postCount: null,
  lastOpenedAt: null,
  isPresent: true,
  isSample: false,
};

/** A page of a result with so many posts, of which only the total matters here. */
const pageOf = (total: number): PostPage => ({
  total,
  offset: 0,
  posts: [],
  facets: {
    sources: [],
    categories: [],
    tags: [],
    years: [],
    months: [],
    states: { bookmarked: 0, unread: 0, read: 0, draft: 0 },
    bookmarkedCount: 0,
    unreadCount: 0,
    undatedCount: 0,
    labels: [],
    highlightedCount: 0,
  },
  monthRuns: [],
  terms: [],
  hints: [],
  elapsedMs: 1,
  revision: 1,
});

const ended: (() => void)[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const end of ended.splice(0)) end();
  vi.useRealTimers();
});

/** An open archive whose calls wait until the test answers them, one by one. */
export function openArchive() {
  const waiting: Waiting[] = [];
  const bridge: Bridge = {
    call: (channel, input) =>
      new Promise((resolve) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the test answers each channel in its own shape
        waiting.push({ channel, input, answer: resolve as Waiting['answer'] });
      }),
    subscribe: () => () => undefined,
    pathOfDropped: () => '',
  };
  const app = {
    version: '1',
    electron: '1',
    chromium: '1',
    node: '1',
    isRegistryRuntime: false,
    platform: 'linux',
    systemLanguage: 'en',
    dataFolder: '/data',
    homeFolder: '/home',
    samplePostCount: 0,
    exportFormats: ['pdf'],
  } as const;
  const start = initialState(
    {
      app,
      settings: defaultSettings,
      archives: [archive],
      initialArchiveId: null,
      failure: null,
      recovery: null,
      reader: null,
    },
    false,
  );
  const store = createAppStore(start);
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always' } },
  });
  const context: ActionContext = { store, api: createApi(bridge), queryClient };
  const shell = {
    notify: vi.fn<() => void>(),
    notifyFailure: vi.fn<() => void>(),
    canUndo: vi.fn<() => void>(),
  };
  ended.push(startSearchController(context), () => queryClient.clear());
  const counts = { all: 0, unread: 0, bookmarked: 0, highlights: 0, problems: 0 };
  store.setState({ session: openSession({ archive, view: defaultView, counts }, 1) });
  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(100);
  /** Answers the oldest call of a channel. */
  const answer = async (channel: Channel, result: Result<unknown>): Promise<void> => {
    await settle();
    const at = waiting.findIndex((call) => call.channel === channel);
    const [call] = waiting.splice(at, at < 0 ? 0 : 1);
    expect(call, `a waiting ${channel}`).toBeDefined();
    call?.answer(result);
    await settle();
  };
  return {
    context,
    shell,
    store,
    index: followIndex(context, shell),
    answer,
    settle,
    /** The texts of the searches that wait, oldest first. */
    asked: () =>
      waiting.flatMap(({ channel, input }) =>
        channel === 'posts.search' && typeof input === 'object' && input !== null && 'text' in input
          ? [input.text]
          : [],
      ),
    /** What the calls of a channel that wait ask, oldest first. */
    inputs: (channel: Channel) =>
      waiting.flatMap((call) => (call.channel === channel ? [call.input] : [])),
    searches: () => waiting.filter(({ channel }) => channel === 'posts.search').length,
    total: () => store.getState().session?.result?.head.total,
    shownText: () => store.getState().session?.result?.key.text,
    failure: () => store.getState().session?.searchFailure,
    change: (text: string) => updateSession(store, (session) => ({ ...session, text })),
    /** As if the reader had scrolled, so that nothing new may push in by itself. */
    scroll: () => updateSession(store, (session) => ({ ...session, listScrollTop: 400 })),
  };
}

/** An answer with so many posts. */
export const ok = (total: number): Result<PostPage> => ({ ok: true, value: pageOf(total) });
/** The answer to a search that a newer one took the place of. */
export const givenUp: Result<never> = { ok: false, error: { code: 'cancelled', message: '' } };
