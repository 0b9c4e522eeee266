import { describe, expect, test } from 'vitest';
import { annotated, exported, written } from './writing.ts';

/** A reader of RFC 4180 of its own: records of cells, quotes doubled within quotes, CRLF at the end of each. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (at >= text.length) throw new Error('A quote does not end.');
        cell += text[at] ?? '';
        at += text[at] === '"' ? 2 : 1;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n') throw new Error('A cell wants quotes.');
        cell += text[at] ?? '';
        at += 1;
      }
    }
    row.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`Neither a comma nor an end of line at ${at}.`);
  }
  if (row.length > 0) throw new Error('The last record does not end.');
  return rows;
}

/** Rows by the names of the columns. */
async function table(...posts: Parameters<typeof written>[1]) {
  const text = await written('csv', posts);
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [names = [], ...rows] = readCsv(text.slice(1));
  return rows.map((row) => {
    expect(row).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, place) => [name, row[place]]));
  });
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
