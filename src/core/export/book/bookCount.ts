import type { BookCount, BookInput, BookPost } from './bookModel.ts';

/** What a book says of its posts in figures. */
export const countOf = ({ counted, posts }: Pick<BookInput, 'counted' | 'posts'>): BookCount =>
  counted ?? countPosts(posts);

/** PURE. Counts posts, their sources and days. */
export function countPosts(posts: readonly Pick<BookPost, 'source' | 'day'>[]): BookCount {
  const counts = new Map<string, number>();
  let firstDay: string | null = null;
  let lastDay: string | null = null;
  for (const { source, day } of posts) {
    if (source !== null && source !== '') counts.set(source, (counts.get(source) ?? 0) + 1);
    if (day === null) continue;
    if (firstDay === null || day < firstDay) firstDay = day;
    if (lastDay === null || day > lastDay) lastDay = day;
  }
  const sources = [...counts].toSorted(([, a], [, b]) => b - a);
  return { posts: posts.length, sources, firstDay, lastDay };
}
