import { describe, expect, test } from 'vitest';
import { usesRow, type OptionRow } from '../../../../src/shared/formatOptions.ts';
import { defaultExportOptions } from '../../../../src/shared/defaults.ts';
import { exportFormats, type ExportOptions } from '../../../../src/shared/exportModel.ts';
import { makeBook } from './booksOf.ts';
import { makeHighlight } from '../makeHighlight.ts';
import { annotated, exported, written } from './writing.ts';

const uses = (
  format: ExportOptions['format'],
  row: OptionRow,
  {
    layout = 'merged',
    isAlone = false,
  }: { layout?: ExportOptions['layout']; isAlone?: boolean } = {},
): boolean => usesRow({ options: { format, layout }, isAlone }, row);

/** For rows that text formats can have, a choice other than the usual one. */
const CHOICES = {
  title: { title: '新书' },
  subtitle: { subtitle: '一卷' },
  cover: { hasCover: false },
  contents: { hasContents: false },
  parts: { parts: 'source' },
  typeface: { typeface: 'sans' },
  metadata: { hasMetadata: false },
  originalLink: { hasOriginalLink: true },
  pictures: { hasPictures: false },
  endnotes: { hasEndnotes: true },
  sourceIndex: { hasSourceIndex: true },
  highlights: { hasHighlights: false },
  notes: { hasNotes: false },
  pages: { pageSize: 'A5', margins: 'wide', orientation: 'landscape' },
  size: { sizePoints: 17, leading: 2.2, columns: 2 },
  starts: { starts: 'running' },
  furniture: { hasHeader: false, footer: 'x' },
  outline: { hasOutline: false },
  notesAt: { notesAt: 'end' },
  ink: { ink: 'saving' },
} as const satisfies Partial<Record<OptionRow, Partial<ExportOptions>>>;

const ROWS = Object.keys(CHOICES).filter((row): row is keyof typeof CHOICES => row in CHOICES);

const POSTS = [
  exported(
    {
      path: 'a.md',
      source: '江汀日报',
      url: 'https://paper.example/a',
      html: '<p>雾散了。</p><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" alt="雾">',
    },
    {
      annotations: {
        ...annotated('整篇的话', '雾'),
        highlights: [makeHighlight('雾散了。', '散了', { note: '几点？' })],
      },
    },
  ),
  exported({ path: 'b.md', source: 'Gazette', url: 'https://paper.example/b', title: 'Ferry' }),
];

async function madeAs(
  format: ExportOptions['format'],
  options: Partial<ExportOptions>,
): Promise<string> {
  if (format === 'html' || format === 'epub') {
    const { bytes } = await makeBook(format, POSTS, { options });
    return bytes.toString('latin1');
  }
  if (format === 'pdf' || format === 'markdown') throw new Error('Not a text in one file.');
  return written(format, POSTS, options);
}

describe.each(['html', 'epub', 'jsonl', 'csv', 'bib', 'ris', 'csl'] as const)(
  'a row of %s',
  (format) => {
    test('is there exactly where its choice changes what is made', async () => {
      const usual = await madeAs(format, {});
      const differ: string[] = [];
      for (const row of ROWS) {
        if ((await madeAs(format, CHOICES[row])) !== usual) differ.push(row);
      }
      expect(differ).toEqual(ROWS.filter((row) => uses(format, row)));
    });
  },
);

describe('rows', () => {
  test('of a PDF are all there for a book of several posts', () => {
    for (const row of ROWS) expect(uses('pdf', row), row).toBe(true);
  });

  test('that are about several posts go for one, and for one file each', () => {
    for (const row of ['cover', 'contents', 'parts', 'starts', 'sourceIndex', 'order'] as const)
      expect(uses('pdf', row, { isAlone: true }), row).toBe(false);
    expect(uses('pdf', 'title', { isAlone: true })).toBe(true);
    expect(uses('pdf', 'title', { layout: 'separate', isAlone: true })).toBe(false);
    expect(uses('pdf', 'pages', { isAlone: true })).toBe(true);
  });

  test('every format but a folder of files has an order', () => {
    const ordered = exportFormats.filter((format) => uses(format, 'order'));
    expect(ordered).toEqual(exportFormats.filter((format) => format !== 'markdown'));
    expect(defaultExportOptions.order).toBe('listed');
  });
});
