import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { furnitureStyle, pageStyle } from '../../core/export/pageGeometry.ts';
import type { BookPages } from '../../core/export/pdfPages.ts';
import type { Archive, PostId, PostOutcome } from '../../shared/model.ts';
import type { ExportOptions, ExportProgress, ExportSummary } from '../../shared/exportModel.ts';
import { AppError, toFailure, type Result } from '../../shared/result.ts';
import { startComposer, type Composer } from './composer.ts';
import { createExportMeter, type ExportMeter } from './exportMeter.ts';
import type { PrintRoom, PrintWindow } from './printRoom.ts';
import { checkTarget, makeFolder } from './exportTarget.ts';
import { writeWhole } from './writeWhole.ts';

/** One export to make. */
export interface ExportJob {
  readonly jobId: string;
  readonly archive: Archive;
  readonly ids: readonly PostId[];
  readonly options: ExportOptions;
  /** Absolute path: the PDF (merged) or the folder (separate). */
  readonly target: string;
  readonly language: 'en' | 'zh';
}

/** What an export needs of the app. */
export interface ExportTools {
  readonly getPosts: (ids: readonly PostId[]) => Promise<Result<readonly PostOutcome[]>>;
  readonly printRoom: PrintRoom;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

/** Posts fetched in one call. */
const CHUNK = 50;

/** Passes after which page numbers must have settled (they stand in a column of fixed width, so two are enough). */
const MAX_PASSES = 3;

interface Run {
  readonly job: ExportJob;
  readonly tools: ExportTools;
  readonly composer: Composer;
  readonly window: PrintWindow;
  readonly report: ExportMeter;
  readonly failures: { readonly path: string; readonly message: string }[];
}

/**
 * Makes the PDF or PDFs of a job. Never rejects: the summary says how it ended. Whatever happens, no half file stands
 * under a final name, and a cancelled job leaves nothing behind.
 */
export async function runExport(job: ExportJob, tools: ExportTools): Promise<ExportSummary> {
  const failures: Run['failures'] = [];
  const ended = {
    jobId: job.jobId,
    format: job.options.format,
    target: null,
    pageCount: null,
    postCount: 0,
    byteCount: null,
    failures,
    warnings: [],
    message: null,
  };
  const closers: (() => void)[] = [];
  const closeAll = (): void => {
    for (const close of closers.splice(0)) close();
  };
  tools.signal.addEventListener('abort', closeAll);
  try {
    await checkTarget(job.target, job.options.layout);
    throwIfCancelled(tools.signal);
    const window = tools.printRoom.open(job.jobId);
    closers.push(window.close);
    const composer = await openComposer(job, tools, window);
    closers.push(composer.close);
    throwIfCancelled(tools.signal);
    const metered = { jobId: job.jobId, totalPosts: job.ids.length, layout: job.options.layout };
    const report = createExportMeter(metered, tools.onProgress);
    const run: Run = { job, tools, composer, window, failures, report };
    const titles = await collectPosts(run);
    const pageCount =
      job.options.layout === 'merged'
        ? await exportMerged(run, titles)
        : await exportSeparate(run, titles);
    return { ...ended, outcome: 'done', target: job.target, pageCount, postCount: titles.length };
  } catch (thrown) {
    const failure = toFailure(thrown);
    const isCancelled = tools.signal.aborted || failure.code === 'cancelled';
    return isCancelled
      ? { ...ended, outcome: 'cancelled' }
      : { ...ended, outcome: 'failed', message: failure.message };
  } finally {
    tools.signal.removeEventListener('abort', closeAll);
    closeAll();
  }
}

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', 'The export was cancelled.');
}

async function openComposer(
  job: ExportJob,
  tools: ExportTools,
  window: PrintWindow,
): Promise<Composer> {
  const shared = await tools.printRoom.styleSheets();
  return startComposer({
    options: job.options,
    language: job.language,
    archiveName: job.archive.name,
    title: job.archive.name,
    bookStyles: [...shared, window.addStyle('page', pageStyle(job.options))],
    furnitureStyles: [...shared, window.addStyle('sheet', furnitureStyle(job.options))],
  });
}

/** Fetches the posts and hands them to the composer; answers their titles in the book's order. */
async function collectPosts(run: Run): Promise<readonly string[]> {
  const { job, tools, composer, failures, report } = run;
  for (let start = 0; start < job.ids.length; start += CHUNK) {
    throwIfCancelled(tools.signal);
    const result = await tools.getPosts(job.ids.slice(start, start + CHUNK));
    if (!result.ok) throw new AppError(result.error.code, result.error.message);
    const posts = result.value.flatMap((outcome) =>
      outcome.outcome === 'post' ? [outcome.post] : [],
    );
    for (const outcome of result.value) {
      if (outcome.outcome === 'failed')
        failures.push({ path: outcome.path ?? `#${outcome.id}`, message: outcome.message });
    }
    await composer.ask<'add'>({ kind: 'add', posts });
    const isSeparate = job.options.layout === 'separate';
    report(
      'reading',
      isSeparate ? 0 : Math.min(start + CHUNK, job.ids.length),
      posts.at(-1)?.title ?? null,
    );
  }
  const titles = await composer.ask<'order'>({ kind: 'order' });
  if (titles.length === 0)
    throw new AppError('export-failed', 'None of the chosen posts could be read.');
  return titles;
}

async function exportMerged(run: Run, titles: readonly string[]): Promise<number> {
  const { job, report } = run;
  report('layout', 0);
  // A post alone is a document of its own, under its own title.
  const only = titles.length === 1 ? 0 : null;
  const book = await printBook(run, only);
  report('writing', titles.length);
  const title = only === null ? job.archive.name : (titles[only] ?? job.archive.name);
  const finished = await finish(run, { book, only, title });
  throwIfCancelled(run.tools.signal);
  await writeWhole(job.target, finished);
  return book.pageCount;
}

/** Prints until the page numbers of the contents page are those of the pages printed. */
async function printBook(run: Run, only: number | null): Promise<BookPages> {
  const { composer, window, job, report } = run;
  let pages: readonly number[] | null = null;
  for (let pass = 1; ; pass++) {
    if (job.options.layout === 'merged') report(pass === 1 ? 'printing' : 'contents', 0);
    const html: string = await composer.ask<'book'>({ kind: 'book', only, pages });
    const pdf = await window.print(html);
    const book: BookPages = await composer.ask<'pages'>({ kind: 'pages', pdf, only });
    const isSettled = only !== null || (pages !== null && samePages(pages, book.pages));
    if (isSettled || pass === MAX_PASSES) return book;
    pages = book.pages;
  }
}

function samePages(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((page, index) => page === right[index]);
}

interface Printed {
  readonly book: BookPages;
  readonly only: number | null;
  readonly title: string;
}

/** Prints heads and feet, stamps them, writes the metadata. */
async function finish({ composer, window, job }: Run, printed: Printed): Promise<Uint8Array> {
  const { book, only, title } = printed;
  const { hasHeader, hasFooter } = job.options;
  const furniture =
    hasHeader || hasFooter
      ? await window.print(await composer.ask<'furniture'>({ kind: 'furniture', only, book }))
      : null;
  const metadata = { title, author: null, createdAt: new Date() };
  return composer.ask<'finish'>({ kind: 'finish', furniture, metadata });
}

/**
 * One file per post in a folder. A cancelled run removes what it wrote; one that fails leaves the whole files it wrote.
 * Folders made for it go again when they are empty.
 */
async function exportSeparate(run: Run, titles: readonly string[]): Promise<number> {
  const { job, tools, composer, report } = run;
  const made = await makeFolder(job.target);
  const names = await composer.ask<'names'>({ kind: 'names' });
  const written: string[] = [];
  let pageCount = 0;
  try {
    for (const [place, title] of titles.entries()) {
      throwIfCancelled(tools.signal);
      report('printing', place, title);
      const book = await printBook(run, place);
      const finished = await finish(run, { book, only: place, title });
      throwIfCancelled(tools.signal);
      const file = join(job.target, names[place] ?? `${place + 1}.pdf`);
      await writeWhole(file, finished);
      written.push(file);
      pageCount += book.pageCount;
      report('writing', place + 1, title);
    }
  } catch (thrown) {
    if (tools.signal.aborted) await Promise.all(written.map((file) => rm(file, { force: true })));
    await made.removeEmpty();
    throw thrown;
  }
  return pageCount;
}
