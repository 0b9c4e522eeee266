import * as v from 'valibot';
import { call } from './call.ts';
import type { ArchiveId } from './model.ts';
import { postKeySchema } from './schemas.ts';

/** A post, or a part of one, as other programs take it from the clipboard. No address in it is one of the app's own. */
export interface CopiedPost {
  /** Sanitised, complete in itself. */
  readonly html: string;
  readonly markdown: string;
  readonly text: string;
}

/** As which of these it is copied; rich text is HTML with the plain text beside it. */
export const copyKinds = ['markdown', 'rich', 'text'] as const;
export type CopyKind = (typeof copyKinds)[number];

/** Longest HTML of a selection, and longest text on the clipboard, in UTF-16 units. */
const MAX_COPIED = 40_000_000;

/** Channels about copying posts; answered by the core. */
export const copyCalls = {
  /**
   * The post at a path for the clipboard, with its title and the address of its original; of `html`, what is selected of it
   * in the page, only that. Local pictures are in it where they are small. Answers `not-found`.
   */
  'posts.forCopy': call<{ archiveId: ArchiveId; path: string; html: string | null }, CopiedPost>(
    v.strictObject({
      ...postKeySchema.entries,
      html: v.nullable(v.pipe(v.string(), v.maxLength(MAX_COPIED))),
    }),
  ),
} as const;

/** What is put on the clipboard at once; `html` null for plain text alone. */
export const clipboardSchema = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(MAX_COPIED)),
  html: v.nullable(v.pipe(v.string(), v.maxLength(MAX_COPIED))),
});
