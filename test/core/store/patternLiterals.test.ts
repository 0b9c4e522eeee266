import { expect, test } from 'vitest';
import { literalsOf } from '../../../src/core/store/patternLiterals.ts';

test.for([
  ['\\d+亿元', ['亿元']],
  ['供应.{0,5}链', ['供应', '链']],
  ['中国?', ['中']],
  ['中国+人', ['中', '人']],
  ['中国{0,2}人', ['中', '人']],
  ['中|国', []],
  ['(中|国)人', ['人']],
  ['(?<年>\\d)月(?!日)末', ['月', '末']],
  ['(?<年>\\d)\\k<年>', []],
  ['[中国]人', ['人']],
  ['[\\]中]人', ['人']],
  ['([)中]国)人', ['人']],
  ['(\\)中(国))人', ['人']],
  ['^中$', ['中']],
  ['\\|中', ['中']],
  ['\\u{4e2d}国', ['国']],
  ['か国', ['国']],
  ['abc', []],
  ['中*', []],
] as const)('every match of %s contains %j', ([source, literals]) => {
  expect(literalsOf(source)).toEqual(literals);
});

test('what matches contains them, whatever the expression', () => {
  const pieces = [
    '中',
    '国',
    '人',
    '.',
    '?',
    '*',
    '+',
    '{0,1}',
    '(',
    '(?:',
    '(?!',
    ')',
    '|',
    '[',
    ']',
    '^',
    '\\',
    'a',
    '$',
  ];
  const texts = ['中国人', '中', '国国', '人a中', 'a', '', '中中国人人a', '^$', '|人', '(中)'];
  let state = 9;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 8) / 0x100_0000) * limit);
  };
  let matchCount = 0;
  for (let round = 0; round < 60_000; round += 1) {
    const source = Array.from({ length: 1 + below(7) }, () => pieces[below(pieces.length)]).join(
      '',
    );
    let pattern: RegExp;
    try {
      pattern = new RegExp(source, 'u');
    } catch {
      continue;
    }
    const literals = literalsOf(source);
    for (const text of texts) {
      if (!pattern.test(text)) continue;
      matchCount += 1;
      const missing = literals.filter((literal) => !text.includes(literal));
      if (missing.length > 0) expect({ source, text, missing }).toBeNull();
    }
  }
  expect(matchCount).toBeGreaterThan(10_000);
});
