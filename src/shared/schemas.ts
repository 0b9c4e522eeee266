import * as v from 'valibot';
import { pens } from './annotations.ts';
import { citationStyles, MOST_CITED } from './citations.ts';
import { charsets } from './charsets.ts';
import { asArchiveId, asPostId } from './ids.ts';
import type { ArchiveView, Settings } from './appModel.ts';
import { exportOptionsSchema, exportPresetsSchema } from './exportSchemas.ts';
import type { Filters, Sort, StateName } from './searchModel.ts';
import type { PostId } from './model.ts';

/** Longest query that is answered; longer ones are refused with the hint `too-long`. In UTF-16 units. */
export const MAX_QUERY_LENGTH = 10_000;

/** Most rows one call may ask for. */
export const MAX_PAGE_SIZE = 500;

/** Most posts one call may name (a whole result can be ticked). */
const MAX_SELECTION = 5_000_000;

const shortText = v.pipe(v.string(), v.maxLength(4_096));
const facetValues = v.pipe(v.array(shortText), v.maxLength(10_000), v.readonly());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const years = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^\d{4}$/))),
  v.maxLength(10_000),
  v.readonly(),
);
const months = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/))),
  v.maxLength(120_000),
  v.readonly(),
);
const states: v.GenericSchema<unknown, readonly StateName[]> = v.pipe(
  v.array(v.picklist(['bookmarked', 'unread', 'read', 'draft'])),
  v.maxLength(4),
  v.readonly(),
);
const dayOrMonth = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(-\d{2})?$/));

/** An archive id as it crosses a border. */
export const archiveIdSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{16}$/),
  v.transform(asArchiveId),
);

/** A post id as it crosses a border. */
export const postIdSchema = v.pipe(count, v.transform(asPostId));

/** A path relative to the archive's folder. Confinement to the folder is checked where the file is opened. */
const postPathSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(16_384));

/** Order of a result. */
export const sortSchema: v.GenericSchema<unknown, Sort> = v.picklist([
  'relevance',
  'newest',
  'oldest',
]);

/** Chosen facet values. What views kept by an earlier version do not have is empty. */
export const filtersSchema: v.GenericSchema<unknown, Filters> = v.strictObject({
  list: v.picklist(['all', 'unread', 'bookmarked', 'highlighted']),
  states: v.optional(states, []),
  sources: facetValues,
  categories: facetValues,
  tags: facetValues,
  labels: v.optional(facetValues, []),
  years: v.optional(years, []),
  months: v.optional(months, []),
  from: v.nullable(dayOrMonth),
  to: v.nullable(dayOrMonth),
});

const queryEntries = {
  archiveId: archiveIdSchema,
  /** As typed; see the query language in docs/search.md. */
  text: v.pipe(v.string(), v.maxLength(1_000_000)),
  filters: filtersSchema,
  sort: sortSchema,
  /** False = Traditional and Simplified characters are told apart (`Settings.foldsVariants`); missing = true. */
  foldsVariants: v.optional(v.boolean()),
};

/** A query without its page: names a whole result. */
export const resultQuerySchema = v.strictObject(queryEntries);

/** What a list is narrowed to, without its order. */
export const listSchema = v.strictObject({
  archiveId: archiveIdSchema,
  text: queryEntries.text,
  filters: filtersSchema,
});

/** A query and the rows wanted of its result. */
export const postQuerySchema = v.strictObject({
  ...queryEntries,
  offset: count,
  limit: v.pipe(count, v.maxValue(MAX_PAGE_SIZE)),
});

/** Most excerpts of one post in one answer. */
const MAX_SNIPPETS = 200;

/** The excerpts of one post around the hits of a query. */
export const snippetsQuerySchema = v.strictObject({
  archiveId: archiveIdSchema,
  id: postIdSchema,
  text: queryEntries.text,
  foldsVariants: queryEntries.foldsVariants,
  limit: v.pipe(count, v.maxValue(MAX_SNIPPETS)),
});

const fewWords = v.pipe(v.string(), v.maxLength(1_000));

/** The words at which a post was left. */
export const passageSchema = v.strictObject({ ahead: fewWords, behind: fewWords });

/** Names one post of one archive across re-indexing. */
export const postKeySchema = v.strictObject({ archiveId: archiveIdSchema, path: postPathSchema });

/** Names some posts of one archive across re-indexing. */
export const postPathsSchema = v.strictObject({
  archiveId: archiveIdSchema,
  paths: v.pipe(v.array(postPathSchema), v.maxLength(10_000), v.readonly()),
});

/**
 * One plain loop: item by item through a schema, a hundred thousand ids (a whole result, ticked) would hold up the
 * main process for longer than a picture takes to draw.
 */
function arePostIds(raw: unknown): boolean {
  if (!Array.isArray(raw) || raw.length > MAX_SELECTION) return false;
  for (let at = 0; at < raw.length; at += 1) {
    const id: unknown = raw[at];
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 0) return false;
  }
  return true;
}

/** Some posts of one archive by row number. */
export const postIdsSchema = v.strictObject({
  archiveId: archiveIdSchema,
  ids: v.custom<readonly PostId[]>(arePostIds, 'Expected row numbers'),
});

/** Keys that the reader changed. Commands that this version does not know are kept for the one that does. */
export const changedKeysSchema = v.pipe(
  v.record(
    v.pipe(v.string(), v.maxLength(64)),
    v.pipe(
      v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
      v.maxLength(8),
      v.readonly(),
    ),
  ),
  v.check((keys) => Object.keys(keys).length <= 1000, 'Too many commands'),
);

/** All settings; also what is read back from the library, where a damaged value falls back to its default. */
export const settingsSchema: v.GenericSchema<unknown, Settings> = v.strictObject({
  language: v.picklist(['system', 'en', 'zh']),
  theme: v.picklist(['system', 'light', 'sepia', 'dark']),
  density: v.picklist(['comfortable', 'compact']),
  typeface: v.picklist(['serif', 'sans']),
  readingSize: v.pipe(v.number(), v.minValue(15), v.maxValue(22)),
  lineLength: v.optional(v.pipe(v.number(), v.minValue(26), v.maxValue(44)), 34),
  isJustified: v.optional(v.boolean(), true),
  sidebarWidth: v.pipe(v.number(), v.minValue(200), v.maxValue(320)),
  listWidth: v.pipe(v.number(), v.minValue(320), v.maxValue(560)),
  isSidebarHidden: v.boolean(),
  hasSingleKeys: v.boolean(),
  keys: v.optional(changedKeysSchema, {}),
  recentCommands: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(50), v.readonly()),
    [],
  ),
  foldsVariants: v.boolean(),
  explainsSearches: v.optional(v.boolean(), false),
  pen: v.optional(v.picklist(pens), 'yellow'),
  lastArchiveId: v.nullable(archiveIdSchema),
  exportOptions: exportOptionsSchema,
  otherExportOptions: v.optional(
    v.pipe(v.array(exportOptionsSchema), v.maxLength(50), v.readonly()),
    [],
  ),
  exportFolder: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(4096))), null),
  exportPresets: v.optional(exportPresetsSchema, []),
  marksRead: v.optional(v.picklist(['reading', 'opening', 'never']), 'reading'),
  citationStyle: v.optional(v.picklist(citationStyles), 'gbt7714'),
  speechRate: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(2)), 1),
  speechVoices: v.optional(
    v.record(v.pipe(v.string(), v.maxLength(16)), v.pipe(v.string(), v.maxLength(200))),
    {},
  ),
});

/** What was on screen in an archive. */
export const archiveViewSchema: v.GenericSchema<unknown, ArchiveView> = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(MAX_QUERY_LENGTH)),
  filters: filtersSchema,
  sort: sortSchema,
  openPath: v.nullable(postPathSchema),
  listScrollTop: v.pipe(v.number(), v.minValue(0)),
  surface: v.optional(v.picklist(['post', 'highlights', 'trends']), 'post'),
  closedLabels: v.optional(facetValues, []),
  recentPosts: v.optional(
    v.pipe(
      v.array(
        v.strictObject({ path: postPathSchema, title: v.pipe(v.string(), v.maxLength(1_000)) }),
      ),
      v.maxLength(100),
      v.readonly(),
    ),
    [],
  ),
});

/** A charset that files may be read as. */
export const charsetSchema = v.picklist(charsets);

/** A choice of a charset for a file or a folder (empty = the whole archive); null takes it back. */
export const charsetChoiceSchema = v.strictObject({
  archiveId: archiveIdSchema,
  path: v.pipe(v.string(), v.maxLength(16_384)),
  isFolder: v.boolean(),
  charset: v.nullable(charsetSchema),
});

/** A post to be opened: for a long one, which part, and the query whose first hit is looked for. */
export const openPostSchema = v.strictObject({
  ...postKeySchema.entries,
  part: v.optional(count),
  find: v.optional(
    v.strictObject({
      text: v.pipe(v.string(), v.maxLength(MAX_QUERY_LENGTH)),
      foldsVariants: v.boolean(),
    }),
  ),
});

/** Posts to be cited. */
export const citationSchema = v.strictObject({
  archiveId: archiveIdSchema,
  ids: v.pipe(v.array(postIdSchema), v.minLength(1), v.maxLength(MOST_CITED), v.readonly()),
  style: v.picklist(citationStyles),
  quote: v.nullable(v.pipe(v.string(), v.maxLength(100_000))),
});

/** How the library may be written to a file. */
export const libraryFormatSchema = v.picklist(['json', 'html', 'markdown']);
