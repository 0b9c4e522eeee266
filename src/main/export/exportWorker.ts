import { parentPort, workerData } from 'node:worker_threads';
import { buildBook } from '../../core/export/book.ts';
import { orderPosts } from '../../shared/exportLayout.ts';
import { exportTexts } from '../../core/export/exportText.ts';
import { postFileNames } from '../../core/export/fileNames.ts';
import { buildFurniture } from '../../core/export/furniture.ts';
import { finishBook, readBookPages, type BookPages } from '../../core/export/pdfPages.ts';
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
let posts: readonly Post[] = [];

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
      return buildBook({
        posts: chosen(step.only),
        options: job.options,
        texts,
        title: titleOf(step.only),
        pages: step.pages,
        styleSheets: job.bookStyles,
      });
    case 'pages':
      return step.only === null ? readBookPages(step.pdf, posts.length) : readPostPages(step.pdf);
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
      return finishBook(step.book, step.furniture, step.metadata);
    default:
      return assertNever(step);
  }
}

function titleOf(only: number | null): string {
  return only === null ? job.title : (posts[only]?.title ?? job.title);
}

/** A post printed alone begins on its first page; without a contents page nothing names that place. */
async function readPostPages(pdf: Uint8Array): Promise<BookPages> {
  return { ...(await readBookPages(pdf, 0)), pages: [1] };
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
