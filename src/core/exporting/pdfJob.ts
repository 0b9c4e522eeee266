import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { planBook } from '../export/book.ts';
import type { BookPlan, ChapterContent } from '../export/bookModel.ts';
import { postFileNames } from '../export/fileNames.ts';
import { createGlyphCheck, missingGlyphsWarning } from '../export/glyphCheck.ts';
import type { GlyphCheck } from '../export/glyphCheck.ts';
import { assemble } from '../export/pdfAssembly.ts';
import type { Assembly } from '../export/pdfAssembly.ts';
import type { Placing } from '../export/pdfBook.ts';
import { measurePlacing, probeDocument } from '../export/pdfPlacing.ts';
import type { ExportedPost, ExportOptions, ExportSummary } from '../../shared/exportModel.ts';
import type { PostId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import { roomIn } from './diskRoom.ts';
import { openPdfOutput } from './pdfOutput.ts';
import type { PdfFileOutput } from './pdfOutput.ts';
import { pdfPosts } from './pdfPosts.ts';
import type { PdfPosts } from './pdfPosts.ts';
import type { ExportSource } from './readingParts.ts';
import { writeFailure } from './writeFailure.ts';

/** What a PDF, or a folder of them, is made of and where. */
export interface PdfJobInput {
  readonly ids: readonly PostId[];
  readonly options: ExportOptions;
  readonly language: 'en' | 'zh';
  /** What was typed into the search box when the posts are the result of a search; missing or null = they are not. */
  readonly query?: string | null | undefined;
  /** False = the search told Traditional and Simplified characters apart; missing = true. */
  readonly foldsVariants?: boolean | undefined;
  /** Absolute path at which the file or the folder of files is made, and what it is to become. */
  readonly part: string;
  readonly target: string;
  readonly bookStyles: readonly string[];
  readonly furnitureStyles: readonly string[];
  readonly probeStyle: string;
}

/** Pieces of the body that are printed together. */
export interface ComposedPart {
  readonly html: string;
  readonly from: number;
  readonly to: number;
  /** Of the first post among them. */
  readonly title: string | null;
  /** Posts of this file up to the end of the part. */
  readonly donePosts: number;
  /** Number of its piece when the part has but one post; null for several. */
  readonly onlyPost: number | null;
  /** Why the one post of a file of its own cannot be had; null for all others. */
  readonly problem: string | null;
}

/** Heads and feet of so many further pages; null when there are none (any more). */
export interface ComposedSheets {
  readonly html: string | null;
  readonly pages: number;
}

/**
 * One export to PDF as the thread sees it that reads and writes: whoever prints asks for documents and gives their prints
 * back, in the order of `runExport`. Everything throws `AppError`.
 */
export interface PdfJob {
  readonly probe: () => string;
  readonly takeProbe: (pdf: Uint8Array) => undefined;
  readonly fileCount: () => number;
  readonly open: (file: number) => { readonly pieces: number; readonly title: string };
  readonly body: (from: number, to: number) => Promise<ComposedPart>;
  readonly spoiled: (piece: number, message: string) => undefined;
  readonly takeBody: (pdf: Uint8Array) => Promise<number>;
  readonly front: () => string | null;
  readonly takeFront: (pdf: Uint8Array) => boolean;
  readonly back: () => string | null;
  readonly takeBack: (pdf: Uint8Array) => undefined;
  readonly settle: () => number;
  /** `pageCount` = of the whole book, where only a part of it is made. */
  readonly sheets: (pageCount?: number) => ComposedSheets;
  readonly takeSheets: (pdf: Uint8Array) => undefined;
  readonly finish: () => undefined;
  readonly drop: (message: string) => undefined;
  readonly end: () => Pick<ExportSummary, 'postCount' | 'byteCount' | 'failures' | 'warnings'>;
}

/** One file of the export. */
interface OpenFile {
  readonly plan: BookPlan;
  readonly path: string;
  readonly output: PdfFileOutput;
  readonly assembly: Assembly;
  /** Number of the first post of the file among all. */
  readonly firstPost: number;
  readonly postCount: number;
  /** Posts up to the end of the last part. */
  donePosts: number;
  /** Posts whose content cannot be had or printed. */
  readonly problems: Map<number, Extract<ChapterContent, { readonly kind: 'problem' }>>;
}

/** Sheets of heads and feet that are printed at once. */
const SHEETS = 250;

interface Job {
  readonly source: ExportSource;
  readonly input: PdfJobInput;
  readonly posts: PdfPosts;
  readonly names: readonly string[];
  readonly isMerged: boolean;
  readonly madeAt: Date;
  readonly room: ReturnType<typeof roomIn>;
  readonly glyphs: GlyphCheck;
  placing: Placing;
  file: OpenFile | null;
  postCount: number;
  byteCount: number;
  readonly failures: { readonly path: string; readonly message: string }[];
}

/** Begins an export: reads what the index says of the posts and puts them in order. */
export function startPdfJob(source: ExportSource, input: PdfJobInput): PdfJob {
  const isMerged = input.options.layout === 'merged';
  const posts = pdfPosts(source, input.ids, input.options.order);
  const job: Job = {
    source,
    input,
    posts,
    names: isMerged ? [] : postFileNames(posts.posts),
    isMerged,
    madeAt: new Date(),
    room: roomIn(dirname(input.part)),
    glyphs: createGlyphCheck(),
    placing: { drop: 0, top: 0 },
    file: null,
    postCount: 0,
    byteCount: 0,
    failures: [],
  };
  if (!isMerged) makePartFolder(input);
  const assembly = (): Assembly => opened(job).assembly;
  return {
    probe: () => probeDocument(input.probeStyle),
    takeProbe: (pdf) => {
      job.placing = measurePlacing(input.options, pdf);
    },
    fileCount: () => (isMerged ? 1 : posts.posts.length),
    open: (file) => openFile(job, file),
    body: (from, to) => composePart(job, from, to),
    spoiled: (piece, message) => noteSpoiled(job, piece, message),
    takeBody: async (pdf) => {
      const pages = assembly().takeBody(pdf);
      await checkRoom(job);
      return pages;
    },
    front: () => assembly().front(),
    takeFront: (pdf) => assembly().takeFront(pdf),
    back: () => assembly().back(),
    takeBack: (pdf) => {
      assembly().takeBack(pdf);
    },
    settle: () => assembly().settle().pageCount,
    sheets: (pageCount) => ({ html: assembly().sheets(SHEETS, pageCount), pages: SHEETS }),
    takeSheets: (pdf) => {
      assembly().takeSheets(pdf);
    },
    finish: () => finishFile(job),
    drop: (message) => dropFile(job, message),
    end: () => endJob(job),
  };
}

function opened({ file }: Job): OpenFile {
  if (file === null) throw new Error('No file is open.');
  return file;
}

function makePartFolder({ part, target }: PdfJobInput): void {
  try {
    mkdirSync(part);
  } catch (thrown) {
    throw writeFailure(target, thrown);
  }
}

function openFile(job: Job, file: number): { readonly pieces: number; readonly title: string } {
  const { source, input, posts, isMerged } = job;
  const { options, language, part, target, bookStyles, furnitureStyles } = input;
  const query = input.query?.trim() || null;
  const own = isMerged ? posts.posts : posts.posts.slice(file, file + 1);
  const plan = planBook({
    posts: own,
    options,
    language,
    archiveName: source.archive.name,
    query,
    sought: query === null ? null : { text: query, foldsVariants: input.foldsVariants !== false },
    madeAt: job.madeAt,
    bookStyles,
    furnitureStyles,
  });
  const name = job.names[file] ?? '';
  const path = isMerged ? part : join(part, name);
  const output = openPdfOutput(path, isMerged ? target : join(target, name));
  job.file = {
    plan,
    path,
    output,
    assembly: assemble(plan, output),
    firstPost: isMerged ? 0 : file,
    postCount: own.length,
    donePosts: 0,
    problems: new Map(),
  };
  return { pieces: plan.pieces.length, title: plan.metadata.title };
}

/** A part is long enough when its HTML has so many characters; a picture counts for some. */
const PART_CHARACTERS = 1_000_000;
const PICTURE_CHARACTERS = 10_000;

async function composePart(job: Job, from: number, most: number): Promise<ComposedPart> {
  const file = opened(job);
  const { to, contents, lastPost } = await gatherPart(job, from, most);
  const html = file.assembly.body({ from, to, contents });
  file.donePosts = postsBefore(file.plan, to);
  const [first] = contents.values();
  return {
    html,
    from,
    to,
    title: first === undefined ? null : titleOf(first),
    donePosts: file.donePosts,
    onlyPost: contents.size === 1 ? lastPost : null,
    // A file of its own that would hold nothing but the problem is not made.
    problem: !job.isMerged && first?.kind === 'problem' ? first.message : null,
  };
}

interface GatheredPart {
  readonly to: number;
  readonly contents: ReadonlyMap<number, ChapterContent>;
  /** Piece of the last post. */
  readonly lastPost: number;
}

async function gatherPart(job: Job, from: number, most: number): Promise<GatheredPart> {
  const { pieces } = opened(job).plan;
  const contents = new Map<number, ChapterContent>();
  let weight = 0;
  let to = from;
  let lastPost = from;
  // A page that opens a part of the book stays with the post after it.
  const isOpen = (): boolean =>
    pieces[to - 1]?.kind === 'opener' || (to < most && weight < PART_CHARACTERS);
  while (to < pieces.length && (to === from || isOpen())) {
    const piece = pieces[to++];
    if (piece?.kind !== 'post') continue;
    lastPost = to - 1;
    const content = await contentOf(job, piece.post);
    contents.set(piece.post, content);
    weight += weightOf(content);
  }
  return { to, contents, lastPost };
}

const titleOf = (content: ChapterContent): string =>
  content.kind === 'post' ? content.exported.post.title : content.path;

function weightOf(content: ChapterContent): number {
  if (content.kind === 'problem') return 0;
  const { html } = content.exported.post;
  return html.length + PICTURE_CHARACTERS * (html.split('<img').length - 1);
}

const postsBefore = ({ pieces }: BookPlan, to: number): number =>
  pieces.slice(0, to).filter(({ kind }) => kind === 'post').length;

async function contentOf(job: Job, post: number): Promise<ChapterContent> {
  const { problems, firstPost } = opened(job);
  const known = problems.get(post);
  if (known !== undefined) return known;
  const content = await job.posts.read(firstPost + post);
  if (content.kind === 'problem') problems.set(post, content);
  else checkGlyphs(job, content.exported);
  return content;
}

function checkGlyphs({ glyphs }: Job, { post, text, annotations }: ExportedPost): void {
  const { highlights, note } = annotations;
  const notes = [note?.text, ...highlights.map((highlight) => highlight.note)];
  for (const each of [post.title, post.source, post.author, text, ...notes]) glyphs.add(each ?? '');
}

function noteSpoiled(job: Job, at: number, message: string): undefined {
  const { plan, problems, firstPost } = opened(job);
  const piece = plan.pieces[at];
  // The page that says so cannot be printed either: it is not the post.
  if (piece?.kind !== 'post' || problems.has(piece.post)) {
    throw new AppError('export-failed', message);
  }
  const path = job.posts.posts[firstPost + piece.post]?.path ?? '';
  problems.set(piece.post, { kind: 'problem', path, message });
}

async function checkRoom(job: Job): Promise<void> {
  const { donePosts, firstPost, output } = opened(job);
  const total = job.posts.posts.length;
  const written = job.byteCount + output.byteCount();
  await job.room.check({ done: firstPost + donePosts, total, written });
}

function finishFile(job: Job): undefined {
  const { output, assembly, problems, postCount } = opened(job);
  if (problems.size === postCount) throw noneReadable([...problems.values()]);
  job.byteCount += assembly.finish(job.placing, randomBytes(16).toString('hex'));
  output.seal();
  job.postCount += postCount - problems.size;
  job.failures.push(...[...problems.values()].map(({ path, message }) => ({ path, message })));
  job.file = null;
}

function dropFile(job: Job, message: string): undefined {
  const { output, path, firstPost } = opened(job);
  output.close();
  rmSync(path, { force: true });
  job.failures.push({ path: job.posts.posts[firstPost]?.path ?? '', message });
  job.file = null;
}

function noneReadable(
  failures: readonly { readonly path: string; readonly message: string }[],
): AppError {
  const [first] = failures;
  const why = first === undefined ? '' : ` ${first.path}: ${first.message}`;
  return new AppError('export-failed', `None of the chosen posts could be exported.${why}`);
}

function endJob(job: Job): ReturnType<PdfJob['end']> {
  const { postCount, byteCount, failures, glyphs, input } = job;
  if (postCount === 0) throw noneReadable(failures);
  const warning = missingGlyphsWarning(glyphs.missing(), input.language);
  return { postCount, byteCount, failures, warnings: warning === null ? [] : [warning] };
}
