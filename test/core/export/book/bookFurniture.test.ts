import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { planBook } from '../../../../src/core/export/book/book.ts';
import type { SheetPage } from '../../../../src/core/export/book/bookModel.ts';
import { parseHeadTemplate } from '../../../../src/core/export/book/headTemplate.ts';
import { defaultExportOptions } from '../../../../src/shared/defaults.ts';
import type { ExportOptions } from '../../../../src/shared/exportModel.ts';
import { makePost } from '../makePost.ts';

const sheet = (page: number, begun: readonly string[], running: string | null): SheetPage => ({
  page,
  begun,
  running,
});

/** Cells of head and foot of each page, by their words. */
const lines = (
  options: Partial<ExportOptions>,
  sheets: readonly SheetPage[],
): readonly (readonly string[])[] => {
  const plan = planBook({
    posts: [
      makePost({ title: '港口清晨', path: 'a.md', day: '2024-01-02' }),
      makePost({ title: '<b>Two</b>', path: 'b.md', source: null, day: null, lang: 'en' }),
    ],
    options: { ...defaultExportOptions, parts: 'month', title: '海雾', ...options },
    language: 'zh',
    archiveName: '江汀报刊',
    query: null,
    madeAt: new Date(),
    bookStyles: [],
    furnitureStyles: [],
  });
  const html = plan.furnitureDocument({ sheets, pageCount: 12 }) ?? '';
  return html
    .split('<div class="sheet">')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<div>(?<cell>.*?)<\/div>/gu)].map(({ groups }) =>
        textContent(parseDocument(groups?.['cell'] ?? '')),
      ),
    );
};

describe('heads and feet', () => {
  test('say of each page what its template asks for', () => {
    const options = {
      header: '{source} | {title} | {date}',
      footer: '{archive}·{book} | {page} / {pages}',
    };
    expect(lines(options, [sheet(3, ['p0'], 'part0'), sheet(4, [], 'p0')])).toEqual([
      ['江汀日报', '港口清晨', '2024年1月2日', '江汀报刊·海雾', '3 / 12'],
      ['江汀日报', '港口清晨', '2024年1月2日', '江汀报刊·海雾', '4 / 12'],
    ]);
  });

  test('leave the cover alone, and name contents and parts wherever there is a place for a name', () => {
    const sheets = [
      sheet(1, ['cover'], null),
      sheet(2, ['contents'], null),
      sheet(3, ['part0'], null),
    ];
    expect(lines({ header: '{source} | {date}', hasFooter: false }, sheets)).toEqual([
      [],
      ['海雾', '目录'],
      ['海雾', '2024年1月'],
    ]);
    expect(lines({ header: '{title} | {date}', hasFooter: false }, sheets)[1]).toEqual([
      '目录',
      '',
    ]);
    expect(lines({ header: '{source}', hasFooter: false }, sheets)[2]).toEqual(['2024年1月']);
  });

  test('name the first post that begins on a page, else the one that goes on', () => {
    const options = { header: '{title}', hasFooter: false };
    expect(lines(options, [sheet(5, ['p0', 'p1'], 'part0'), sheet(6, [], 'p1')])).toEqual([
      ['港口清晨'],
      ['<b>Two</b>'],
    ]);
  });

  test('leave out the words beside a field with nothing to say', () => {
    const options = { header: '{source}，{date} | {title}', hasFooter: false };
    expect(lines(options, [sheet(5, ['p1'], null)])).toEqual([['海雾', '<b>Two</b>']]);
  });

  test.each([
    ['{source} · {date} · {title}', '海雾 · <b>Two</b>'],
    ['{source}, {date} — {title}', '海雾 — <b>Two</b>'],
    ['{source}（{date}）{title}', '海雾 <b>Two</b>'],
    ['{source}{date}{title}', '海雾<b>Two</b>'],
    ['第 {date} 日 · {title} · {page}', '<b>Two</b> · 5'],
  ])('what stood on both sides of it stays apart: %s', (header, words) => {
    expect(lines({ header, hasFooter: false }, [sheet(5, ['p1'], null)])).toEqual([[words]]);
  });

  test('are none where none are wanted', () => {
    expect(lines({ hasHeader: false, hasFooter: false }, [sheet(1, [], null)])).toEqual([]);
    expect(lines({ header: ' ', footer: '' }, [sheet(1, [], null)])).toEqual([]);
  });
});

test('a template has up to three cells; what is no field is words', () => {
  const field = (name: string) => ({ kind: 'field', field: name });
  const words = (text: string) => ({ kind: 'text', text });
  expect(parseHeadTemplate('')).toEqual([]);
  expect(parseHeadTemplate('{page}')).toEqual([[field('page')]]);
  expect(parseHeadTemplate(' a {x} {title} | ')).toEqual([[words('a {x} '), field('title')], []]);
  expect(parseHeadTemplate('a|b|c|{page}')).toEqual([
    [words('a')],
    [words('b')],
    [words('c|'), field('page')],
  ]);
});
