import { expect, test } from 'vitest';
import { asPostId } from '../../../src/shared/ids.ts';
import { createListActions } from '../../../src/renderer/state/listActions.ts';
import { updateSession } from '../../../src/renderer/state/updateSession.ts';
import { ok, openArchive } from './openArchive.ts';

/** An archive of five posts, the first of them open and under the keyboard. */
async function openList() {
  const open = openArchive();
  await open.answer('posts.search', ok(5));
  updateSession(open.store, (session) => ({ ...session, cursor: 0, openId: asPostId(10) }));
  const actions = createListActions(open.context, open.shell);
  return { ...open, actions, session: () => open.store.getState().session };
}

const ids = { ok: true, value: [10, 11, 12, 13, 14].map(asPostId) } as const;

test('two quick presses of Shift and an arrow tick three posts, although the rows come later', async () => {
  const { actions, answer, session } = await openList();
  void actions.tickTo((session()?.cursor ?? 0) + 1);
  void actions.tickTo((session()?.cursor ?? 0) + 1);
  await answer('posts.ids', ids);
  expect([...(session()?.ticked ?? [])]).toEqual([10, 11, 12]);
});

test('what is done next is done to the posts that are being ticked', async () => {
  const { actions, answer } = await openList();
  void actions.tickTo(2);
  const actedOn = actions.actedOn();
  const hasTicks = actions.hasTicks();
  await answer('posts.ids', ids);
  expect(await hasTicks).toBe(true);
  expect(await actedOn).toEqual([10, 11, 12]);
});
