import { describe, expect, test } from 'vitest';
import { dirtyPath, joinDirty, matters } from '../../../src/core/watching/dirtyPaths.ts';
import { scanInterval } from '../../../src/core/watching/remoteFolder.ts';

describe('what to look at when a path changed', () => {
  test.each([
    ['a post', 'a.md', 'a.md'],
    ['a post in folders', '2022/05/a "b"\n%20.md', '2022/05/a "b"\n%20.md'],
    ['a folder, or a file that is gone and may have been one', '2022/old', '2022/old'],
    ['a post whose name begins with a dot', '2022/.a.md', '2022/.a.md'],
    ['an editor’s swap file', '.a.md.swp', undefined],
    ['a file of git', '.git/refs/heads/main', undefined],
    ['a package', 'sub/node_modules/x/README.md', undefined],
    ['a name that is not UTF-8: its folder', '2022/caf\uFFFD.md', '2022'],
    ['a folder whose name is not UTF-8: the one above', '2022/caf\uFFFD/sub/a.md', '2022'],
    ['such a name at the top: everything', 'caf\uFFFD.md', ''],
  ])('%s', (_what, changed, expected) => {
    expect(dirtyPath('/archive', `/archive/${changed}`)).toBe(expected);
    expect(dirtyPath('/', `/${changed}`)).toBe(expected);
  });

  test('the archive itself', () => {
    expect(dirtyPath('/archive', '/archive')).toBe('');
  });

  test('paths of Windows become ours', () => {
    expect(dirtyPath('C:\\archive', 'C:\\archive\\2022\\a.md')).toBe('2022/a.md');
    expect(dirtyPath('C:\\', 'C:\\2022\\a.md')).toBe('2022/a.md');
  });
});

test('posts and configurations matter, pictures do not', () => {
  expect(['a/b.MD', '_config.yml', 'x/hugo.toml', 'a.txt'].map(matters)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['a.png', 'x/notes', 'md'].map(matters)).toEqual([false, false, false]);
});

test('a path is kept once, and a flood of paths means everything', () => {
  expect(joinDirty(['a', 'b'], ['b', 'c'])).toEqual(['a', 'b', 'c']);
  expect(joinDirty(['a'], null)).toBeNull();
  const many = Array.from({ length: 700 }, (_none, at) => `${at}.md`);
  expect(joinDirty(many, many)).toHaveLength(700);
  expect(
    joinDirty(
      many,
      many.map((path) => `x/${path}`),
    ),
  ).toBeNull();
});

test('a folder that tells nothing is scanned the more seldom the longer a scan takes', () => {
  expect([10, 1_000, 60_000].map(scanInterval)).toEqual([15_000, 50_000, 900_000]);
});
