import { expect, it } from 'vitest';
import { placeOfPassage } from '../../../src/shared/anchoring/keptPassage.ts';

const text = 'The tide rose. '.repeat(10);
const place = (ahead: string, behind: string, share: number): number | null =>
  placeOfPassage(text, { ahead, behind }, share);

it('takes the place nearest to where the words stood', () => {
  expect(place('The tide', '', 0)).toBe(0);
  expect(place('The tide', '', 0.5)).toBe(75);
  expect(place('The tide', '', 1)).toBe(135);
});

it('gives none for words that are gone, or too few to be told apart', () => {
  expect(place('The ebb fell', '', 0.5)).toBeNull();
  expect(place(' rose', '', 0.5)).toBeNull();
});

it('tells twins apart by what stood before them, whatever was put in above', () => {
  const alike = 'One day the boats came in.\nTwo days the boats came in.\n';
  const passage = { ahead: 'the boats came in.', behind: 'Two days ' };
  const at = alike.lastIndexOf('the boats');
  expect(placeOfPassage(alike, passage, 0)).toBe(at);
  const added = 'Words that were put in. '.repeat(50);
  expect(placeOfPassage(added + alike, passage, 0)).toBe(added.length + at);
});

it('goes by one side where the other was edited, and does not mind lines that were broken anew', () => {
  const passage = { ahead: '渡轮停航，码头空无一人。', behind: '大风来了，海面起浪，' };
  const wrapped = '前言。大风来了，\n海面起浪，渡轮\n停航，码头空无一人。';
  expect(placeOfPassage(wrapped, passage, 0)).toBe(wrapped.indexOf('渡轮'));
  expect(placeOfPassage('前言。渡轮停航，码头空无一人。', passage, 0)).toBe(3);
  const last = '前言。大风来了，海面起浪，另有消息。';
  expect(placeOfPassage(last, passage, 0)).toBe(last.indexOf('另有'));
});
