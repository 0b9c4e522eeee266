import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { resultQuerySchema } from '../shared/schemas.ts';
import type { CoreRequest } from './workerMessages.ts';

/** Waiting requests, divided by whether anybody still wants the answer. */
export interface Sifted {
  readonly wanted: readonly CoreRequest[];
  readonly superseded: readonly CoreRequest[];
}

/**
 * PURE. While somebody types, searches wait behind each other and only the newest matters: a waiting search is dropped
 * when a later one asks the same archive for another result. Pages of one result (the list being scrolled) and calls
 * of every other kind all stay, in order.
 */
export function dropSuperseded(waiting: readonly CoreRequest[]): Sifted {
  const newest = new Map<string, unknown>();
  const wanted: CoreRequest[] = [];
  const superseded: CoreRequest[] = [];
  for (const request of waiting.toReversed()) {
    const result = resultOf(request);
    if (result === null) {
      wanted.push(request);
      continue;
    }
    const known = newest.get(result.archiveId);
    if (known === undefined) newest.set(result.archiveId, result);
    const isWanted = known === undefined || isDeepStrictEqual(known, result);
    (isWanted ? wanted : superseded).push(request);
  }
  return { wanted: wanted.toReversed(), superseded: superseded.toReversed() };
}

const looseResultSchema = v.object(resultQuerySchema.entries);

/** The result a search is about, without the page; null for every other call. */
function resultOf({ channel, input }: CoreRequest): v.InferOutput<typeof looseResultSchema> | null {
  if (channel !== 'posts.search') return null;
  const parsed = v.safeParse(looseResultSchema, input);
  return parsed.success ? parsed.output : null;
}
