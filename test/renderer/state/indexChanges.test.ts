import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApi } from '../../../src/renderer/api.ts';
import type { ActionContext } from '../../../src/renderer/state/actionContext.ts';
import { forgetOtherResults } from '../../../src/renderer/state/cachePatches.ts';
import { followIndex } from '../../../src/renderer/state/followIndex.ts';
import { keepPlace } from '../../../src/renderer/state/keepPlace.ts';
import { startSearchController } from '../../../src/renderer/state/searchController.ts';
import { openSession } from '../../../src/renderer/state/session.ts';
import { initialState } from '../../../src/renderer/state/startState.ts';
import { createAppStore } from '../../../src/renderer/state/store.ts';
import { updateSession } from '../../../src/renderer/state/updateSession.ts';
import type { Bridge, Channel } from '../../../src/shared/contract.ts';
import { defaultSettings, defaultView } from '../../../src/shared/defaults.ts';
import { asArchiveId, asPostId } from '../../../src/shared/ids.ts';
import type { Archive, PostPage } from '../../../src/shared/model.ts';
import type { Result } from '../../../src/shared/result.ts';

/** A call of the window that waits for its answer, as the core's queue holds it. */
interface Waiting {
  readonly channel: Channel;
  readonly input: unknown;
  readonly answer: (result: Result<unknown>) => void;
}

const archiveId = asArchiveId('0123456789abcdef');
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
function openArchive() {
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
  } as const;
  const start = initialState(
    { app, settings: defaultSettings, archives: [archive], initialArchiveId: null, failure: null },
    false,
  );
  const store = createAppStore(start);
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always' } },
  });
  const context: ActionContext = { store, api: createApi(bridge), queryClient };
  const shell = { notifyFailure: vi.fn<() => void>() };
  ended.push(startSearchController(context), () => queryClient.clear());
  const counts = { all: 0, unread: 0, bookmarked: 0, problems: 0 };
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
    searches: () => waiting.filter(({ channel }) => channel === 'posts.search').length,
    total: () => store.getState().session?.result?.head.total,
    failure: () => store.getState().session?.searchFailure,
    change: (text: string) => updateSession(store, (session) => ({ ...session, text })),
    /** As if the reader had scrolled, so that nothing new may push in by itself. */
    scroll: () => updateSession(store, (session) => ({ ...session, listScrollTop: 400 })),
  };
}

const ok = (total: number): Result<PostPage> => ({ ok: true, value: pageOf(total) });
const givenUp: Result<never> = { ok: false, error: { code: 'cancelled', message: '' } };

test('an index that grows while the first search runs is searched again', async () => {
  const open = openArchive();
  await open.settle();
  open.index.changed(archiveId, false);
  await open.answer('posts.search', ok(0));
  await open.answer('posts.search', ok(3));
  expect(open.total()).toBe(3);
  expect(open.searches()).toBe(0);
});

test('an index that grows while another search runs does not leave its older answer standing', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  open.scroll();
  open.change('harbour');
  await open.settle();
  open.index.changed(archiveId, false);
  await open.answer('posts.search', ok(1));
  await open.answer('posts.search', ok(2));
  expect(open.total()).toBe(2);
});

test('a search typed while new matches are counted is looked at again', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  open.scroll();
  open.index.changed(archiveId, false);
  await open.settle();
  open.change('harbour');
  await open.settle();
  // The count came first in the queue; a newer search for something else takes its place.
  await open.answer('posts.search', givenUp);
  await open.answer('posts.search', ok(1));
  while (open.searches() > 0) await open.answer('posts.search', ok(2));
  expect(open.total()).toBe(2);
  expect(open.failure()).toBeNull();
});

test('a wanted search that was given up is asked again, and no failure is shown', async () => {
  const open = openArchive();
  await open.answer('posts.search', givenUp);
  expect(open.failure()).toBeNull();
  await open.answer('posts.search', ok(4));
  expect(open.total()).toBe(4);
});

test('marking a post while a search runs does not lose the search', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  open.change('harbour');
  await open.settle();
  forgetOtherResults(open.context);
  await open.answer('posts.search', ok(2));
  expect(open.total()).toBe(2);
  expect(open.failure()).toBeNull();
});

test('two looks at a changed index never share an answer', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  // The list stands at its top with nothing open: what changed shows at once, while an older look is under way.
  const kept = keepPlace(open.context, open.shell);
  await open.settle();
  open.index.changed(archiveId, false);
  await open.settle();
  await open.answer('posts.search', ok(4));
  await open.answer('posts.search', ok(3));
  await kept;
  expect(open.total()).toBe(3);
});

test('of two looks that keep the place the later one is shown', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  open.scroll();
  const first = keepPlace(open.context, open.shell);
  const second = keepPlace(open.context, open.shell);
  await open.settle();
  const ids = { ok: true, value: [asPostId(1)] } as const;
  await open.answer('posts.search', ok(4));
  await open.answer('posts.ids', ids);
  await open.answer('posts.search', ok(3));
  await open.answer('posts.ids', ids);
  await Promise.all([first, second]);
  expect(open.total()).toBe(3);
});
