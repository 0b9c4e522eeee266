import { describe, expect, test } from 'vitest';
import { pageStyle } from '../../../src/core/export/pageGeometry.ts';
import { defaultExportOptions } from '../../../src/shared/defaults.ts';
import { orderPosts, pageGeometry } from '../../../src/shared/exportLayout.ts';
import { makePost } from './makePost.ts';

describe('the order of a book', () => {
  const posts = [
    makePost({ path: 'c', date: null, source: '甲报' }),
    makePost({ path: 'b', date: '2024-02-01', source: '乙报' }),
    makePost({ path: 'a', date: '2023-02-01', source: null }),
  ];
  test.each([
    ['listed', ['c', 'b', 'a']],
    ['date', ['a', 'b', 'c']],
    ['source', ['b', 'c', 'a']],
  ] as const)('%s', (order, paths) => {
    expect(orderPosts(posts, order).map((post) => post.path)).toEqual(paths);
  });
});

describe('page geometry', () => {
  test('landscape turns the paper', () => {
    expect(pageGeometry({ ...defaultExportOptions, orientation: 'landscape' })).toEqual({
      width: 297,
      height: 210,
      margins: { top: 20, right: 20, bottom: 20, left: 20 },
    });
  });
  test('the style sheet carries paper, margins and type size', () => {
    const style = pageStyle({
      ...defaultExportOptions,
      pageSize: 'A5',
      margins: 'wide',
      sizePoints: 9,
    });
    expect(style).toContain('size: 148mm 210mm; margin: 28mm');
    expect(style).toContain('9pt');
  });
});
