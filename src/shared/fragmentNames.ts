import { ID_PREFIX } from './htmlPolicy.ts';

/**
 * PURE. The ids in a post's HTML that a link's fragment (decoded, without `#`) may mean, the likeliest first; none for
 * the post's beginning (HTML, "select the indicated part": no name, or `top`). Ids in a post carry a prefix that links to
 * them may lack, and notes name headings by their words, of which their ids are made (core/post/postHtml.ts).
 */
export function fragmentNames(fragment: string): readonly string[] {
  if (fragment === '' || fragment === 'top') return [];
  const slug = fragment
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s+/gu, '-');
  return [...new Set([fragment, `${ID_PREFIX}${fragment}`, `${ID_PREFIX}${slug}`])];
}
