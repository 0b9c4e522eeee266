import { expect, test, vi } from 'vitest';
import { queryKeys } from '../../../src/renderer/state/queryKeys.ts';
import { startRecentPosts } from '../../../src/renderer/state/recentPosts.ts';
import { updateSession } from '../../../src/renderer/state/updateSession.ts';
import { openArchive } from './openArchive.ts';

/** An archive in which posts are opened and come when the test says so. */
function reading() {
  const { context, store } = openArchive();
  const end = startRecentPosts(context);
  const open = (path: string): void =>
    updateSession(store, (session) => ({ ...session, openPath: path }));
  const come = (path: string): void => {
    const { session } = store.getState();
    if (session === null) throw new Error('no archive is open');
    const { archiveId, revision } = session;
    context.queryClient.setQueryData(queryKeys.post(archiveId, path, revision), { title: path });
  };
  const recent = (): readonly string[] =>
    store.getState().session?.recentPosts.map(({ path }) => path) ?? [];
  return { open, come, recent, end };
}

test('a post that stays was open; one that was passed was not', async () => {
  const { open, come, recent, end } = reading();
  open('passed.md');
  come('passed.md');
  await vi.advanceTimersByTimeAsync(600);
  open('read.md');
  come('read.md');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(recent()).toEqual(['read.md']);
  end();
});

test('one that takes its time to come was open all the same', async () => {
  const { open, come, recent, end } = reading();
  open('slow.md');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(recent()).toEqual([]);
  come('slow.md');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(recent()).toEqual(['slow.md']);
  end();
});
