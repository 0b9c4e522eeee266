import { expect, test } from 'vitest';
import { dropSuperseded } from '../../src/core/supersede.ts';
import type { CoreRequest } from '../../src/core/workerMessages.ts';
import { noFilters } from '../../src/shared/defaults.ts';

function search(
  id: number,
  text: string,
  more: { offset?: number; archiveId?: string } = {},
): CoreRequest {
  const input = {
    archiveId: 'a'.repeat(16),
    text,
    filters: noFilters,
    sort: 'newest',
    offset: 0,
    limit: 50,
    ...more,
  };
  return { id, channel: 'posts.search', input };
}

function sift(...waiting: readonly CoreRequest[]): { wanted: number[]; superseded: number[] } {
  const { wanted, superseded } = dropSuperseded(waiting);
  return { wanted: wanted.map(({ id }) => id), superseded: superseded.map(({ id }) => id) };
}

test('of several searches waiting only the newest is wanted', () => {
  expect(sift(search(1, 'f'), search(2, 'fe'), search(3, 'fer'))).toEqual({
    wanted: [3],
    superseded: [1, 2],
  });
});

test('pages of the newest result all stay, in order', () => {
  const waiting = [
    search(1, 'f'),
    search(2, 'fe'),
    search(3, 'fe', { offset: 50 }),
    search(4, 'fe', { offset: 100 }),
  ];
  expect(sift(...waiting)).toEqual({ wanted: [2, 3, 4], superseded: [1] });
});

test('another archive and other calls are no rivals', () => {
  const settings: CoreRequest = { id: 2, channel: 'settings.get', input: undefined };
  const elsewhere = search(3, 'x', { archiveId: 'b'.repeat(16) });
  expect(sift(search(1, 'f'), settings, elsewhere)).toEqual({ wanted: [1, 2, 3], superseded: [] });
});

test('a call that is no proper search is left to be answered', () => {
  const odd: CoreRequest = { id: 1, channel: 'posts.search', input: { archiveId: 'no' } };
  expect(sift(odd, search(2, 'f'))).toEqual({ wanted: [1, 2], superseded: [] });
});
