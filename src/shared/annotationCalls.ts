import type * as v from 'valibot';
import {
  highlightChangeSchema,
  highlightIdsSchema,
  highlightPlaceSchema,
  highlightQuerySchema,
  highlightsFileSchema,
  labelRenameSchema,
  labelsChangeSchema,
  newHighlightSchema,
  oneLabelSchema,
  oneSearchSchema,
  postNoteSchema,
  searchOrderSchema,
  searchToForgetSchema,
  searchToSaveSchema,
  typedSearchSchema,
} from './annotationSchemas.ts';
import type {
  Highlight,
  HighlightId,
  HighlightPage,
  HighlightsExport,
  LabelCount,
  PostAnnotations,
  PostNote,
} from './annotations.ts';
import { archiveOnly, call } from './call.ts';
import type { ArchiveId, PostId } from './model.ts';
import type { SavedSearch } from './savedSearches.ts';
import { postKeySchema } from './schemas.ts';

type In<S extends v.GenericSchema> = v.InferOutput<S>;

/** Channels about what readers write into an archive, and the searches they keep. Answered by the core. */
export const annotationCalls = {
  /** What the reader wrote on one post; also of a path that the index does not have (any more). */
  'annotations.ofPost': call<{ archiveId: ArchiveId; path: string }, PostAnnotations>(
    postKeySchema,
  ),
  /** Marks a passage. Overlapping ones are allowed. `not-found` when the index has no post at the path. */
  'highlights.add': call<In<typeof newHighlightSchema>, Highlight>(newHighlightSchema),
  /** `not-found` when there is no such highlight (any more). */
  'highlights.change': call<In<typeof highlightChangeSchema>, Highlight>(highlightChangeSchema),
  /** Answers those that were there, so that undo brings back exactly these. */
  'highlights.remove': call<
    In<typeof highlightIdsSchema>,
    { readonly removed: readonly HighlightId[] }
  >(highlightIdsSchema),
  /** Brings removed ones back; answers them as they are now. */
  'highlights.restore': call<In<typeof highlightIdsSchema>, readonly Highlight[]>(
    highlightIdsSchema,
  ),
  /** Gives a highlight another place, also in another post. `not-found` as `change` and `add` do. */
  'highlights.attach': call<In<typeof highlightPlaceSchema>, Highlight>(highlightPlaceSchema),
  'highlights.list': call<In<typeof highlightQuerySchema>, HighlightPage>(highlightQuerySchema),
  /** Writes highlights as Markdown with links back. Fails with `export-failed`. */
  'highlights.exportTo': call<In<typeof highlightsFileSchema>, HighlightsExport>(
    highlightsFileSchema,
  ),
  /** Writes or takes away (null) the note on a post; answers it as it is now. `not-found` as `highlights.add` does. */
  'notes.set': call<In<typeof postNoteSchema>, PostNote | null>(postNoteSchema),
  /** Labels in use with the number of bookmarks that carry them, by text. */
  'labels.list': call<{ archiveId: ArchiveId }, readonly LabelCount[]>(archiveOnly),
  /** Adds and removes labels; adding one bookmarks the post. Answers the posts that changed. */
  'labels.set': call<In<typeof labelsChangeSchema>, { readonly changed: readonly PostId[] }>(
    labelsChangeSchema,
  ),
  /** Bookmarks that carry `from` carry `to` instead; where there was a `to`, the two become one. */
  'labels.rename': call<In<typeof labelRenameSchema>, { readonly changed: number }>(
    labelRenameSchema,
  ),
  /** Takes a label off all bookmarks, which stay. Answers from how many. */
  'labels.delete': call<In<typeof oneLabelSchema>, { readonly changed: number }>(oneLabelSchema),
  /** Takes the last `labels.delete` of this label back. Answers the number of bookmarks that carry it again. */
  'labels.restore': call<In<typeof oneLabelSchema>, { readonly changed: number }>(oneLabelSchema),
  /** Saved searches: pinned ones first, each kind in the order the reader gave. */
  'searches.list': call<{ archiveId: ArchiveId }, readonly SavedSearch[]>(archiveOnly),
  /** Keeps a search, or changes the one with that `id` (`not-found` when there is none). A new one comes last. */
  'searches.save': call<In<typeof searchToSaveSchema>, SavedSearch>(searchToSaveSchema),
  'searches.remove': call<In<typeof oneSearchSchema>, undefined>(oneSearchSchema),
  /** Brings a removed one back to its place; `not-found` when there never was one. */
  'searches.restore': call<In<typeof oneSearchSchema>, SavedSearch>(oneSearchSchema),
  /** Those named come in this order, before any others. */
  'searches.order': call<In<typeof searchOrderSchema>, undefined>(searchOrderSchema),
  /** What was searched for last, newest first, each once; at most 30. Stays on this computer. */
  'searches.recent': call<{ archiveId: ArchiveId }, readonly string[]>(archiveOnly),
  /** A text of white space only is not kept. */
  'searches.remember': call<In<typeof typedSearchSchema>, undefined>(typedSearchSchema),
  /** Forgets one, or all (null), for good. */
  'searches.forget': call<In<typeof searchToForgetSchema>, undefined>(searchToForgetSchema),
} as const;
