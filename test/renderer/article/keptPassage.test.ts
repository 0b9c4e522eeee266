import { expect, it } from 'vitest';
import { nearestPlace } from '../../../src/renderer/article/useKeptPassage.ts';

const text = 'The tide rose. '.repeat(10);

it('takes the place nearest to where the words stood', () => {
  expect(nearestPlace(text, 'The tide', 0)).toBe(0);
  expect(nearestPlace(text, 'The tide', 0.5)).toBe(75);
  expect(nearestPlace(text, 'The tide', 1)).toBe(135);
});

it('gives none for words that are gone, or too few to be told apart', () => {
  expect(nearestPlace(text, 'The ebb fell', 0.5)).toBeNull();
  expect(nearestPlace(text, ' rose', 0.5)).toBeNull();
});
