import * as v from 'valibot';
import { type HighlightId, MAX_CONTEXT_LENGTH, pens, type QuoteAnchor } from './annotations.ts';
import { asHighlightId, asSavedSearchId } from './ids.ts';
import {
  archiveIdSchema,
  filtersSchema,
  MAX_QUERY_LENGTH,
  postIdsSchema,
  postKeySchema,
  sortSchema,
} from './schemas.ts';

/** Longest passage that can be marked, longest note and longest label, in UTF-16 units. */
export const MAX_QUOTE_LENGTH = 100_000;
export const MAX_NOTE_LENGTH = 100_000;
export const MAX_LABEL_LENGTH = 200;

/** Most highlights one call may name, and most labels. */
const MAX_NAMED = 100_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A note as the reader wrote it; one of white space only is none. */
const noteSchema = v.nullable(
  v.pipe(
    v.string(),
    v.maxLength(MAX_NOTE_LENGTH),
    v.transform((text) => (text.trim() === '' ? null : text)),
  ),
);

const randomId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u, 'Expected 32 hexadecimal digits'));

/** A highlight's name as it crosses a border. */
const highlightIdSchema = v.pipe(randomId, v.transform(asHighlightId));

/** A saved search's name as it crosses a border. */
const savedSearchIdSchema = v.pipe(randomId, v.transform(asSavedSearchId));

/** A colour to mark with. */
const penSchema = v.picklist(pens);

const context = v.pipe(v.string(), v.maxLength(MAX_CONTEXT_LENGTH));

/** How a passage stood out from the rest of its text. */
export const rivalsSchema = v.strictObject({
  distance: count,
  sentence: count,
  twins: count,
  doubles: count,
  ends: v.exactOptional(v.tuple([count, count])),
});

/** The entries of a passage by its words. */
const anchorEntries = {
  quote: v.pipe(
    v.string(),
    v.maxLength(MAX_QUOTE_LENGTH),
    v.check((quote) => quote.trim() !== '', 'Expected words'),
  ),
  prefix: context,
  suffix: context,
  position: v.pipe(
    v.strictTuple([count, count]),
    v.check(([start, end]) => start < end, 'Expected a range'),
    v.readonly(),
  ),
  rivals: v.exactOptional(rivalsSchema),
};

/** A passage by its words. */
const anchorSchema: v.GenericSchema<unknown, QuoteAnchor> = v.strictObject(anchorEntries);

/** A new highlight. */
export const newHighlightSchema = v.strictObject({
  ...postKeySchema.entries,
  pen: penSchema,
  note: noteSchema,
  anchor: anchorSchema,
});

const oneHighlight = { archiveId: archiveIdSchema, id: highlightIdSchema };

/** Another pen or note for a highlight; what is missing stays. */
export const highlightChangeSchema = v.strictObject({
  ...oneHighlight,
  pen: v.optional(penSchema),
  note: v.optional(noteSchema),
});

/** Some highlights of one archive. */
export const highlightIdsSchema = v.strictObject({
  archiveId: archiveIdSchema,
  ids: v.pipe(v.array(highlightIdSchema), v.maxLength(MAX_NAMED), v.readonly()),
}) satisfies v.GenericSchema<unknown, { ids: readonly HighlightId[] }>;

/** A new place for a highlight. */
export const highlightPlaceSchema = v.strictObject({
  ...oneHighlight,
  path: postKeySchema.entries.path,
  anchor: anchorSchema,
});

/** Which highlights of an archive are asked for. */
const highlightFilterSchema = v.strictObject({
  archiveId: archiveIdSchema,
  text: v.pipe(v.string(), v.maxLength(MAX_QUERY_LENGTH)),
  pens: v.pipe(v.array(penSchema), v.maxLength(pens.length), v.readonly()),
  hasNote: v.boolean(),
  isOrphan: v.boolean(),
});

/** Which of the highlights asked for, and in which order. */
export const highlightQuerySchema = v.strictObject({
  filter: highlightFilterSchema,
  order: v.picklist(['post', 'pen', 'newest', 'date']),
  offset: count,
  limit: v.pipe(count, v.maxValue(500)),
});

/** The note on a post; null takes it away. */
export const postNoteSchema = v.strictObject({ ...postKeySchema.entries, text: noteSchema });

/** A label as it is kept: white space around it does not belong to it. */
const labelSchema = v.pipe(
  v.string(),
  v.transform((label) => label.replaceAll(/\s+/gu, ' ').trim()),
  v.minLength(1),
  v.maxLength(MAX_LABEL_LENGTH),
);

const labels = v.pipe(v.array(labelSchema), v.maxLength(1_000), v.readonly());

/** Labels for the bookmarks of some posts. */
export const labelsChangeSchema = v.strictObject({
  ...postIdsSchema.entries,
  add: labels,
  remove: labels,
});

/** One label of an archive. */
export const oneLabelSchema = v.strictObject({ archiveId: archiveIdSchema, label: labelSchema });

/** A label's new name. */
export const labelRenameSchema = v.strictObject({
  archiveId: archiveIdSchema,
  from: labelSchema,
  to: labelSchema,
});

/** A search to save: a new one without `id`. */
export const searchToSaveSchema = v.strictObject({
  archiveId: archiveIdSchema,
  search: v.strictObject({
    id: v.optional(savedSearchIdSchema),
    name: v.pipe(
      v.string(),
      v.transform((name) => name.trim()),
      v.minLength(1),
      v.maxLength(MAX_LABEL_LENGTH),
    ),
    text: v.pipe(v.string(), v.maxLength(MAX_QUERY_LENGTH)),
    filters: filtersSchema,
    sort: sortSchema,
    isPinned: v.boolean(),
  }),
});

/** One saved search. */
export const oneSearchSchema = v.strictObject({
  archiveId: archiveIdSchema,
  id: savedSearchIdSchema,
});

/** Saved searches in the order wanted. */
export const searchOrderSchema = v.strictObject({
  archiveId: archiveIdSchema,
  ids: v.pipe(v.array(savedSearchIdSchema), v.maxLength(10_000), v.readonly()),
});

/** A search as it was typed. */
export const typedSearchSchema = v.strictObject({
  archiveId: archiveIdSchema,
  text: v.pipe(v.string(), v.maxLength(MAX_QUERY_LENGTH)),
});

/** A search to be forgotten; null = all of them. */
export const searchToForgetSchema = v.strictObject({
  archiveId: archiveIdSchema,
  text: v.nullable(v.pipe(v.string(), v.maxLength(MAX_QUERY_LENGTH))),
});

const word = v.pipe(v.string(), v.maxLength(200));

/** Which highlights are to be written to a file; null = all of the archive. */
export const highlightsToExportSchema = v.strictObject({
  archiveId: archiveIdSchema,
  ids: v.nullable(highlightIdsSchema.entries.ids),
  order: highlightQuerySchema.entries.order,
});

/** The same with the file (absolute path) and the words of the page. */
export const highlightsFileSchema = v.strictObject({
  ...highlightsToExportSchema.entries,
  file: v.pipe(v.string(), v.minLength(1), v.maxLength(16_384)),
  words: v.strictObject({
    title: word,
    pens: v.strictObject({ yellow: word, green: word, blue: word, pink: word }),
    orphan: word,
    original: word,
  }),
});
