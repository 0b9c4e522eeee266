import type { ArchiveId, PostId } from './model.ts';

/* oxlint-disable typescript/no-unsafe-type-assertion -- brand constructors: the one place where a plain value gets its brand */

/** Brands a checked text (16 hexadecimal digits) as an archive's id. */
export const asArchiveId = (text: string): ArchiveId => text as ArchiveId;

/** Brands a row number of the index as a post's id. */
export const asPostId = (rowNumber: number): PostId => rowNumber as PostId;
