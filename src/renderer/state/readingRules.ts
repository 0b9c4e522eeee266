/**
 * When a post counts as read: it stood in a visible window that had the focus, all the time or in pieces, and the reader
 * either spent a fair part of its reading time with it, or came to its end after more than a glance. Flying past with
 * `j` and `k`, or a window behind others, reads nothing.
 */

/** Characters read in a second, as for the reading time that the article shows: 400 Han or 1150 Latin a minute. */
const HAN_PER_SECOND = 400 / 60;
const LATIN_PER_SECOND = 1150 / 60;

/** Share of the reading time that counts as reading, and its bounds in seconds. */
const SHARE = 0.3;
const LEAST_SECONDS = 4;
const MOST_SECONDS = 30;

/** Whoever stands at the end has read it after so many seconds. */
const END_SECONDS = 2;

/** What is known of a post that is on screen. */
export interface ReadingFacts {
  /** Milliseconds that it was on screen, in the focused window. */
  readonly seenMs: number;
  /** Whether its end is, or was, in view. */
  readonly hasSeenEnd: boolean;
  readonly characterCount: number;
  readonly lang: string;
}

/** Milliseconds on screen after which a post counts as read although its end was not in view. */
export function readingMs({
  characterCount,
  lang,
}: Pick<ReadingFacts, 'characterCount' | 'lang'>): number {
  const perSecond = /^(?:zh|ja|ko)/u.test(lang) ? HAN_PER_SECOND : LATIN_PER_SECOND;
  const seconds = (characterCount / perSecond) * SHARE;
  return Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, seconds)) * 1000;
}

/** Whether a post counts as read by now. */
export const isRead = (facts: ReadingFacts): boolean =>
  facts.seenMs >= readingMs(facts) || (facts.hasSeenEnd && facts.seenMs >= END_SECONDS * 1000);
