import { expect, it } from 'vitest';
import { isRead, readingMs } from '../../../src/renderer/state/readingRules.ts';

const post = (characterCount: number, lang = 'zh-Hans') => ({ characterCount, lang });

it('asks for a fair part of the reading time, at least 4 and at most 30 seconds', () => {
  expect(readingMs(post(20))).toBe(4000);
  // 400 characters are a minute of reading.
  expect(readingMs(post(400))).toBeCloseTo(18_000);
  expect(readingMs(post(50_000))).toBe(30_000);
  expect(readingMs(post(1150, 'en'))).toBeCloseTo(18_000);
});

it('takes a post whose end was seen as read after more than a glance', () => {
  const long = post(50_000);
  expect(isRead({ ...long, seenMs: 1500, hasSeenEnd: true })).toBe(false);
  expect(isRead({ ...long, seenMs: 2000, hasSeenEnd: true })).toBe(true);
  expect(isRead({ ...long, seenMs: 29_000, hasSeenEnd: false })).toBe(false);
  expect(isRead({ ...long, seenMs: 30_000, hasSeenEnd: false })).toBe(true);
});
