import type { HighlightId } from './annotations.ts';
import type { ArchiveId, PostId } from './model.ts';
import type { SavedSearchId } from './savedSearches.ts';

/* oxlint-disable typescript/no-unsafe-type-assertion -- brand constructors: the one place where a plain value gets its brand */

/** Brands a checked text (16 hexadecimal digits) as an archive's id. */
export const asArchiveId = (text: string): ArchiveId => text as ArchiveId;

/** Brands a number as a post's id (generation of the index and row number, see core/store/postIds.ts). */
export const asPostId = (number: number): PostId => number as PostId;

/** Brands a checked text (32 hexadecimal digits) as a highlight's id. */
export const asHighlightId = (text: string): HighlightId => text as HighlightId;

/** Brands a checked text (32 hexadecimal digits) as a saved search's id. */
export const asSavedSearchId = (text: string): SavedSearchId => text as SavedSearchId;
