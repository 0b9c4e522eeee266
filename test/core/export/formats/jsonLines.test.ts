import { describe, expect, test } from 'vitest';
import { annotated, exported, written } from './writing.ts';

/** Read as researchers read it: line by line, each by a JSON parser. */
const linesOf = (text: string): readonly unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

/** The keys promised in docs/export.md, in their order. */
const KEYS = [
  'path',
  'title',
  'date',
  'day',
  'source',
  'author',
  'tags',
  'categories',
  'url',
  'lang',
  'kind',
  'draft',
  'characters',
  'text',
  'html',
  'headings',
  'frontMatter',
  'body',
  'bodyKind',
  'filePresent',
  'readAs',
  'problems',
  'read',
  'bookmarked',
  'labels',
  'note',
  'highlights',
];

describe('JSON Lines', () => {
  test('every line has the same keys, whatever the post has', async () => {
    const text = await written('jsonl', [
      exported(),
      exported(
        { source: null, date: null, day: null, readAs: { charset: 'big5', scope: 'file' } },
        {
          annotations: annotated('好', '雾'),
          fields: { layout: 'post', n: 3, list: ['a', { b: null }] },
          file: {
            frontMatter: 'n: 3',
            frontMatterKind: 'yaml',
            body: '*雾*',
            bodyKind: 'markdown',
          },
        },
      ),
    ]);
    const lines = linesOf(text);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(Object.keys(Object(line))).toEqual(KEYS);
    expect(lines[1]).toMatchObject({
      text: '雾散了。',
      frontMatter: { layout: 'post', n: 3, list: ['a', { b: null }] },
      body: '*雾*',
      bodyKind: 'markdown',
      readAs: 'big5',
      labels: ['要读', 'a; b'],
      note: '好',
      highlights: [
        {
          pen: 'green',
          quote: '雾',
          note: '为什么？',
          prefix: '',
          suffix: '。',
          position: [0, 2],
          createdAt: '2024-01-02T00:00:00.000Z',
          changedAt: '2024-01-03T00:00:00.000Z',
        },
      ],
    });
  });

  test('no program finds a line end within a line, and no half characters', async () => {
    const text = 'a\u2028b\u2029c\u0085d\ne\r\nf\vg\fh\u001Ci \uD83D end 😀';
    const out = await written('jsonl', [exported({ title: text }, { text })]);
    // As `str.splitlines` of Python cuts.
    expect(out.split(/\r\n|[\n\r\v\f\u001C-\u001E\u0085\u2028\u2029]/u)).toHaveLength(2);
    expect(out).not.toMatch(/\\ud[89a-f]/iu);
    expect(linesOf(out)).toMatchObject([{ text: text.replace('\uD83D ', '\uFFFD ') }]);
  });

  test('highlights and notes can be left out; the keys stay', async () => {
    const post = exported({}, { annotations: annotated('好', '雾') });
    const notes = linesOf(await written('jsonl', [post], { hasNotes: false }));
    expect(notes).toMatchObject([{ note: null, highlights: [{ quote: '雾', note: null }] }]);
    const marks = linesOf(await written('jsonl', [post], { hasHighlights: false }));
    expect(marks).toMatchObject([{ note: '好', highlights: [], labels: ['要读', 'a; b'] }]);
  });
});
