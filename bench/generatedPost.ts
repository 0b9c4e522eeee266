/** One file of a generated archive. */
export type GeneratedPost = {
  /** Relative to the archive, with `/`. */
  readonly path: string;
  /** The file's text; for `bytes` other than null, the text before it was spoiled. */
  readonly text: string;
  /** The file's bytes, where they are not simply `text` in UTF-8; otherwise null. */
  readonly bytes: Uint8Array | null;
  /** The file's name in `_posts/` as bytes, where it is not valid UTF-8; otherwise null. */
  readonly nameBytes: Uint8Array | null;
  /** What is wrong with the post on purpose, as hostilePosts.ts names it; null for a sound one. */
  readonly oddity: string | null;
};
