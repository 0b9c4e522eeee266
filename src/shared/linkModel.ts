import type { PostId, Snippet } from './model.ts';
import type { Filters } from './searchModel.ts';

/** Links between posts. */

/** Where a link in a post leads. */
export type LinkAnswer =
  /** Another post (or the same); `fragment` = the place in it, decoded, null when the link names none. */
  | { readonly kind: 'post'; readonly path: string; readonly fragment: string | null }
  /** A page that lists posts: these filters show them. */
  | { readonly kind: 'list'; readonly filters: Filters }
  /** A place in the same post. */
  | { readonly kind: 'fragment'; readonly id: string }
  /** Outside the archive: http, https or mailto. */
  | { readonly kind: 'external'; readonly url: string }
  /**
   * Into the archive or its site, where nothing is found: the path looked for, its last part as words to search for,
   * and the address on the site's own host (null when there is none on the web).
   */
  | {
      readonly kind: 'missing';
      readonly path: string;
      readonly words: string;
      readonly url: string | null;
    }
  /** Leads nowhere (another scheme, no address). */
  | { readonly kind: 'none' };

/** A post that links to another, and the sentence around its first such link. */
export interface Mention {
  readonly id: PostId;
  readonly path: string;
  readonly title: string;
  readonly day: string | null;
  readonly source: string | null;
  /** The link's words are marked; empty text when the link has none (a picture). */
  readonly sentence: Snippet;
}
