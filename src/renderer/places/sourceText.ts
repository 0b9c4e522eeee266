import type { Post } from '../../shared/model.ts';

/**
 * A passage of a post with where it is from, as plain text: the passage, then title, source, day and address in one line.
 * Without a passage only that line. Marks are those of the post's language.
 */
export function textWithSource(
  passage: string,
  post: Pick<Post, 'title' | 'source' | 'day' | 'url' | 'lang' | 'path'>,
): string {
  const isHan = /^(?:zh|ja)/u.test(post.lang);
  const title = isHan ? `《${post.title}》` : `“${post.title}”`;
  const facts = [title, post.source, post.day].filter((fact) => fact !== null && fact !== '');
  const line = `—— ${facts.join(isHan ? '，' : ', ')}`.replace('—— ', isHan ? '——' : '— ');
  const lines = [passage.trim(), line, post.url ?? post.path];
  return lines.filter((part) => part !== '').join('\n');
}
