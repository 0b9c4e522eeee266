import * as v from 'valibot';
import { call } from './call.ts';
import type { PostSummary } from './model.ts';
import type { QueryHint, SearchTerm } from './searchModel.ts';
import { archiveIdSchema, resultQuerySchema } from './schemas.ts';

/** Most values that one call may ask about. */
const MAX_WANTED = 1_000;

const valuesWantedSchema = v.strictObject({
  archiveId: archiveIdSchema,
  wanted: v.pipe(
    v.array(
      v.strictObject({
        field: v.picklist(['source', 'category', 'tag', 'label']),
        typed: v.pipe(v.string(), v.maxLength(10_000)),
      }),
    ),
    v.maxLength(MAX_WANTED),
    v.readonly(),
  ),
  foldsVariants: v.boolean(),
});

const archiveSearchSchema = v.strictObject({
  ...resultQuerySchema.entries,
  limit: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)),
});

/** What one archive answers to a search of all of them. */
export type ArchiveFindings =
  | {
      readonly outcome: 'found';
      readonly total: number;
      /** The first rows, in the order asked for. */
      readonly posts: readonly PostSummary[];
      readonly terms: readonly SearchTerm[];
      readonly hints: readonly QueryHint[];
    }
  /** It was never indexed, or its index is gone: nothing can be said of it. */
  | { readonly outcome: 'not-indexed' };

/** Channels beside the one search of the archive on screen. Answered by the core. */
export const searchCalls = {
  /**
   * For each typed value the one it names: the only value of that facet that holds the term, when it equals it (folded as
   * searches are). Null when there is none, or when the field asks for others as well.
   */
  'values.named': call<v.InferOutput<typeof valuesWantedSchema>, readonly (string | null)[]>(
    valuesWantedSchema,
  ),
  /** Searches any archive, without becoming the one on screen. */
  'archives.search': call<v.InferOutput<typeof archiveSearchSchema>, ArchiveFindings>(
    archiveSearchSchema,
  ),
} as const;
