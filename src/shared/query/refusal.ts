import type { QueryHint } from '../searchModel.ts';

/** PURE. Whether a query was refused: what came back is no answer, not even an empty one. */
export const isRefused = (hints: readonly QueryHint[]): boolean =>
  hints.some(({ code }) => code === 'too-long' || code === 'too-slow');
