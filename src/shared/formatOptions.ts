import type { ExportFormat, ExportOptions } from './exportModel.ts';

/** Rows of the form; a format shows those that change what it gives. */
export type OptionRow =
  | 'layout'
  | 'pages'
  | 'typeface'
  | 'size'
  | 'order'
  | 'title'
  | 'subtitle'
  | 'cover'
  | 'contents'
  | 'parts'
  | 'starts'
  | 'furniture'
  | 'outline'
  | 'metadata'
  | 'originalLink'
  | 'endnotes'
  | 'highlights'
  | 'notes'
  | 'notesAt'
  | 'hits'
  | 'pictures'
  | 'sourceIndex'
  | 'ink';

const everywhere = ['order'] as const;
/** What the reader wrote goes out only where it is wanted. */
const noted = [...everywhere, 'notes'] as const;
const annotated = [...noted, 'highlights'] as const;
const reading = [
  ...annotated,
  'title',
  'subtitle',
  'cover',
  'contents',
  'parts',
  'typeface',
  'metadata',
  'originalLink',
  'pictures',
  'hits',
  'endnotes',
  'sourceIndex',
] as const;

const rows: Readonly<Record<ExportFormat, readonly OptionRow[]>> = {
  pdf: [...reading, 'layout', 'pages', 'size', 'starts', 'furniture', 'outline', 'notesAt', 'ink'],
  epub: reading,
  html: reading,
  // Files have names that sort by day, whatever the order.
  markdown: ['highlights', 'notes', 'originalLink', 'pictures'],
  jsonl: annotated,
  csv: noted,
  bib: noted,
  ris: noted,
  csl: noted,
};

/** Rows of a book of several posts. */
const ofSeveral: ReadonlySet<OptionRow> = new Set([
  'order',
  'subtitle',
  'cover',
  'contents',
  'parts',
  'starts',
  'endnotes',
  'sourceIndex',
]);

/** What an export is, as far as its rows depend on it. */
export interface RowUse {
  readonly options: Pick<ExportOptions, 'format' | 'layout'>;
  /** True where each file holds one post. */
  readonly isAlone: boolean;
}

/** Whether an export has a use for the options of a row: those without one are not shown. */
export function usesRow({ options, isAlone }: RowUse, row: OptionRow): boolean {
  const { format, layout } = options;
  if (isAlone && ofSeveral.has(row)) return false;
  // Each of several files has the title of its post.
  if (row === 'title' && format === 'pdf' && layout === 'separate') return false;
  return rows[format].includes(row);
}

/** What a format is called, in every language. */
export const formatNames: Readonly<Record<ExportFormat, string>> = {
  pdf: 'PDF',
  epub: 'EPUB',
  html: 'HTML',
  markdown: 'Markdown',
  jsonl: 'JSON Lines',
  csv: 'CSV',
  bib: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL-JSON',
};
