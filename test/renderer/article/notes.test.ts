import { expect, test } from 'vitest';
import { isNoteMark } from '../../../src/renderer/article/notes.ts';

test.each([
  ['#post-fn1', '[1]', true],
  ['#post-fn-rope', '2', true],
  ['#_ftn1', '[1]', true],
  ['#_edn12', 'xii', true],
  ['#note-2', '2', true],
  ['#cite_note-7', '[7]', true],
  ['#footnote3', '*', true],
  ['#n1', '①', true],
  ['#post-zhu-1', '〔1〕', true],
])('%s marked %s is the mark of a note when raised', (href, text, isRaised) => {
  expect(isNoteMark(href, text, isRaised)).toBe(true);
});

test.each([
  ['#post-fn1', '[1]'],
  ['#_ftn1', '[1]'],
  ['#footnote-3', '注3'],
])('%s marked %s is one in the line as well', (href, text) => {
  expect(isNoteMark(href, text, false)).toBe(true);
});

test.each([
  ['#chapter-2', '2', false],
  ['#the-last-boat', 'the last boat', false],
  ['#notes', 'See the notes at the end', false],
  ['#post-fnref1', '↩', false],
  ['#_ftnref1', '[1]', true],
  ['#cite_ref-1', '^', false],
  ['https://example.org/#fn1', '1', true],
  ['other.md#fn1', '1', true],
])('%s marked %s is none', (href, text, isRaised) => {
  expect(isNoteMark(href, text, isRaised)).toBe(false);
});

test('an id with a broken escape is read as it is written', () => {
  expect(isNoteMark('#fn1%E0%A4%A', '1', false)).toBe(true);
});
