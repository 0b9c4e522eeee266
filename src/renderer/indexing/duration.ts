/** A time left, in the unit that a person would use: minutes from 90 seconds on. */
export type Duration =
  | { readonly unit: 'secondsLeft'; readonly count: number }
  | { readonly unit: 'minutesLeft'; readonly count: number };

/** Rounds up, because a promise of 0 seconds is never kept. */
export function durationOf(seconds: number): Duration {
  return seconds < 90
    ? { unit: 'secondsLeft', count: Math.max(1, Math.ceil(seconds)) }
    : { unit: 'minutesLeft', count: Math.ceil(seconds / 60) };
}
