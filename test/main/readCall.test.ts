import { describe, expect, test } from 'vitest';
import { readCall } from '../../src/main/readCall.ts';
import { noFilters } from '../../src/shared/defaults.ts';
import { calls } from '../../src/shared/contract.ts';
import { AppError } from '../../src/shared/result.ts';

const archiveId = '0123456789abcdef';
const query = {
  archiveId,
  text: '供应链',
  filters: noFilters,
  sort: 'newest',
  offset: 0,
  limit: 50,
};

describe('a call as it arrives', () => {
  test('a channel of the contract with an input of its shape passes', () => {
    expect(readCall('posts.search', query)).toEqual(['posts.search', query]);
    expect(readCall('archives.list', undefined)).toEqual(['archives.list', undefined]);
  });

  test.each([
    ['a channel nobody answers', 'shell.run', undefined],
    ['a name every object has', 'constructor', undefined],
    ['a name every object has', '__proto__', undefined],
    ['no channel', undefined, undefined],
    ['a channel that is no text', ['archives.list'], undefined],
    ['an input where none belongs', 'archives.list', {}],
    ['an archive id with a path in it', 'archives.open', { archiveId: '../../../../etc' }],
    ['a further field', 'archives.open', { archiveId, folder: '/' }],
    ['more rows than a page has', 'posts.search', { ...query, limit: 1_000_000 }],
    ['a negative place', 'posts.search', { ...query, offset: -1 }],
    ['an order that is none', 'posts.search', { ...query, sort: 'random()' }],
    [
      'a number that is none',
      'posts.setPosition',
      { archiveId, path: 'a.md', position: NaN, passage: null },
    ],
    ['an id that is no whole number', 'posts.setRead', { archiveId, ids: [1.5], isRead: true }],
    ['a list with a hole', 'posts.setRead', { archiveId, ids: [1, undefined, 3], isRead: true }],
    ['an endless text', 'links.open', { url: `https://e.org/${'a'.repeat(10_000)}` }],
  ])('%s is refused', (_name, channel, input) => {
    let thrown: unknown = null;
    try {
      readCall(channel, input);
    } catch (caught) {
      thrown = caught;
    }
    expect(thrown).toBeInstanceOf(AppError);
    expect(thrown).toMatchObject({ code: 'bad-input' });
  });

  test('every channel refuses an input of foreign shape', () => {
    for (const channel of Object.keys(calls)) {
      expect(() => readCall(channel, Symbol.for('foreign')), channel).toThrow(AppError);
    }
  });
});
