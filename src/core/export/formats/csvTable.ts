import type { ExportedPost } from '../../../shared/exportModel.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../../shared/text/csvText.ts';
import type { FormatWriter, WriterTools } from './formatWriter.ts';
import { shownAnnotations, type ShownAnnotations } from './shownAnnotations.ts';

type Cell = (exported: ExportedPost, annotations: ShownAnnotations) => string;

/** The columns in their order; promised in docs/export.md. */
const COLUMNS: readonly (readonly [name: string, cell: Cell])[] = [
  ['path', ({ post }) => post.path],
  ['title', ({ post }) => post.title],
  ['date', ({ post }) => post.date ?? ''],
  ['day', ({ post }) => post.day ?? ''],
  ['year', ({ post }) => post.day?.slice(0, 4) ?? ''],
  ['month', ({ post }) => post.day?.slice(0, 7) ?? ''],
  ['source', ({ post }) => post.source ?? ''],
  ['author', ({ post }) => post.author ?? ''],
  ['tags', ({ post }) => joined(post.tags)],
  ['categories', ({ post }) => joined(post.categories)],
  ['labels', (_post, { labels }) => joined(labels)],
  ['url', ({ post }) => post.url ?? ''],
  ['lang', ({ post }) => post.lang],
  ['kind', ({ post }) => post.kind],
  ['draft', ({ post }) => yesOrNo(post.isDraft)],
  ['characters', ({ post }) => String(post.characterCount)],
  ['read', ({ post }) => yesOrNo(post.isRead)],
  ['bookmarked', ({ post }) => yesOrNo(post.isBookmarked)],
  ['highlights', ({ annotations }) => String(annotations.highlights.length)],
  ['note', (_post, { note }) => note ?? ''],
];

/** A table of metadata and facets, one post a row. The texts are not in it: spreadsheet programs cut long cells. */
export function createCsvTable({ write, options }: WriterTools): FormatWriter {
  let head = `${BYTE_ORDER_MARK}${csvLine(COLUMNS.map(([name]) => name))}`;
  return {
    add: async (exported) => {
      const annotations = shownAnnotations(exported, options);
      const row = csvLine(COLUMNS.map(([, cell]) => cell(exported, annotations)));
      await write(`${head}${row}`);
      head = '';
    },
    finish: () => Promise.resolve(),
  };
}

/** `true` and `false`, as spreadsheet programs and pandas read them. */
const yesOrNo = (is: boolean): string => String(is);

/** Several values in one cell: `; ` between them, `\;` and `\\` within one. */
const joined = (values: readonly string[]): string =>
  values.map((value) => value.replaceAll(/[\\;]/gu, (sign) => `\\${sign}`)).join('; ');
