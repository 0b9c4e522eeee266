import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultView } from '../../../src/shared/defaults.ts';
import { asArchiveId, asPostId } from '../../../src/shared/ids.ts';
import { createPostActions } from '../../../src/renderer/state/postActions.ts';
import { openSession } from '../../../src/renderer/state/session.ts';
import { createShellActions } from '../../../src/renderer/state/shellActions.ts';
import { archiveOf, countsOf } from './openedArchive.ts';
import { archiveId, ok, openArchive } from './openArchive.ts';

/* Numbers of posts are of one archive: what was done in it must never be taken back in another one. */

const other = asArchiveId('fedcba9876543210');
const ids = [asPostId(7)];

// Actions of the window listen for its end.
beforeEach(() => void vi.stubGlobal('window', new EventTarget()));
afterEach(() => void vi.unstubAllGlobals());

/** Two archives, the first of them open. */
function twoArchives() {
  const open = openArchive();
  const show = (id: typeof archiveId): void => {
    const archive = { ...archiveOf(), id };
    const session = openSession({ archive, view: defaultView, counts: countsOf() }, 1);
    open.store.setState({ session });
  };
  show(archiveId);
  const actions = createShellActions(open.context);
  return { open, show, actions, posts: createPostActions(open.context, actions) };
}

test('Mod+Z and an Undo button wait until the archive is open again', async () => {
  const { open, show, actions, posts } = twoArchives();
  await open.answer('posts.search', ok(3));
  const marked = posts.setBookmarked(ids, false);
  await open.answer('bookmarks.set', { ok: true, value: { changed: ids } });
  await marked;
  const undo = open.store.getState().toasts.find((toast) => toast.undo !== null)?.undo;
  show(other);
  actions.undoLast();
  undo?.();
  await open.settle();
  expect(open.inputs('bookmarks.set')).toEqual([]);
  show(archiveId);
  undo?.();
  undo?.();
  actions.undoLast();
  await open.settle();
  expect(open.inputs('bookmarks.set')).toEqual([{ archiveId, ids, isBookmarked: true }]);
});

test('an answer that comes when another archive is open changes nothing there, and offers nothing', async () => {
  const { open, show, actions, posts } = twoArchives();
  await open.answer('posts.search', ok(3));
  const marked = posts.setBookmarked(ids, true);
  show(other);
  await open.answer('bookmarks.set', { ok: true, value: { changed: ids } });
  await marked;
  expect(open.store.getState().session?.counts.bookmarked).toBe(0);
  actions.undoLast();
  await open.settle();
  expect(open.inputs('bookmarks.set')).toEqual([]);
});
