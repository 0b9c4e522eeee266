import { expect, test, vi } from 'vitest';
import { archiveId, givenUp, ok, openArchive } from './openArchive.ts';

/** Types a word as quickly as fingers can, one character every 30 ms. */
async function typeQuickly(open: ReturnType<typeof openArchive>, word: string): Promise<void> {
  for (let length = 1; length <= word.length; length += 1) {
    open.change(word.slice(0, length));
    await vi.advanceTimersByTimeAsync(30);
  }
}

test('the first character is searched at once; typing on while that is on its way is one search, for the whole word', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  await typeQuickly(open, 'harbours');
  expect(open.asked()).toEqual(['h']);
  await open.settle();
  expect(open.asked()).toEqual(['h', 'harbours']);
  await open.answer('posts.search', givenUp);
  await open.answer('posts.search', ok(2));
  expect(open.searches()).toBe(0);
  expect([open.shownText(), open.total()]).toEqual(['harbours', 2]);
});

test('where answers come quicker than characters, each character has its own', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  open.change('h');
  await open.answer('posts.search', ok(4));
  open.change('ha');
  await vi.advanceTimersByTimeAsync(1);
  expect([open.shownText(), open.total()]).toEqual(['h', 4]);
  expect(open.asked()).toEqual(['ha']);
});

test('the answer before stays, with its own total, until the new one is here', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  open.change('har');
  await open.settle();
  expect([open.shownText(), open.total()]).toEqual(['', 5]);
  await open.answer('posts.search', ok(3));
  expect([open.shownText(), open.total()]).toEqual(['har', 3]);
});

test('an answer that comes late, to a query that is no longer asked, is never shown', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  open.change('har');
  await open.settle();
  open.change('harbour');
  await open.settle();
  expect(open.asked()).toEqual(['har', 'harbour']);
  await open.answer('posts.search', ok(3));
  expect([open.shownText(), open.total()]).toEqual(['', 5]);
  await open.answer('posts.search', ok(2));
  expect([open.shownText(), open.total()]).toEqual(['harbour', 2]);
});

test('what the core gave up for a newer search shows nothing and is not asked again', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  open.change('har');
  await open.settle();
  open.change('harbour');
  await open.settle();
  await open.answer('posts.search', givenUp);
  expect(open.asked()).toEqual(['harbour']);
  await open.answer('posts.search', ok(2));
  expect([open.shownText(), open.failure()]).toEqual(['harbour', null]);
});

test('going back to the query on screen keeps its answer and asks nothing', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  open.change('h');
  open.change('');
  await open.settle();
  expect(open.searches()).toBe(0);
  expect(open.total()).toBe(5);
});

test('telling Traditional and Simplified apart asks the same anew', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  open.store.setState(({ settings }) => ({ settings: { ...settings, foldsVariants: false } }));
  await open.answer('posts.search', ok(4));
  expect(open.total()).toBe(4);
  open.index.changed(archiveId, false);
  await open.answer('posts.search', ok(6));
  expect(open.total()).toBe(6);
});

test('going back while another search is slow, or after it failed, leaves nothing of it behind', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  open.change('slow');
  await vi.advanceTimersByTimeAsync(400);
  expect(open.store.getState().session?.isSearching).toBe(true);
  open.change('');
  await open.settle();
  expect(open.store.getState().session?.isSearching).toBe(false);
  await open.answer('posts.search', ok(1));
  expect([open.shownText(), open.total()]).toEqual(['', 5]);

  open.change('broken');
  await open.answer('posts.search', { ok: false, error: { code: 'internal', message: 'No.' } });
  expect(open.failure()).toMatchObject({ code: 'internal' });
  open.change('');
  await open.settle();
  expect(open.failure()).toBeNull();
  expect(open.total()).toBe(5);
});
