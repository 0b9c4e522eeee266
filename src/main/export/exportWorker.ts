import { parentPort, workerData } from 'node:worker_threads';
import { buildBook } from '../../core/export/book.ts';
import { orderPosts, pageGeometry } from '../../shared/exportLayout.ts';
import { exportTexts } from '../../core/export/exportText.ts';
import { postFileNames } from '../../core/export/fileNames.ts';
import { buildFurniture } from '../../core/export/furniture.ts';
import type { OutlineEntry } from '../../core/export/pdfOutline.ts';
import {
  finishBook,
  loadBook,
  readBookPages,
  type BookPages,
  type PdfMetadata,
} from '../../core/export/pdfPages.ts';
import type { Post } from '../../shared/model.ts';
import { assertNever, toFailure } from '../../shared/result.ts';
import type { ExportAnswers, ExportReply, ExportStep, ExportWorkerData } from './exportMessages.ts';

/**
 * The thread that composes a book and reads and stamps its PDF, so that none of it blocks the main process. One worker
 * per export; ending it is how an export is cancelled.
 */

type Answer = ExportAnswers[keyof ExportAnswers];

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the main process starts this worker with exactly this
const job = workerData as ExportWorkerData;
const texts = exportTexts(job.language);
const POINTS_PER_MILLIMETRE = 72 / 25.4;
let posts: readonly Post[] = [];
let outline: readonly OutlineEntry[] = [];
/** What was printed last; reading a large book takes long enough to do it once. */
let printed: Awaited<ReturnType<typeof loadBook>> | null = null;

const chosen = (only: number | null): readonly Post[] =>
  only === null ? posts : posts.slice(only, only + 1);

async function answerStep(step: ExportStep): Promise<Answer> {
  switch (step.kind) {
    case 'add':
      posts = [...posts, ...step.posts];
      return undefined;
    case 'order':
      posts = orderPosts(posts, job.options.order);
      return posts.map((post) => post.title);
    case 'names':
      return postFileNames(posts);
    case 'book':
      return composeBook(step.only, step.pages);
    case 'pages':
      return readPages(step.pdf, step.only);
    case 'furniture':
      return buildFurniture({
        posts: chosen(step.only),
        pages: step.book.pages,
        pageCount: step.book.pageCount,
        options: job.options,
        archiveName: job.archiveName,
        contentsLabel: texts.contents,
        styleSheets: job.furnitureStyles,
      });
    case 'finish':
      return finishPrinted(step.furniture, step.metadata);
    default:
      return assertNever(step);
  }
}

function titleOf(only: number | null): string {
  return only === null ? job.title : (posts[only]?.title ?? job.title);
}

function composeBook(only: number | null, pages: readonly number[] | null): string {
  printed = null;
  const book = buildBook({
    posts: chosen(only),
    options: job.options,
    texts,
    title: titleOf(only),
    pages,
    styleSheets: job.bookStyles,
  });
  outline = book.outline;
  return book.html;
}

/** A post printed alone begins on its first page; without a contents page nothing names that place. */
async function readPages(pdf: Uint8Array, only: number | null): Promise<BookPages> {
  printed = await loadBook(pdf);
  return only === null
    ? readBookPages(printed, posts.length)
    : { ...readBookPages(printed, 0), pages: [1] };
}

async function finishPrinted(
  furniture: Uint8Array | null,
  metadata: PdfMetadata,
): Promise<Uint8Array> {
  if (printed === null) throw new Error('Nothing was printed that could be finished.');
  const margin = pageGeometry(job.options).margins.top * POINTS_PER_MILLIMETRE;
  return finishBook(printed, { furniture, outline, metadata, margin });
}

function send(reply: ExportReply): void {
  parentPort?.postMessage(reply);
}

parentPort?.on('message', ({ id, step }: { readonly id: number; readonly step: ExportStep }) => {
  answerStep(step).then(
    (answer) => send({ id, ok: true, answer }),
    (thrown: unknown) => send({ id, ok: false, message: toFailure(thrown).message }),
  );
});
