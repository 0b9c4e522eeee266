import { expect, test } from 'vitest';
import { findPreparedRanges, prepareTerm } from '../../../src/shared/text/matchText.ts';
import { findInSimpleText } from '../../../src/shared/text/simpleText.ts';
import { Random } from '../../support/random.ts';

const UNITS = Array.from('国國臺台发發髮乾干AaＡbB1１.…。，  \n\t\u3000一、·-5％%ア漢é');
const RARE = ['\u0301', '\ufb01', '\u{1f600}', '\u{20000}', 'ß', '\u00ad', '\uf900', '\ud800'];

/** The first character makes the text one that has to be folded, and stands for nothing itself. */
const foldedRanges = (text: string, terms: Parameters<typeof findPreparedRanges>[1]) =>
  findPreparedRanges(`\u00ad${text}`, terms).map(([start, end]) => [
    // A mark at the beginning combines with it.
    Math.max(0, start - 1),
    end - 1,
  ]);

test('what is found without folding is what is found by folding, for one term and for several', () => {
  const random = new Random(20_261_122);
  const write = (length: number, rare: number): string =>
    Array.from({ length }, () => random.pick(random.below(100) < rare ? RARE : UNITS)).join('');
  let simple = 0;
  let hits = 0;
  for (let round = 0; round < 6_000; round += 1) {
    const text = write(random.below(40), round % 3 === 0 ? 5 : 0);
    const start = random.below(text.length + 1);
    const options = { isPrefix: random.is(0.5), keepsVariants: random.is(0.5) };
    const taken = text.slice(start, start + 1 + random.below(3));
    const first = prepareTerm({ text: random.is(0.7) ? taken : write(2, 0), ...options });
    const second = prepareTerm({ text: random.is(0.7) ? taken.slice(1) : write(1, 5), ...options });
    if (findInSimpleText(text, first) !== null) simple += 1;
    const found = findPreparedRanges(text, [first]);
    hits += found.length;
    expect(found, JSON.stringify({ text, term: first.folded })).toEqual(
      foldedRanges(text, [first]),
    );
    expect(findPreparedRanges(text, [first, second])).toEqual(foldedRanges(text, [first, second]));
  }
  expect(simple).toBeGreaterThan(2_000);
  expect(hits).toBeGreaterThan(2_000);
});

test('a text with a character that does not fold by itself is left to folding', () => {
  const term = prepareTerm({ text: '国', isPrefix: false });
  expect(findInSimpleText('中国…國', term)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(findInSimpleText('中国\u0301', term)).toBeNull();
  expect(findInSimpleText('中国…', prepareTerm({ text: '...', isPrefix: false }))).toBeNull();
});
