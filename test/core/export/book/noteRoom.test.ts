import { Element } from 'domhandler';
import { expect, test } from 'vitest';
import { notesFit } from '../../../../src/core/export/book/noteRoom.ts';
import { makeHighlight } from '../makeHighlight.ts';

const room = { textLine: 30, noteLine: 12, noteHeight: 0.65, noteGap: 0.7 };
const words = Array.from({ length: 40 }, (_, at) => `第${at}处的话，`);
const TEXT = words.join('后来雾散了，船一条一条地进了港。\n');

const notes = (count: number, note: string) =>
  words.slice(0, count).map((quote) => ({
    highlight: makeHighlight(TEXT, quote, { note }),
    elements: [new Element('mark', {})] as const,
  }));

test('short notes along a text have room beside it', () => {
  expect(notesFit(notes(8, '查证。'), TEXT, room)).toBe(true);
  expect(notesFit([], TEXT, room)).toBe(true);
});

test('many notes on the words of one place have not', () => {
  expect(notesFit(notes(12, '一条要占好几行的批注，'.repeat(5)), TEXT, room)).toBe(false);
});

test('nor has a note that is longer than the text it stands beside', () => {
  expect(notesFit(notes(1, '很长的批注。'.repeat(40)), '第0处的话，到此为止。', room)).toBe(false);
});
