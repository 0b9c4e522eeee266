import type { ExportedPost } from '../../../shared/exportModel.ts';
import { shownAnnotations } from './shownAnnotations.ts';
import { costsOnePost } from './costsOnePost.ts';
import type { FormatWriter, WriterTools } from './formatWriter.ts';

/** JSON Lines: one post a line, with every field and the plain text. The keys are promised in docs/export.md. */
export function createJsonLines({ write, options }: WriterTools): FormatWriter {
  return {
    add: async (exported) => {
      const line = await costsOnePost(exported.post.path, () =>
        jsonLine(lineOf(exported, shownAnnotations(exported, options))),
      );
      await write(`${line}\n`);
    },
    finish: () => Promise.resolve(),
  };
}

function lineOf(
  { post, text, fields, file }: ExportedPost,
  { highlights, note, labels }: ReturnType<typeof shownAnnotations>,
): object {
  return {
    path: post.path,
    title: post.title,
    date: post.date,
    day: post.day,
    source: post.source,
    author: post.author,
    tags: post.tags,
    categories: post.categories,
    url: post.url,
    lang: post.lang,
    kind: post.kind,
    draft: post.isDraft,
    characters: post.characterCount,
    text,
    html: post.html,
    headings: post.headings.map((heading) => ({ level: heading.level, text: heading.text })),
    frontMatter: fields,
    body: file?.body ?? null,
    bodyKind: file?.bodyKind ?? null,
    filePresent: post.isFilePresent,
    readAs: post.readAs?.charset ?? null,
    problems: post.problems.map(({ code, message }) => ({ code, message })),
    read: post.isRead,
    bookmarked: post.isBookmarked,
    labels,
    note,
    highlights,
  };
}

/**
 * Line ends of Unicode (U+0085, U+2028, U+2029) and other control characters are escaped: a program that cuts the file
 * at whatever its language calls a line end must get whole lines. Half characters, which UTF-8 cannot hold, are replaced.
 */
function jsonLine(value: object): string {
  const line = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.toWellFormed() : inner,
  );
  return line.replaceAll(
    /[\u007F-\u009F\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
