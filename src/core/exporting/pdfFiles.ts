import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { planBook } from '../export/book/book.ts';
import type { ChapterContent } from '../export/book/bookModel.ts';
import { assemble } from '../export/pdf/pdfAssembly.ts';
import type { ExportedPost } from '../../shared/exportModel.ts';
import { AppError } from '../../shared/result.ts';
import type { JobState, OpenFile, PostFailure } from './pdfJobModel.ts';
import { openPdfOutput } from './pdfOutput.ts';

/** Begins a file: the book, or the one of a post by its number. Throws `export-failed` where it cannot be written. */
export function openFile(job: JobState, file: number): OpenFile {
  const { source, input, posts, isMerged, madeAt } = job;
  const { options, language, part, target, bookStyles, furnitureStyles } = input;
  const query = input.query?.trim() || null;
  const own = isMerged ? posts.posts : posts.posts.slice(file, file + 1);
  const plan = planBook({
    posts: own,
    counted: input.counted,
    options,
    language,
    archiveName: source.archive.name,
    query,
    sought: query === null ? null : { text: query, foldsVariants: input.foldsVariants !== false },
    madeAt,
    follow: posts.follow,
    placesLinkedTo: posts.placesLinkedTo,
    bookStyles,
    furnitureStyles,
  });
  const name = job.names[file] ?? '';
  const path = isMerged ? part : join(part, name);
  const output = openPdfOutput(path, isMerged ? target : join(target, name));
  return {
    plan,
    path,
    output,
    assembly: assemble(plan, output),
    firstPost: isMerged ? 0 : file,
    postCount: own.length,
    donePosts: 0,
    problems: new Map(),
  };
}

/** The content of a post of a file, by its number there; what cannot be had is noted among the problems of the file. */
export async function contentOf(
  job: JobState,
  { problems, firstPost }: OpenFile,
  post: number,
): Promise<ChapterContent> {
  const known = problems.get(post);
  if (known !== undefined) return known;
  const content = await job.posts.read(firstPost + post);
  if (content.kind === 'problem') problems.set(post, content);
  else checkGlyphs(job, content.exported);
  return content;
}

function checkGlyphs({ glyphs }: JobState, { post, text, annotations }: ExportedPost): void {
  const { highlights, note } = annotations;
  const notes = [note?.text, ...highlights.map((highlight) => highlight.note)];
  for (const each of [post.title, post.source, post.author, text, ...notes]) glyphs.add(each ?? '');
}

/** Tells early when the disk has no room for the rest. Throws `export-failed`. */
export async function checkRoom(
  job: JobState,
  { donePosts, firstPost, output }: OpenFile,
): Promise<void> {
  const total = job.posts.posts.length;
  const written = job.byteCount + output.byteCount();
  await job.room.check({ done: firstPost + donePosts, total, written });
}

/** Completes a file and puts it on the disk. Throws `export-failed`, also where none of its posts is in it. */
export function finishFile(job: JobState, file: OpenFile): void {
  const { output, assembly, problems, postCount } = file;
  if (problems.size === postCount) throw noneReadable([...problems.values()]);
  job.byteCount += assembly.finish(job.placing, randomBytes(16).toString('hex'));
  output.seal();
  job.postCount += postCount - problems.size;
  job.failures.push(...[...problems.values()].map(({ path, message }) => ({ path, message })));
}

/** Gives a file of one post up: what is written of it goes, and its post is named with the reason. */
export function dropFile(job: JobState, { output, path, firstPost }: OpenFile, why: string): void {
  output.close();
  rmSync(path, { force: true });
  job.failures.push({ path: job.posts.posts[firstPost]?.path ?? '', message: why });
}

/** What is said when no post came through. */
export function noneReadable(failures: readonly PostFailure[]): AppError {
  const [first] = failures;
  const why = first === undefined ? '' : ` ${first.path}: ${first.message}`;
  return new AppError('export-failed', `None of the chosen posts could be exported.${why}`);
}
