import * as v from 'valibot';
import { archiveOnly, call } from './call.ts';
import type { ArchiveId } from './model.ts';
import { resultQuerySchema } from './schemas.ts';
import type { FacetValue } from './searchModel.ts';
import { MOST_LINES, type OnThisDay, type TrendCounts, type TrendSplit } from './timeModel.ts';

const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
const term = v.pipe(v.string(), v.maxLength(1_000));

const split: v.GenericSchema<unknown, TrendSplit> = v.variant('by', [
  v.strictObject({ by: v.literal('source') }),
  v.strictObject({
    by: v.literal('terms'),
    others: v.pipe(v.array(term), v.maxLength(MOST_LINES - 1), v.readonly()),
  }),
]);

const daysSchema = v.strictObject({ ...resultQuerySchema.entries, month });

const trendsSchema = v.strictObject({
  ...resultQuerySchema.entries,
  split,
  /** The part of the time that is looked at closely; null = all of it. */
  within: v.nullable(v.strictObject({ from: month, to: month })),
});

const onThisDaySchema = v.strictObject({
  ...archiveOnly.entries,
  month: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  day: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)),
  /** A year that is left out (`YYYY`): that of the post on screen. Null = none. */
  exceptYear: v.nullable(v.pipe(v.string(), v.regex(/^\d{4,6}$/))),
});

/** Channels about how posts are spread over time; answered by the core. */
export const timeCalls = {
  /**
   * Days of one month with posts under a query, `YYYY-MM-DD`, ascending. The filter of time is left open, as for all
   * values of that facet: each count is the total one gets by choosing that day alone.
   */
  'facets.days': call<v.InferOutput<typeof daysSchema>, readonly FacetValue[]>(daysSchema),
  /** Posts of a query by day, month or year, and of what. The query's filter of time is not looked at. */
  'trends.count': call<v.InferOutput<typeof trendsSchema>, TrendCounts>(trendsSchema),
  /** Posts of a month and day in all years. */
  'posts.onThisDay': call<
    { archiveId: ArchiveId; month: number; day: number; exceptYear: string | null },
    OnThisDay
  >(onThisDaySchema),
} as const;
