import * as v from 'valibot';
import type { Passage } from '../../shared/model.ts';
import { passageSchema } from '../../shared/schemas.ts';

/** Fields that kept rows are made of. */

/** An instant, written as JavaScript writes it, so that texts compare like times. */
export const instantSchema = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'Expected an ISO date and time'),
  v.transform((text) => new Date(text).toISOString()),
);

/** A path inside an archive, as the index has it: relative, with `/`. */
export const pathSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(16_384),
  v.check(
    (path) => !path.startsWith('/') && !path.split('/').includes('..'),
    'Expected a relative path',
  ),
);

/** A text of a row. */
export const shortText = v.pipe(v.string(), v.maxLength(100_000));

/** What a post is found by when its path changed. */
export const identityEntries = {
  path: pathSchema,
  contentHash: v.optional(shortText, ''),
  sourceId: v.optional(v.nullable(shortText), null),
  title: v.optional(shortText, ''),
  /** `YYYY-MM-DD` */
  day: v.optional(v.nullable(shortText), null),
};

/** A passage as a column has it; the fields always in one order, so that two texts compare. Null = none. */
export function passageText(passage: Passage | null): string | null {
  return passage === null ? null : JSON.stringify({ ahead: passage.ahead, behind: passage.behind });
}

/** The passage of a column; null for none, and for one that went bad. */
export function readPassage(kept: unknown): Passage | null {
  if (typeof kept !== 'string') return null;
  try {
    return v.parse(passageSchema, JSON.parse(kept));
  } catch {
    return null;
  }
}
