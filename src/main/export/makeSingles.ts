import type { TakenSingle } from '../../core/exporting/pdfSingles.ts';
import type { PdfMaking } from './makePdfs.ts';
import { tryPrint } from './tryPrint.ts';

/** A file whose body is printed, and what the thread makes of it. */
interface PrintedFile {
  readonly file: number;
  readonly taken: Promise<TakenSingle>;
}

/**
 * Makes a file for each post. The thread joins one and composes the next while the window prints: heads and feet follow
 * one post behind. A post that cannot be had or printed costs its own file and is told in the summary. Answers the pages
 * of all files. Throws `AppError`.
 */
export async function makeSingles(making: PdfMaking, files: number): Promise<number> {
  const { composer, report } = making;
  const compose = (file: number): Promise<{ html: string | null; title: string } | null> =>
    file < files ? heeded(composer.ask<'single'>({ kind: 'single', file })) : Promise.resolve(null);
  let pages = 0;
  let before: PrintedFile | null = null;
  let next = compose(0);
  for (let file = 0; file < files; file++) {
    const composed = await next;
    next = compose(file + 1);
    report({
      stage: 'printing',
      donePosts: file,
      donePages: pages,
      title: composed?.title ?? null,
    });
    const html = composed?.html ?? null;
    const printed: PrintedFile | null =
      html === null ? null : await printSingle(making, file, html);
    pages += await complete(making, before);
    before = printed;
  }
  pages += await complete(making, before);
  report({ stage: 'printing', donePosts: files, donePages: pages });
  return pages;
}

/** It is awaited only after other work, which may fail first. */
function heeded<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Prints a post and hands the print on; null when it cannot be printed, which is noted. */
async function printSingle(
  making: PdfMaking,
  file: number,
  html: string,
): Promise<PrintedFile | null> {
  const { composer } = making;
  const pdf = await tryPrint(making, html, { isTagged: true });
  if (typeof pdf !== 'string') {
    return { file, taken: heeded(composer.ask<'takeSingle'>({ kind: 'takeSingle', file, pdf })) };
  }
  await composer.ask<'dropSingle'>({ kind: 'dropSingle', file, message: pdf });
  return null;
}

/** Prints the heads and feet of a file, which is complete then. Answers its pages, 0 when it had to be given up. */
async function complete(making: PdfMaking, printed: PrintedFile | null): Promise<number> {
  if (printed === null) return 0;
  const { composer } = making;
  const { file } = printed;
  let { pageCount, sheets } = await printed.taken;
  while (sheets !== null) {
    const pdf = await tryPrint(making, sheets, { isTagged: false });
    if (typeof pdf === 'string') {
      await composer.ask<'dropSingle'>({ kind: 'dropSingle', file, message: pdf });
      return 0;
    }
    const kind = 'takeSingleSheets';
    ({ sheets } = await composer.ask<'takeSingleSheets'>({ kind, file, pdf }));
  }
  return pageCount;
}
