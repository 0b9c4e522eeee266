import type { BookPlan, ChapterContent } from '../export/book/bookModel.ts';
import { tryToMake } from '../export/formats/costsOnePost.ts';
import { AppError } from '../../shared/result.ts';
import { contentOf } from './pdfFiles.ts';
import type { JobState, OpenFile } from './pdfJobModel.ts';
import { pictureWeight } from './pictureWeight.ts';

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
}

/** A part is long enough when its HTML has so many characters; pictures count for some. */
const PART_CHARACTERS = 1_000_000;

/** Which pieces are wanted. */
export interface WantedPart {
  readonly from: number;
  readonly most: number;
  /** So many characters of HTML are enough; missing = as many as are printed at once in an export. */
  readonly characters?: number | undefined;
}

/** The document of pieces from `from` on, at most up to `most`, fewer when they are long. */
export async function composePart(
  job: JobState,
  file: OpenFile,
  wanted: WantedPart,
): Promise<ComposedPart> {
  const { from } = wanted;
  const { to, contents, lastPost } = await gatherPart(job, file, wanted);
  const made = tryToMake(() => file.assembly.body({ from, to, contents }));
  if (!made.ok) {
    // The post at fault is found by halves; its page says so then.
    if (contents.size <= 1) noteSpoiled(job, file, { piece: lastPost, message: made.message });
    const most = contents.size <= 1 ? wanted.most : from + Math.floor((to - from) / 2);
    return composePart(job, file, { ...wanted, most });
  }
  const html = made.value;
  file.donePosts = postsBefore(file.plan, to);
  const [first] = contents.values();
  return {
    html,
    from,
    to,
    title: first === undefined ? null : titleOf(first),
    donePosts: file.donePosts,
    onlyPost: contents.size === 1 ? lastPost : null,
  };
}

/** Notes that a piece cannot be printed. Throws `export-failed` when the page that says so cannot be printed either. */
export function noteSpoiled(
  job: JobState,
  { plan, problems, firstPost }: OpenFile,
  { piece: at, message }: { readonly piece: number; readonly message: string },
): void {
  const piece = plan.pieces[at];
  if (piece?.kind !== 'post' || problems.has(piece.post)) {
    throw new AppError('export-failed', message);
  }
  const path = job.posts.posts[firstPost + piece.post]?.path ?? '';
  problems.set(piece.post, { kind: 'problem', path, message });
}

interface GatheredPart {
  readonly to: number;
  readonly contents: ReadonlyMap<number, ChapterContent>;
  /** Piece of the last post. */
  readonly lastPost: number;
}

async function gatherPart(
  job: JobState,
  file: OpenFile,
  { from, most, characters = PART_CHARACTERS }: WantedPart,
): Promise<GatheredPart> {
  const { pieces } = file.plan;
  const contents = new Map<number, ChapterContent>();
  let weight = 0;
  let to = from;
  let lastPost = from;
  // A page that opens a part of the book stays with the post after it.
  const isOpen = (): boolean =>
    pieces[to - 1]?.kind === 'opener' || (to < most && weight < characters);
  while (to < pieces.length && (to === from || isOpen())) {
    const piece = pieces[to++];
    if (piece?.kind !== 'post') continue;
    lastPost = to - 1;
    const content = await contentOf(job, file, piece.post);
    contents.set(piece.post, content);
    weight += weightOf(job, content);
  }
  return { to, contents, lastPost };
}

const titleOf = (content: ChapterContent): string =>
  content.kind === 'post' ? content.exported.post.title : content.path;

function weightOf({ source, input }: JobState, content: ChapterContent): number {
  if (content.kind === 'problem') return 0;
  const { html } = content.exported.post;
  return html.length + (input.options.hasPictures ? pictureWeight(html, source.archive.folder) : 0);
}

const postsBefore = ({ pieces }: BookPlan, to: number): number =>
  pieces.slice(0, to).filter(({ kind }) => kind === 'post').length;
