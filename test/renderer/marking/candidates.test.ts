import { expect, test } from 'vitest';
import { candidatesFor } from '../../../src/renderer/marking/candidates.ts';
import type { QuoteAnchor } from '../../../src/shared/annotations.ts';

const old =
  '入夜以后，码头上的灯一盏一盏亮起来。这座灯塔已经亮了一百二十年，从来没有在风浪里熄灭过。守塔人把每一次点灯的时刻都写进日志。';
const quote = '这座灯塔已经亮了一百二十年，从来没有在风浪里熄灭过。';
const start = old.indexOf(quote);
const anchor: QuoteAnchor = {
  quote,
  prefix: old.slice(0, start),
  suffix: old.slice(start + quote.length),
  position: [start, start + quote.length],
};
const offered = (text: string): readonly string[] =>
  candidatesFor(text, anchor).map((range) => text.slice(...range));

test('the same words among others, whatever the white space', () => {
  const text = `别的开头。\n\n${quote.slice(0, 8)}\n${quote.slice(8)}\n\n别的结尾。`;
  expect(offered(text)[0]).toBe(`${quote.slice(0, 8)}\n${quote.slice(8)}`);
});

test('words that are much alike', () => {
  const text =
    '全新的一段。据说这座老灯塔亮了一百二十多年，从没有在风浪中熄灭。再来一段别的内容，说的是渔汛。';
  expect(offered(text)[0]).toContain('灯塔亮了一百二十多年');
});

test('what stands now between what stood around them', () => {
  const text = old.replace(quote, '塔已经拆了。');
  expect(offered(text)[0]).toBe('塔已经拆了。');
});

test('nothing where nothing is alike; nothing in nothing', () => {
  expect(offered('渔汛到了，船都出海去了，家家户户晒网补帆。')).toEqual([]);
  expect(offered('')).toEqual([]);
  expect(candidatesFor('a b', { ...anchor, quote: ' ' })).toEqual([]);
});

test('at most three, and none over another', () => {
  const text = Array.from({ length: 9 }, (_, at) => `第${at}句。${quote}`).join('');
  const ranges = candidatesFor(text, anchor).toSorted((a, b) => a[0] - b[0]);
  expect(ranges).toHaveLength(3);
  for (const [at, [from]] of ranges.entries()) {
    expect(from).toBeGreaterThanOrEqual(ranges[at - 1]?.[1] ?? 0);
  }
});
