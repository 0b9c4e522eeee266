import { describe, expect, test } from 'vitest';
import { movedBy, movedTo } from '../../../src/renderer/searches/searchOrder.ts';
import { sameSearch } from '../../../src/renderer/state/savedSearches.ts';
import { chosenSearch } from '../../../src/renderer/state/savedSearches.ts';
import { noFilters } from '../../../src/shared/defaults.ts';
import { asSavedSearchId } from '../../../src/shared/ids.ts';
import type { SavedSearch } from '../../../src/shared/savedSearches.ts';

const search = (id: string, some: Partial<SavedSearch> = {}): SavedSearch => ({
  id: asSavedSearchId(id),
  name: id,
  text: id,
  filters: noFilters,
  sort: 'newest',
  isPinned: false,
  createdAt: '2024-01-01T00:00:00Z',
  changedAt: '2024-01-01T00:00:00Z',
  ...some,
});

const names = (searches: readonly SavedSearch[] | null): string | undefined =>
  searches?.map(({ name }) => name).join(' ');

describe('the order of saved searches', () => {
  const all = [search('p', { isPinned: true }), search('a'), search('b'), search('c')];

  test('goes step by step and never past the pinned ones', () => {
    const [pinned, first, second, last] = all.map(({ id }) => id);
    expect(names(movedBy(all, second ?? first ?? asSavedSearchId(''), -1))).toBe('p b a c');
    expect(movedBy(all, first ?? asSavedSearchId(''), -1)).toBeNull();
    expect(movedBy(all, pinned ?? asSavedSearchId(''), 1)).toBeNull();
    expect(movedBy(all, last ?? asSavedSearchId(''), 1)).toBeNull();
  });

  test('takes what is dropped where it is dropped', () => {
    expect(names(movedTo(all, 'a', 'c'))).toBe('p b c a');
    expect(names(movedTo(all, 'c', 'a'))).toBe('p c a b');
    expect(movedTo(all, 'a', 'a')).toBeNull();
    expect(movedTo(all, 'a', 'p')).toBeNull();
    expect(movedTo(all, 'gone', 'a')).toBeNull();
  });
});

describe('the saved search on screen', () => {
  const contents = { text: 'a', filters: noFilters, sort: 'newest' } as const;
  const tagged = { ...contents, filters: { ...noFilters, tags: ['x', 'y'] } };

  test('is the same in whatever order values were ticked', () => {
    const other = { ...contents, filters: { ...noFilters, tags: ['y', 'x'] } };
    expect(sameSearch(tagged, other)).toBe(true);
    expect(sameSearch(tagged, contents)).toBe(false);
    expect(sameSearch(contents, { ...contents, sort: 'oldest' })).toBe(false);
  });

  test('is the one that says just this, else the one chosen last, unless nothing is searched for', () => {
    const searches = [search('a'), search('b')];
    const last = asSavedSearchId('b');
    expect(chosenSearch(searches, contents, last)).toEqual({
      search: searches[0],
      isEdited: false,
    });
    expect(chosenSearch(searches, tagged, last)).toEqual({ search: searches[1], isEdited: true });
    expect(chosenSearch(searches, tagged, null)).toBeNull();
    expect(chosenSearch(searches, { ...contents, text: '' }, last)).toBeNull();
  });
});
