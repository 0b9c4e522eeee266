import { describe, expect, test } from 'vitest';
import { placeHighlights } from '../../../src/renderer/marking/placeHighlights.ts';
import { anchorOf } from '../../../src/shared/anchoring/anchorOf.ts';
import type { PostPart } from '../../../src/shared/model.ts';
import { highlightOf } from './placedHighlight.ts';

const words =
  'harbour lamp keeper boat night wind rope sail bread letter stone river winter bell window coat field road child morning song'.split(
    ' ',
  );

/** A sentence of words in an order that follows no pattern (a linear congruential generator), always the same. */
function sentenceOf(at: number): string {
  let seed = (at + 1) * 7919;
  const chosen = Array.from({ length: 9 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return words[seed % words.length] ?? '';
  });
  return `The ${chosen.join(' ')}.`;
}
const sentences = Array.from({ length: 200 }, (_, at) => sentenceOf(at));
const text = sentences.join('\n');
const marked = (at: number, id: string) => {
  const start = text.indexOf(sentences[at] ?? '');
  return highlightOf(id, anchorOf(text, [start, start + (sentences[at] ?? '').length]));
};
const textsOf = (shown: string, { placed }: ReturnType<typeof placeHighlights>) =>
  placed.map(({ range }) => shown.slice(...range));

test('highlights stand where they were made, in the order of the text, also with other white space', () => {
  const highlights = [marked(150, 'b'), marked(20, 'a')];
  const wrapped = text.replaceAll(' ', '\n  ');
  const placement = placeHighlights(wrapped, highlights, undefined);
  expect(placement.orphans).toEqual([]);
  expect(textsOf(wrapped, placement).map((shown) => shown.replaceAll(/\s+/gu, ' '))).toEqual([
    sentences[20],
    sentences[150],
  ]);
});

test('words that are gone are orphans, never another sentence', () => {
  const gone = text.replace(sentences[20] ?? '', '');
  const placement = placeHighlights(gone, [marked(20, 'a'), marked(21, 'b')], undefined);
  expect(placement.orphans.map(({ id }) => id)).toEqual(['a']);
  expect(textsOf(gone, placement)).toEqual([sentences[21]]);
});

describe('in a part of a long post', () => {
  const cut = text.indexOf(sentences[100] ?? '');
  const visible = (shown: string): number => shown.replaceAll(/\s/gu, '').length;
  const parts: readonly [string, PostPart][] = [
    [text.slice(0, cut), { index: 0, count: 2, start: 0, isHitFound: null }],
    [text.slice(cut), { index: 1, count: 2, start: visible(text.slice(0, cut)), isHitFound: null }],
  ];

  test.each([0, 1])('part %d shows its own; those of the other part are no orphans', (index) => {
    const [shown, part] = parts[index] ?? [text, undefined];
    const placement = placeHighlights(shown, [marked(20, 'a'), marked(199, 'b')], part);
    expect(textsOf(shown, placement)).toEqual([sentences[index === 0 ? 20 : 199]]);
    expect(placement.orphans).toEqual([]);
    expect(placement.elsewhereCount).toBe(1);
  });

  test('words that are gone from the part they were in are orphans there', () => {
    const [shown, part] = parts[1] ?? [text, undefined];
    const gone = shown.replace(sentences[199] ?? '', '');
    const placement = placeHighlights(gone, [marked(20, 'a'), marked(199, 'b')], part);
    expect(placement.orphans.map(({ id }) => id)).toEqual(['b']);
  });
});
