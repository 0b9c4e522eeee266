import { expect, test } from 'vitest';
import { createPostActions } from '../../../src/renderer/state/postActions.ts';
import { asPostId } from '../../../src/shared/ids.ts';
import type { PostPage } from '../../../src/shared/searchModel.ts';
import type { PostSummary } from '../../../src/shared/model.ts';
import type { Result } from '../../../src/shared/result.ts';
import { archiveId, ok, openArchive } from './openArchive.ts';

/* The index was built anew, and the list on screen is still of the one before. */

const before = asPostId(1_001);
const after = asPostId(2_007);
const renewed: Result<never> = { ok: false, error: { code: 'index-renewed', message: '' } };

const post: PostSummary = {
  id: before,
  path: 'a.md',
  title: 'Lighthouse',
  titleMarks: [],
  date: null,
  day: null,
  source: null,
  tags: [],
  categories: [],
  lang: 'en',
  snippet: { text: '', marks: [] },
  hitCount: 0,
  isDraft: false,
  isRead: false,
  isBookmarked: false,
  highlightCount: 0,
  pens: [],
  hasNote: false,
  labels: [],
  kind: 'post',
};

function listOf(posts: readonly PostSummary[]): Result<PostPage> {
  const page = ok(posts.length);
  return page.ok ? { ok: true, value: { ...page.value, posts } } : page;
}

test('a bookmark set on a row of the index before is set on the same post, by its path', async () => {
  const open = openArchive();
  await open.answer('posts.search', listOf([post]));
  const marked = createPostActions(open.context, open.shell).setBookmarked([before], true);
  await open.answer('bookmarks.set', renewed);
  await open.settle();
  expect(open.inputs('posts.idsAt')).toEqual([{ archiveId, paths: ['a.md'] }]);
  await open.answer('posts.idsAt', { ok: true, value: [after] });
  await open.settle();
  expect(open.inputs('bookmarks.set')).toEqual([{ archiveId, ids: [after], isBookmarked: true }]);
  await open.answer('bookmarks.set', { ok: true, value: { changed: [after] } });
  await marked;
  expect(open.shell.notifyFailure).not.toHaveBeenCalled();
  expect(open.store.getState().session?.counts.bookmarked).toBe(1);
  // And the list is asked for again.
  expect(open.searches()).toBe(1);
});

test('where the new index has not come to the post yet, it is said, and the row shows no bookmark', async () => {
  const open = openArchive();
  await open.answer('posts.search', listOf([post]));
  const marked = createPostActions(open.context, open.shell).setBookmarked([before], true);
  await open.answer('bookmarks.set', renewed);
  await open.answer('posts.idsAt', { ok: true, value: [null] });
  await marked;
  expect(open.inputs('bookmarks.set')).toEqual([]);
  expect(open.shell.notifyFailure).toHaveBeenCalledWith(
    expect.objectContaining({ code: 'index-renewed' }),
  );
  expect(open.store.getState().session?.result?.head.posts).toMatchObject([
    { isBookmarked: false },
  ]);
  expect(open.searches()).toBe(1);
});
