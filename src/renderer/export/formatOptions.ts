import type { ExportFormat } from '../../shared/exportModel.ts';

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
const annotated = [...everywhere, 'highlights', 'notes'] as const;
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
  markdown: [...annotated, 'pictures'],
  jsonl: annotated,
  csv: everywhere,
  bib: everywhere,
  ris: everywhere,
  csl: everywhere,
};

/** Whether a format has a use for the options of a row. */
export const usesRow = (format: ExportFormat, row: OptionRow): boolean =>
  rows[format].includes(row);

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
