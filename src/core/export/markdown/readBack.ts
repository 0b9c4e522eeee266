import type { ParsedPost } from '../../post/parsedPost.ts';
import { parsePost } from '../../post/parsePost.ts';
import { plainSite } from '../../post/siteConfig.ts';

/**
 * A page of Markdown as Broadsheet reads it in a plain folder; null when it is no post. The name says nothing: whatever is
 * known of the post must stand in the page.
 */
export function readBack(page: string): ParsedPost | null {
  const outcome = parsePost({
    path: 'post.md',
    bytes: new TextEncoder().encode(page),
    utf8: page.toWellFormed(),
    site: plainSite,
  });
  return outcome.outcome === 'post' ? outcome.post : null;
}

/** Whether two texts show the same words: white space does not count. */
export function isSameText(one: string, other: string): boolean {
  return one === other || squeezed(one) === squeezed(other);
}

/** The same for text that came through Markdown, whose renderers draw marks of notes and arrows in ways of their own. */
export function isNearText(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '');
const bare = (text: string): string => squeezed(text).replaceAll(/[[\]↩^]|\uFE0E/gu, '');
