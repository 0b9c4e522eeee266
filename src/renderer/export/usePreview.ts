import { useEffect, useRef, useState } from 'react';
import type { ExportOptions, ExportPreview } from '../../shared/exportModel.ts';
import type { Result } from '../../shared/result.ts';
import { useApi, useAppContext } from '../state/store.ts';
import { warmPreview } from '../state/warmPreview.ts';
import type { ExportOrder } from './exportOrder.ts';
import type { PdfPages, PdfReader } from './pdfReader.ts';
import { restBefore } from './previewRest.ts';

/** What can be shown of an export. */
type Made =
  /** Nothing to show: no posts, or a format that is nothing to look at. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'pages';
      readonly pages: PdfPages;
      /** See `ExportPreview`. */
      readonly pageCount: number;
      readonly byteCount: number;
      readonly isWhole: boolean;
    }
  | { readonly kind: 'text'; readonly text: string; readonly file: string | null }
  | { readonly kind: 'failed'; readonly message: string };

/** The first pages or lines of an export; `isLate` while others are being made, since something was changed. */
export type Preview = (Made | { readonly kind: 'making' }) & { readonly isLate: boolean };

/** Makes previews of what the dialog would export, one after the other; none while `isPaused` (the export itself runs). */
export function usePreview(order: ExportOrder, isPaused: boolean): Preview {
  const api = useApi();
  const { store } = useAppContext();
  const isPdf = order.options.format === 'pdf';
  const reader = useReader(isPdf);
  const [last, setLast] = useState<{ readonly of: ExportOrder; readonly made: Made } | null>(null);
  useEffect(() => {
    // What takes long to open opened with the dialog, unless another format was chosen then.
    if (isPdf) warmPreview({ store, api });
  }, [store, api, isPdf]);
  const asked = useRef<ExportOptions | null>(null);
  useEffect(() => {
    if (isPaused) return undefined;
    const run = { isWanted: true };
    const make = async (): Promise<void> => {
      asked.current = order.options;
      const answer = await api.call('export.preview', order);
      // What was given up for another one says nothing.
      if (!run.isWanted || (!answer.ok && answer.error.code === 'cancelled')) return;
      const made = await readPreview(answer, reader).catch(failed);
      if (run.isWanted) setLast({ of: order, made });
      else if (made.kind === 'pages') made.pages.close();
    };
    const timer = setTimeout(() => void make(), restBefore(asked.current, order.options));
    return () => {
      run.isWanted = false;
      clearTimeout(timer);
    };
  }, [api, reader, order, isPaused]);
  const pages = last?.made.kind === 'pages' ? last.made.pages : null;
  useEffect(() => () => pages?.close(), [pages]);
  useEffect(() => () => void api.call('export.dropPreview', undefined), [api]);
  if (last === null) return { kind: 'making', isLate: true };
  return { ...last.made, isLate: last.of !== order && !isPaused };
}

const failed = (thrown: unknown): Made => ({
  kind: 'failed',
  message: thrown instanceof Error ? thrown.message : String(thrown),
});

async function readPreview(
  answer: Result<ExportPreview | null>,
  reader: () => Promise<PdfReader>,
): Promise<Made> {
  if (!answer.ok) return { kind: 'failed', message: answer.error.message };
  const { value } = answer;
  if (value === null) return { kind: 'none' };
  if (value.kind === 'text') return { kind: 'text', text: value.text, file: value.file };
  const { pdf, pageCount, byteCount, isWhole } = value;
  const pages = await (await reader()).open(pdf);
  return { kind: 'pages', pages, pageCount, byteCount, isWhole };
}

/**
 * The thread that reads PDFs, started with the dialog where it shows one and ended with it. The library comes with it:
 * nothing else needs it, least of all the start of the window.
 */
function useReader(isWanted: boolean): () => Promise<PdfReader> {
  const kept = useRef<Promise<PdfReader> | null>(null);
  const [get] = useState(() => () => {
    kept.current ??= import('./pdfReader.ts').then(({ startPdfReader }) => startPdfReader());
    return kept.current;
  });
  useEffect(() => {
    // Whoever reads the first PDF hears of a failure.
    if (isWanted) get().catch(() => undefined);
  }, [get, isWanted]);
  useEffect(
    () => () => {
      void kept.current?.then((reader) => reader.close());
      kept.current = null;
    },
    [],
  );
  return get;
}
