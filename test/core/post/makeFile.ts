import type { ParsedPost, PostFile, SiteConfig } from '../../../src/core/post/parsedPost.ts';
import { parsePost } from '../../../src/core/post/parsePost.ts';
import { renderPost } from '../../../src/core/post/renderPost.ts';
import { plainSite } from '../../../src/core/post/siteConfig.ts';

/** A Jekyll site in China, as the archives that started Broadsheet. */
const jekyllSite: SiteConfig = {
  ...plainSite,
  generator: 'jekyll',
  title: '江汀新闻长编',
  timezone: 'Asia/Shanghai',
  lang: 'zh-CN',
};

/** A file as the scanner hands it over; text is written as UTF-8. */
export function makeFile(
  content: string | Uint8Array,
  path = '_posts/2020-02-03-name.md',
  site: SiteConfig = jekyllSite,
): PostFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, bytes, site };
}

/** The post of a file; throws (and so fails the test) when the file became a problem. */
export function postOf(file: PostFile): ParsedPost {
  const read = parsePost(file);
  if (read.outcome === 'problem') throw new Error(`No post: ${read.problem.code}`);
  return read.post;
}

/** The sanitised HTML of Markdown (or another kind of file, by `path`). */
export function htmlOf(content: string, path?: string): string {
  return renderPost(makeFile(content, path)).html;
}

/** Codes of a post's problems, in order. */
export function codesOf(post: ParsedPost): readonly string[] {
  return post.problems.map(({ code }) => code);
}
