import { expect, test } from 'vitest';
import { forgetOtherResults } from '../../../src/renderer/state/cachePatches.ts';
import { keepPlace } from '../../../src/renderer/state/keepPlace.ts';
import { asPostId } from '../../../src/shared/ids.ts';
import { archiveId, givenUp, ok, openArchive } from './openArchive.ts';

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

test('posts that come between the count and the look wait to be asked for', async () => {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  open.scroll();
  open.index.changed(archiveId, false);
  await open.settle();
  // Nothing new when it was counted, three more when it was to be shown.
  await open.answer('posts.search', ok(5));
  await open.answer('posts.search', ok(8));
  await open.answer('posts.ids', { ok: true, value: [asPostId(1)] });
  expect(open.total()).toBe(5);
  expect(open.store.getState().session?.waiting).toEqual({ added: 3 });
});
