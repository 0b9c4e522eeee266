import type { Highlight } from '../../../shared/annotations.ts';
import type { ExportedPost } from '../../../shared/exportModel.ts';
import { bookTexts } from '../book/bookText.ts';
import { postNames } from '../markdown/folderNames.ts';
import { createMediaFolder } from '../markdown/mediaFolder.ts';
import type { MediaFolder } from '../markdown/mediaFolder.ts';
import { notesSection } from '../markdown/notesSection.ts';
import type { PageHead } from '../markdown/pageHead.ts';
import { completedHead, hasSameFacts, headOf, pageOf, renewedHead } from '../markdown/pageHead.ts';
import type { BodyWay } from '../markdown/postBodies.ts';
import { bodyWays } from '../markdown/postBodies.ts';
import { postPlaces } from '../markdown/postPlaces.ts';
import { readBack } from '../markdown/readBack.ts';
import { markSource } from '../markdown/sourceMarks.ts';
import { costsOnePost } from './costsOnePost.ts';
import type { FormatWriter, WriterTools } from './formatWriter.ts';

/**
 * A folder of Markdown: a file for each post, named by day and title, and their pictures in a folder beside. Every page is
 * read back by the reader of posts before it is written: of the ways to write it, the first that gives the same words is
 * taken, and what a plain folder would not tell of the post is put into its front matter. docs/export.md says more.
 */
export function createMarkdownFolder(tools: WriterTools): FormatWriter {
  const { lookup, options, writeFile } = tools;
  const { names, nameOf } = postNames(lookup.posts());
  const media = options.hasPictures ? createMediaFolder(tools) : null;
  return {
    add: async (exported) => {
      const { post } = exported;
      const name = names.get(post.path) ?? nameOf(post);
      const page = await costsOnePost(post.path, () => makePage(exported, { tools, names, media }));
      await writeFile(name, page.toWellFormed());
    },
    finish: () => Promise.resolve(),
  };
}

interface Folder {
  readonly tools: WriterTools;
  readonly names: ReadonlyMap<string, string>;
  readonly media: MediaFolder | null;
}

async function makePage(exported: ExportedPost, { tools, names, media }: Folder): Promise<string> {
  const { lookup, options } = tools;
  const { post } = exported;
  const head = headOf(exported);
  const ways = bodyWays({
    exported,
    leftover: head.leftover,
    site: lookup.site,
    places: postPlaces({ path: post.path, lookup, names, media }),
    linked: () => lookup.placesLinkedTo(post.path),
    highlights: options.hasHighlights ? exported.annotations.highlights : [],
  });
  const written = await firstRight(ways, { exported, head, media });
  const { body, left } = written.way.isSource ? markedSource(written, exported, head) : written;
  const page = completedPage(exported, head, body);
  return withEnd(page, { exported, left, tools });
}

interface WrittenBody extends ReturnType<BodyWay['make']> {
  readonly way: BodyWay;
}

/** The first way that is read as the post; the first of all where none is, as of a file that changed since it was indexed. */
async function firstRight(
  ways: readonly BodyWay[],
  {
    exported,
    head,
    media,
  }: {
    readonly exported: ExportedPost;
    readonly head: PageHead;
    readonly media: MediaFolder | null;
  },
): Promise<WrittenBody> {
  let first: WrittenBody | null = null;
  for (const way of ways) {
    let made = way.make();
    // Now that the pictures have places, once more.
    if ((await media?.settle()) === true) made = way.make();
    const read = readBack(pageOf(head, made.body));
    if (read !== null && way.isSame(read.text, exported.text)) return { ...made, way };
    first ??= { ...made, way };
  }
  if (first === null) throw new Error('A post can be written in no way.');
  return first;
}

function markedSource(
  { body, left }: WrittenBody,
  { text }: ExportedPost,
  head: PageHead,
): ReturnType<BodyWay['make']> {
  return markSource(body, {
    highlights: left,
    text,
    readText: (source) => readBack(pageOf(head, source))?.text ?? null,
  });
}

/** The page with all facts of the post. */
function completedPage({ post }: ExportedPost, head: PageHead, body: string): string {
  const page = pageOf(head, body);
  const read = readBack(page);
  const completed = read === null ? null : completedHead(head, post, read);
  if (completed === null) return page;
  const better = pageOf(completed, body);
  const again = readBack(better);
  return again !== null && hasSameFacts(post, again)
    ? better
    : pageOf(renewedHead(completed), body);
}

interface PageEnd {
  readonly exported: ExportedPost;
  /** Highlights that are not marked in the page. */
  readonly left: readonly Highlight[];
  readonly tools: WriterTools;
}

/** The reader's notes and the address of the original, where they are wanted and not there yet. */
function withEnd(page: string, { exported, left, tools }: PageEnd): string {
  const { post, annotations } = exported;
  const { options, language } = tools;
  const unmarked = new Set(left);
  const section = notesSection(
    {
      note: options.hasNotes ? annotations.note : null,
      highlights: annotations.highlights
        .filter(
          (highlight) =>
            (options.hasHighlights && unmarked.has(highlight)) ||
            (options.hasNotes && highlight.note !== null),
        )
        .map((highlight) => (options.hasNotes ? highlight : { ...highlight, note: null })),
    },
    bookTexts(language).notes,
  );
  const isLinked = options.hasOriginalLink && post.url !== null && !bodyOf(page).includes(post.url);
  return [page, section, isLinked ? `<${post.url}>\n` : '']
    .filter((part) => part !== '')
    .join('\n');
}

const bodyOf = (page: string): string => page.slice(page.indexOf('\n---\n', 3));
