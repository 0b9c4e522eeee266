import { expect, test } from 'vitest';
import { proposedName } from '../../../src/core/export/proposedName.ts';

const plain = {
  title: '',
  postTitle: null,
  query: null,
  archive: '江汀报刊资料库',
  today: '2026-11-22',
};

test('a book is called after its title, a post alone after its own, a result after what was searched for', () => {
  expect(proposedName({ ...plain, title: '灯塔剪报', query: '灯塔' })).toBe('灯塔剪报');
  expect(proposedName({ ...plain, postTitle: 'The harbour opens', query: 'boats' })).toBe(
    'The harbour opens',
  );
  expect(proposedName({ ...plain, query: '灯塔 source:江汀日报' })).toBe('灯塔 source 江汀日报');
  expect(proposedName(plain)).toBe('江汀报刊资料库 2026-11-22');
});

test('no name is a path, empty or too long', () => {
  expect(proposedName({ ...plain, title: '../../etc/passwd' })).toBe('etc passwd');
  expect(proposedName({ ...plain, query: '  ' })).toBe('江汀报刊资料库 2026-11-22');
  const long = proposedName({ ...plain, title: '长'.repeat(300) });
  expect(new TextEncoder().encode(`${long}.markdown`).length).toBeLessThanOrEqual(255);
});
