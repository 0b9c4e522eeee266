import { describe, expect, test } from 'vitest';
import { readTable } from '../../../support/readCsv.ts';
import { annotated, exported, written } from './writing.ts';

/** Rows by the names of the columns. */
async function table(...posts: Parameters<typeof written>[1]) {
  const text = await written('csv', posts);
  expect(text.startsWith('\uFEFF')).toBe(true);
  return readTable(text);
}

describe('CSV', () => {
  test('has metadata and facets, a post a row', async () => {
    const rows = await table(
      exported(
        { tags: ['港口', 'a;b', 'c\\d'], categories: ['x'], isRead: true, characterCount: 1234 },
        { annotations: annotated('第一行\n"第二行", 完', '雾') },
      ),
      exported({ date: null, day: null, source: null, title: 'a, "b"\r\nc' }),
    );
    expect(rows).toEqual([
      {
        path: '_posts/2024-01-02-one.md',
        title: '港口清晨',
        date: '2024-01-02T06:30:00+08:00',
        day: '2024-01-02',
        year: '2024',
        month: '2024-01',
        source: '江汀日报',
        author: '',
        tags: '港口; a\\;b; c\\\\d',
        categories: 'x',
        labels: '要读; a\\; b',
        url: '',
        lang: 'zh-Hans',
        kind: 'post',
        draft: 'false',
        characters: '1234',
        read: 'true',
        bookmarked: 'false',
        highlights: '1',
        note: '第一行\n"第二行", 完',
      },
      expect.objectContaining({
        title: 'a, "b"\r\nc',
        date: '',
        day: '',
        year: '',
        month: '',
        source: '',
        note: '',
        highlights: '0',
      }),
    ]);
  });

  test('no cell is run as a formula', async () => {
    const titles = ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'];
    for (const row of await table(...titles.map((title) => exported({ title })))) {
      expect(row['title']).toMatch(/^'/u);
    }
  });
});
