import { classifyPath } from '../../post/conventions.ts';
import { plainSite } from '../../post/siteConfig.ts';
import { folderNames, safeFileName } from '../fileNames.ts';
import type { NamedPost } from '../formats/formatWriter.ts';

/**
 * File names for posts, by their paths. One whose file is called so already, in its number too, keeps its name: what was
 * exported before and is exported again gets the same names whatever the order.
 */
export function postNames(posts: readonly NamedPost[]): {
  readonly names: Map<string, string>;
  /** For posts that were not told of before. */
  readonly nameOf: (post: NamedPost) => string;
} {
  const taken = folderNames();
  const names = new Map<string, string>();
  const nameOf = (post: NamedPost): string => taken.take(postStem(post), '.md');
  for (const { path, title, day } of posts) {
    const file = path.slice(path.lastIndexOf('/') + 1);
    const stem = /^(?<stem>.*?)(?: \(\d{1,6}\))?\.md$/u.exec(file)?.groups?.['stem'];
    if (stem === postStem({ title, day }) && taken.takeAsIs(file)) names.set(path, file);
  }
  for (const post of posts) if (!names.has(post.path)) names.set(post.path, nameOf(post));
  return { names, nameOf };
}

/** The name of a post's file without its ending: day and title, so that names sort by day. */
function postStem({ title, day }: Pick<NamedPost, 'title' | 'day'>): string {
  const stem = safeFileName(day === null ? title : `${day} ${title}`);
  if (day !== null) return stem;
  // A title that begins with a day, or is called like a page of a site, would be taken for what it is not.
  const { date, kind } = classifyPath(`${stem}.md`, plainSite);
  return date === null && kind === 'post' ? stem : `post ${stem}`;
}
