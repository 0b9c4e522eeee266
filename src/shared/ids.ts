import type { ArchiveId, PostId } from './model.ts';

/* oxlint-disable typescript/no-unsafe-type-assertion -- brand constructors: the one place where a plain value gets its brand */

/** Brands a checked text (16 hexadecimal digits) as an archive's id. */
export const asArchiveId = (text: string): ArchiveId => text as ArchiveId;

/** Brands a number as a post's id (generation of the index and row number, see core/store/postIds.ts). */
export const asPostId = (number: number): PostId => number as PostId;
