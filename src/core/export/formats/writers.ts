import type { ExportFormat } from '../../../shared/exportModel.ts';
import type { FormatWriter, WriterTools } from './formatWriter.ts';

/** A format as an export needs to know it. */
export interface FormatRow {
  /** One file, or a folder of files. */
  readonly shape: 'file' | 'folder';
  /** Of the file, without a dot; of a folder empty. */
  readonly extension: string;
  /** What is asked of each post: `facts` = no HTML, headings, problems or file, which makes it a hundred times faster. */
  readonly needs: 'all' | 'facts';
  /** Bytes that the shortest post takes; what is asked of a disk before the work. */
  readonly leastBytes: number;
  /** Whether posts can stand in parts, by source or month; they come in the order of these then. */
  readonly hasParts?: boolean;
  /** Loads the writer and starts it. */
  readonly start: (tools: WriterTools) => Promise<FormatWriter>;
}

/** A format that a writer writes; a PDF is made by Chromium. */
export type WrittenFormat = Exclude<ExportFormat, 'pdf'>;

/** The writers there are. A format that is missing here is offered nowhere. */
const rows: Readonly<Partial<Record<WrittenFormat, FormatRow>>> = {
  epub: {
    shape: 'file',
    extension: 'epub',
    needs: 'all',
    hasParts: true,
    leastBytes: 1_000,
    start: async (tools) => (await import('./epubBook.ts')).createEpub(tools),
  },
  html: {
    shape: 'file',
    extension: 'html',
    needs: 'all',
    hasParts: true,
    leastBytes: 600,
    start: async (tools) => (await import('./singleHtml.ts')).createSingleHtml(tools),
  },
  markdown: {
    shape: 'folder',
    extension: '',
    needs: 'all',
    leastBytes: 200,
    start: async (tools) => (await import('./markdownFolder.ts')).createMarkdownFolder(tools),
  },
  jsonl: {
    shape: 'file',
    extension: 'jsonl',
    needs: 'all',
    leastBytes: 500,
    start: async (tools) => (await import('./jsonLines.ts')).createJsonLines(tools),
  },
  csv: {
    shape: 'file',
    extension: 'csv',
    needs: 'facts',
    leastBytes: 60,
    start: async (tools) => (await import('./csvTable.ts')).createCsvTable(tools),
  },
  bib: {
    shape: 'file',
    extension: 'bib',
    needs: 'facts',
    leastBytes: 60,
    start: async (tools) => (await import('./citationList.ts')).createBibtexList(tools),
  },
  ris: {
    shape: 'file',
    extension: 'ris',
    needs: 'facts',
    leastBytes: 60,
    start: async (tools) => (await import('./citationList.ts')).createRisList(tools),
  },
  csl: {
    shape: 'file',
    extension: 'json',
    needs: 'facts',
    leastBytes: 60,
    start: async (tools) => (await import('./citationList.ts')).createCslList(tools),
  },
};

/** The writer of a format; null when there is none (yet). */
export function formatRow(format: WrittenFormat): FormatRow | null {
  return rows[format] ?? null;
}
