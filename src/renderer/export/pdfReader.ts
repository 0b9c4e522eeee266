import { getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Reads PDFs of our own making with pdf.js, in a thread of its own. */
export interface PdfReader {
  /** Rejects when the bytes are no PDF. */
  readonly open: (bytes: Uint8Array) => Promise<PdfPages>;
  /** Ends the thread; what it read can be drawn no more. */
  readonly close: () => void;
}

/** Pages of a PDF, to be drawn. */
export interface PdfPages {
  readonly count: number;
  /** Of the first page, in points; all others are as large. */
  readonly width: number;
  readonly height: number;
  /** Draws a page (from 1) as wide as the canvas, in its own pixels. Rejects when the PDF was closed. */
  readonly draw: (page: number, canvas: HTMLCanvasElement) => Promise<void>;
  readonly close: () => void;
}

/** Starts the thread. */
export function startPdfReader(): PdfReader {
  const thread = new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module' });
  const worker = PDFWorker.create({ port: thread });
  return {
    open: async (bytes) => {
      const task = getDocument({
        // Copied: pdf.js hands the bytes to its thread and leaves an empty array behind.
        // oxlint-disable-next-line id-denylist -- the library's own name
        data: bytes.slice(),
        worker,
        isEvalSupported: false,
        // The page's policy allows no WebAssembly; Chromium writes no picture that needs it.
        useWasm: false,
      });
      const pdf = await task.promise;
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      return {
        count: pdf.numPages,
        width,
        height,
        draw: (page, canvas) => draw(pdf, page, canvas),
        close: () => void task.destroy(),
      };
    },
    close: () => {
      worker.destroy();
      thread.terminate();
    },
  };
}

async function draw(pdf: PDFDocumentProxy, page: number, canvas: HTMLCanvasElement): Promise<void> {
  const sheet = await pdf.getPage(page);
  const scale = canvas.width / sheet.getViewport({ scale: 1 }).width;
  await sheet.render({ canvas, viewport: sheet.getViewport({ scale }) }).promise;
}
