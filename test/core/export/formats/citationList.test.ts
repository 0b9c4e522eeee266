import { Cite } from '@citation-js/core';
// oxlint-disable import/no-unassigned-import -- they register their readers with the library
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import type { ExportedPost } from '../../../../src/shared/exportModel.ts';
import { annotated, exported, written } from './writing.ts';

/** The entries of a file as the citation library reads them; our own code writes, none of it reads. */
const readBack = (text: string): unknown => new Cite(text).format('data', { format: 'object' });

const POSTS: readonly ExportedPost[] = [
  exported(
    {
      title: '海塘加固 50% 完工 & {验收}',
      source: '潮声晚报',
      author: '张三、李四',
      url: 'https://chaosheng.example/2021_05/23.html?a=1&b=2',
      tags: ['海塘', 'a, b'],
      categories: ['本地'],
    },
    { annotations: annotated('要引用', '雾') },
  ),
  exported({ title: 'No source', source: null, date: null, day: null, lang: 'en' }),
  exported({ path: 'other/2024-01-02-one.md', title: 'Of the same name', author: 'Ann B. Smith' }),
];

describe.each(['bib', 'ris', 'csl'] as const)('citations as %s', (format) => {
  test('are read back by a reference manager’s reader, each with a key of its own', async () => {
    const entries = readBack(await written(format, POSTS));
    // Its reader of RIS passes over the writer of a newspaper article, and takes of the day only the year.
    const [day, author] =
      format === 'ris'
        ? [[2024], {}]
        : [[2024, 1, 2], { author: [{ family: 'Smith', given: 'Ann B.' }] }];
    expect(entries).toMatchObject([
      {
        title: '海塘加固 50% 完工 & {验收}',
        'container-title': '潮声晚报',
        URL: 'https://chaosheng.example/2021_05/23.html?a=1&b=2',
        issued: { 'date-parts': [day] },
      },
      { title: 'No source' },
      { title: 'Of the same name', ...author },
    ]);
    const ids = (Array.isArray(entries) ? entries : []).map((entry) => String(Object(entry).id));
    expect(new Set(ids).size).toBe(POSTS.length);
  });

  test('carry tags as keywords and the reader’s note, which can be left out', async () => {
    const text = await written(format, POSTS);
    for (const word of ['海塘', 'a, b', '本地', '要引用']) expect(text).toContain(word);
    expect(await written(format, POSTS, { hasNotes: false })).not.toContain('要引用');
  });
});

test('CSL-JSON is one array, also of a single post', async () => {
  expect(JSON.parse(await written('csl', POSTS.slice(1, 2)))).toHaveLength(1);
});

test('RIS has a line for each keyword and ends its lines with CRLF', async () => {
  const lines = (await written('ris', POSTS)).split('\r\n');
  expect(lines.filter((line) => line.startsWith('KW'))).toEqual([
    'KW  - 海塘',
    'KW  - a, b',
    'KW  - 本地',
  ]);
  expect(lines.join('')).not.toContain('\n');
  expect(lines).toContain('AU  - Smith, Ann B.');
  expect(lines.filter((line) => line.startsWith('DA'))).toEqual([
    'DA  - 2024/01/02',
    'DA  - 2024/01/02',
  ]);
});

test('keys differ whatever the case of their letters, and however many files share a name', async () => {
  const names = ['a/Fog.md', 'b/fog.md', 'c/fog.md', 'd/fog-2.md', 'e/FOG.md'];
  const posts = names.map((path) => exported({ path, day: null }));
  const entries: unknown = JSON.parse(await written('csl', posts));
  const ids = (Array.isArray(entries) ? entries : []).map((entry) => String(Object(entry).id));
  expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(names.length);
});
