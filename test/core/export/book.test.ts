import { describe, expect, test } from 'vitest';
import { buildBook, type BookInput } from '../../../src/core/export/book.ts';
import { exportTexts } from '../../../src/core/export/exportText.ts';
import { buildFurniture } from '../../../src/core/export/furniture.ts';
import { pageStyle } from '../../../src/core/export/pageGeometry.ts';
import { orderPosts, pageGeometry } from '../../../src/shared/exportLayout.ts';
import { defaultExportOptions } from '../../../src/shared/defaults.ts';
import { makePost } from './makePost.ts';

const book = (given: Partial<BookInput>): string =>
  buildBook({
    posts: [makePost({})],
    options: defaultExportOptions,
    texts: exportTexts('en'),
    title: '江汀报刊',
    pages: null,
    styleSheets: ['app://broadsheet/a.css'],
    ...given,
  }).html;

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

describe('a merged book', () => {
  const posts = [
    makePost({ title: '甲 <b>', path: 'a.md' }),
    makePost({ title: '乙', path: 'b.md', source: null }),
  ];

  test('lists every post with its page and links to it', () => {
    const html = book({ posts, pages: [2, 17] });
    expect(html).toContain('<a href="#p0">');
    expect(html).toContain('<b>2</b>');
    expect(html).toContain('<a href="#p1">');
    expect(html).toContain('<b>17</b>');
    expect(html).toContain('2 posts, 1 source');
  });

  test('shows titles as text, never as markup', () => {
    const html = book({ posts });
    expect(html).toContain('甲 &lt;b&gt;');
    expect(html).not.toContain('甲 <b>');
  });

  test('of one post needs no contents page', () => {
    expect(book({ posts: posts.slice(0, 1) })).not.toContain('class="contents"');
  });

  test('has no contents page when each post is a file of its own', () => {
    const options = { ...defaultExportOptions, layout: 'separate' as const };
    expect(book({ posts, options })).not.toContain('class="contents"');
  });

  test('shows the day and time as written, whatever the zone of this computer', () => {
    expect(book({})).toContain('2 January 2024 06:30');
    expect(book({ texts: exportTexts('zh') })).toContain('2024年1月2日 06:30');
  });

  test('names the original only when asked to', () => {
    const withUrl = [makePost({ url: 'https://paper.example/x?a=1&b=2' })];
    const options = { ...defaultExportOptions, hasOriginalLink: true };
    expect(book({ posts: withUrl })).not.toContain('paper.example');
    expect(book({ posts: withUrl, options })).toContain(
      'href="https://paper.example/x?a=1&amp;b=2"',
    );
  });
});

describe('running heads and feet', () => {
  const posts = [
    makePost({ source: '江汀日报', day: '2024-01-02' }),
    makePost({ source: '白鹭晚报', day: '2024-01-03' }),
  ];
  const sheets = buildFurniture({
    posts,
    pages: [2, 4],
    pageCount: 5,
    options: defaultExportOptions,
    archiveName: '资料库',
    contentsLabel: '目录',
    styleSheets: [],
  })
    .split('<div class="sheet">')
    .slice(1);

  test('there is one sheet a page, each with its own number', () => {
    expect(sheets).toHaveLength(5);
    sheets.forEach((sheet, index) => expect(sheet).toContain(`${index + 1} / 5`));
  });

  test('a page names the post it belongs to, the contents pages themselves', () => {
    expect(sheets[0]).toContain('目录');
    expect(sheets[1]).toContain('江汀日报');
    expect(sheets[2]).toContain('江汀日报');
    expect(sheets[3]).toContain('白鹭晚报');
    expect(sheets[4]).toContain('2024-01-03');
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
