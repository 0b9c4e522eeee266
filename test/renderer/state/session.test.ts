import { expect, test } from 'vitest';
import { defaultView, noFilters } from '../../../src/shared/defaults.ts';
import { asArchiveId, asPostId } from '../../../src/shared/ids.ts';
import type { Archive, PostSummary } from '../../../src/shared/model.ts';
import type { PostPage } from '../../../src/shared/searchModel.ts';
import type { Session } from '../../../src/renderer/state/model.ts';
import {
  extendTicks,
  isSelected,
  rangeBetween,
  tickState,
  toggleTick,
} from '../../../src/renderer/state/selection.ts';
import {
  changeQuery,
  changeSort,
  hasFilters,
  openSession,
  sameResult,
  showResult,
  wantedKey,
} from '../../../src/renderer/state/session.ts';
import { markPage } from '../../../src/renderer/state/cachePatches.ts';

const archive: Archive = {
  id: asArchiveId('0123456789abcdef'),
  name: 'News',
  folder: '/news',
  seal: 'N',
  postCount: 3,
  lastOpenedAt: null,
  isPresent: true,
  isSample: false,
};
const counts = { all: 3, unread: 3, bookmarked: 0, highlights: 0, problems: 0 };

const rowOf = (id: number): PostSummary => ({
  id: asPostId(id),
  path: `p${id}.md`,
  title: `Post ${id}`,
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
});

const pageOf = (...ids: readonly number[]): PostPage => ({
  total: ids.length,
  offset: 0,
  posts: ids.map(rowOf),
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

const fresh = openSession({ archive, counts, view: { ...defaultView, openPath: 'p2.md' } }, 1);
const folding = { foldsVariants: true };
const shown = (session: Session, page: PostPage): Session =>
  showResult(session, { key: wantedKey(session, folding), head: page });
const ids = (...numbers: readonly number[]) => numbers.map(asPostId);

test('the open post is found again in the first answer', () => {
  const session = shown(fresh, pageOf(1, 2, 3));
  expect(session.cursor).toBe(1);
  expect(session.openId).toBe(2);
  expect(session.scroll).toEqual(fresh.scroll);
});

test('another query starts at the top and unticks; the open post stays open', () => {
  const before = { ...shown(fresh, pageOf(1, 2, 3)), ticked: new Set(ids(1, 3)) };
  const asked = changeQuery(before, { text: 'harbour' });
  expect(asked.ticked.size).toBe(0);
  expect(asked.result).toBe(before.result);
  const after = shown(asked, pageOf(3));
  expect(after.scroll?.to).toEqual({ kind: 'offset', top: 0 });
  expect(after.openPath).toBe('p2.md');
  expect(after.cursor).toBeNull();
});

test('the same query at a newer state of the index does not scroll', () => {
  const before = shown(fresh, pageOf(1, 2));
  const after = shown({ ...before, revision: 2 }, pageOf(0, 1, 2));
  expect(after.scroll).toBe(before.scroll);
  expect(after.cursor).toBe(2);
});

test('another order keeps the ticks', () => {
  const before = { ...fresh, ticked: new Set(ids(1)) };
  expect(changeSort(before, 'oldest').ticked).toBe(before.ticked);
});

test('spaces at the ends of the text make no other result', () => {
  expect(sameResult(wantedKey(fresh, folding), wantedKey({ ...fresh, text: '  ' }, folding))).toBe(
    true,
  );
  expect(sameResult(wantedKey(fresh, folding), wantedKey({ ...fresh, text: 'a' }, folding))).toBe(
    false,
  );
});

test('what narrows the list is known', () => {
  expect(hasFilters(noFilters)).toBe(false);
  expect(hasFilters({ ...noFilters, tags: ['ports'] })).toBe(true);
  expect(hasFilters({ ...noFilters, to: '2022-05' })).toBe(true);
});

test('ticking: one, several, all', () => {
  const session = shown(fresh, pageOf(1, 2, 3));
  expect(tickState(session)).toBe('none');
  const one = { ...session, ticked: toggleTick(session.ticked, asPostId(1)) };
  expect(tickState(one)).toBe('some');
  expect(toggleTick(one.ticked, asPostId(1)).size).toBe(0);
  expect(tickState({ ...session, ticked: new Set(ids(1, 2, 3)) })).toBe('all');
});

test('each step of a Shift selection replaces the last; older ticks stay', () => {
  const begun = { ...fresh, ticked: new Set(ids(9)) };
  const wide = extendTicks(begun, ids(1, 2, 3));
  expect([...wide.ticked]).toEqual([9, 1, 2, 3]);
  expect([...extendTicks(wide, ids(1, 2)).ticked]).toEqual([9, 1, 2]);
  expect(rangeBetween(5, 2)).toEqual([2, 5]);
});

test('the open post is the selection until something is ticked', () => {
  expect(isSelected(fresh, rowOf(2))).toBe(true);
  const ticked = { ...fresh, ticked: new Set(ids(1)) };
  expect(isSelected(ticked, rowOf(2))).toBe(false);
  expect(isSelected(ticked, rowOf(1))).toBe(true);
});

test('a mark changes the rows it names and leaves other pages alone', () => {
  const page = pageOf(1, 2);
  const marked = markPage(page, new Set(ids(2)), { isBookmarked: true });
  expect(marked.posts.map(({ isBookmarked }) => isBookmarked)).toEqual([false, true]);
  expect(markPage(page, new Set(ids(7)), { isRead: true })).toBe(page);
});
