import { AppError, toFailure } from '../../shared/result.ts';
import { tryToMake } from '../export/formats/costsOnePost.ts';
import { checkRoom, contentOf, dropFile, finishFile, openFile } from './pdfFiles.ts';
import { SHEETS } from './pdfJobModel.ts';
import type { JobState, OpenFile } from './pdfJobModel.ts';

/** The document of a file of one post; null when its post cannot be had, which is noted. */
export interface ComposedSingle {
  readonly html: string | null;
  readonly title: string;
}

/** What became of a print: heads and feet that are to be printed next, null when the file is complete or given up. */
export interface TakenSingle {
  readonly pageCount: number;
  readonly sheets: string | null;
}

/**
 * Files of one post each, several in the making at once: the thread joins and writes some while others are printed. What
 * goes wrong with one costs that one; only what concerns the place or the index is thrown.
 */
export interface PdfSingles {
  readonly compose: (file: number) => Promise<ComposedSingle>;
  readonly take: (file: number, pdf: Uint8Array) => Promise<TakenSingle>;
  readonly takeSheets: (file: number, pdf: Uint8Array) => TakenSingle;
  /** Gives a file up that cannot be printed. */
  readonly drop: (file: number, message: string) => undefined;
}

/** Begins with none. */
export function pdfSingles(job: JobState): PdfSingles {
  const open = new Map<number, OpenFile>();
  const opened = (file: number): OpenFile => {
    const found = open.get(file);
    if (found === undefined) throw new Error(`File ${file} is not open.`);
    return found;
  };
  const drop = (file: number, message: string): undefined => {
    dropFile(job, opened(file), message);
    open.delete(file);
  };
  const trying = (file: number, act: (own: OpenFile) => TakenSingle): TakenSingle => {
    try {
      const taken = act(opened(file));
      if (taken.sheets === null) open.delete(file);
      return taken;
    } catch (thrown) {
      if (thrown instanceof AppError) throw thrown;
      drop(file, toFailure(thrown).message);
      return { pageCount: 0, sheets: null };
    }
  };
  return {
    compose: async (file) => {
      const own = openFile(job, file);
      open.set(file, own);
      const content = await contentOf(job, own, 0);
      if (content.kind === 'problem') {
        drop(file, content.message);
        return { html: null, title: content.path };
      }
      own.donePosts = 1;
      const { title } = own.plan.metadata;
      const contents = new Map([[0, content]]);
      const made = tryToMake(() => own.assembly.body({ from: 0, to: 1, contents }));
      if (!made.ok) drop(file, made.message);
      return { html: made.ok ? made.value : null, title };
    },
    take: async (file, pdf) => {
      const own = opened(file);
      const taken = trying(file, () => {
        own.assembly.takeBody(pdf);
        if (own.assembly.front() !== null || own.assembly.back() !== null) {
          throw new Error('A post alone has nothing before and behind it.');
        }
        const { pageCount } = own.assembly.settle();
        return furnished(job, own, pageCount);
      });
      await checkRoom(job, own);
      return taken;
    },
    takeSheets: (file, pdf) =>
      trying(file, (own) => {
        own.assembly.takeSheets(pdf);
        return furnished(job, own, 0);
      }),
    drop,
  };
}

/** The next heads and feet; where there are none any more the file is completed. */
function furnished(job: JobState, own: OpenFile, pageCount: number): TakenSingle {
  const sheets = own.assembly.sheets(SHEETS);
  if (sheets === null) finishFile(job, own);
  return { pageCount, sheets };
}
