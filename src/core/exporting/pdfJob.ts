import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { postFileNames } from '../export/fileNames.ts';
import { createGlyphCheck, missingGlyphsWarning } from '../export/glyphCheck.ts';
import type { Assembly, WholeBook } from '../export/pdf/pdfAssembly.ts';
import type { FrontTaken } from '../export/pdf/pdfFront.ts';
import { measurePlacing, probeDocument } from '../export/pdf/pdfPlacing.ts';
import type { ExportSummary } from '../../shared/exportModel.ts';
import { syncFolder } from '../store/wholeFile.ts';
import { roomIn } from './diskRoom.ts';
import { composePart, noteSpoiled } from './pdfBodyParts.ts';
import type { ComposedPart } from './pdfBodyParts.ts';
import { checkRoom, dropFile, finishFile, noneReadable, openFile } from './pdfFiles.ts';
import { SHEETS } from './pdfJobModel.ts';
import type { JobState, OpenFile, PdfJobInput } from './pdfJobModel.ts';
import { pdfPosts } from './pdfPosts.ts';
import { pdfSingles } from './pdfSingles.ts';
import type { PdfSingles } from './pdfSingles.ts';
import type { ExportSource } from './readingParts.ts';
import { writeFailure } from './writeFailure.ts';

/** Heads and feet of so many further pages; null when there are none (any more). */
export interface ComposedSheets {
  readonly html: string | null;
  readonly pages: number;
}

/**
 * One export to PDF as the thread sees it that reads and writes: whoever prints asks for documents and gives their prints
 * back, in the order of `makePdfs`. Everything throws `AppError`.
 */
export interface PdfJob {
  readonly probe: () => string;
  readonly takeProbe: (pdf: Uint8Array) => undefined;
  readonly fileCount: () => number;
  /** Files of one post each. All steps below but `end` are those of a book. */
  readonly singles: PdfSingles;
  readonly open: (file: number) => { readonly pieces: number; readonly title: string };
  readonly body: (from: number, to: number, characters?: number) => Promise<ComposedPart>;
  readonly spoiled: (piece: number, message: string) => undefined;
  readonly takeBody: (pdf: Uint8Array) => Promise<number>;
  readonly front: () => string | null;
  readonly takeFront: (pdf: Uint8Array) => FrontTaken;
  readonly back: () => string | null;
  readonly takeBack: (pdf: Uint8Array) => undefined;
  readonly settle: () => number;
  readonly sheets: (whole?: WholeBook) => ComposedSheets;
  readonly takeSheets: (pdf: Uint8Array) => undefined;
  readonly finish: () => undefined;
  readonly drop: (message: string) => undefined;
  readonly end: () => MadeFiles;
}

/** What was made, when all files are complete. */
export type MadeFiles = Pick<ExportSummary, 'postCount' | 'byteCount' | 'failures' | 'warnings'>;

/** Begins an export: reads what the index says of the posts and puts them in order. */
export function startPdfJob(source: ExportSource, input: PdfJobInput): PdfJob {
  const job = stateOf(source, input);
  if (!job.isMerged) makePartFolder(input);
  return {
    probe: () => probeDocument(input.probeStyle),
    takeProbe: (pdf) => {
      job.placing = measurePlacing(input.options, pdf);
    },
    fileCount: () => (job.isMerged ? 1 : job.posts.posts.length),
    singles: pdfSingles(job),
    ...bookSteps(job),
    end: () => endJob(job),
  };
}

function stateOf(source: ExportSource, input: PdfJobInput): JobState {
  const isMerged = input.options.layout === 'merged';
  const posts = pdfPosts(source, input.ids, input.options.order);
  return {
    source,
    input,
    posts,
    names: isMerged ? [] : postFileNames(posts.posts),
    isMerged,
    madeAt: new Date(),
    room: roomIn(dirname(input.part)),
    glyphs: createGlyphCheck(),
    placing: { drop: 0, top: 0 },
    postCount: 0,
    byteCount: 0,
    failures: [],
  };
}

function makePartFolder({ part, target }: PdfJobInput): void {
  try {
    mkdirSync(part);
  } catch (thrown) {
    throw writeFailure(target, thrown);
  }
}

/** The steps of a book: one file. */
function bookSteps(
  job: JobState,
): Omit<PdfJob, 'probe' | 'takeProbe' | 'fileCount' | 'singles' | 'end'> {
  let file: OpenFile | null = null;
  const opened = (): OpenFile => {
    if (file === null) throw new Error('No file is open.');
    return file;
  };
  const assembly = (): Assembly => opened().assembly;
  return {
    open: (number) => {
      file = openFile(job, number);
      const { pieces, metadata } = file.plan;
      return { pieces: pieces.length, title: metadata.title };
    },
    body: (from, most, characters) => composePart(job, opened(), { from, most, characters }),
    spoiled: (piece, message) => {
      noteSpoiled(job, opened(), { piece, message });
    },
    takeBody: async (pdf) => {
      const pages = assembly().takeBody(pdf);
      await checkRoom(job, opened());
      return pages;
    },
    front: () => assembly().front(),
    takeFront: (pdf) => assembly().takeFront(pdf),
    back: () => assembly().back(),
    takeBack: (pdf) => {
      assembly().takeBack(pdf);
    },
    settle: () => assembly().settle().pageCount,
    sheets: (whole) => ({ html: assembly().sheets(SHEETS, whole), pages: SHEETS }),
    takeSheets: (pdf) => {
      assembly().takeSheets(pdf);
    },
    finish: () => {
      finishFile(job, opened());
      file = null;
    },
    drop: (message) => {
      dropFile(job, opened(), message);
      file = null;
    },
  };
}

/** The files are on the disk; so are their names then. Throws `export-failed`. */
function syncNames({ part, target }: PdfJobInput): void {
  try {
    syncFolder(part);
  } catch (thrown) {
    throw writeFailure(target, thrown);
  }
}

function endJob(job: JobState): MadeFiles {
  const { postCount, byteCount, failures, glyphs, input } = job;
  if (postCount === 0) throw noneReadable(failures);
  if (!job.isMerged) syncNames(input);
  const warning = missingGlyphsWarning(glyphs.missing(), input.language);
  return { postCount, byteCount, failures, warnings: warning === null ? [] : [warning] };
}
