import { describe, expect, test } from 'vitest';
import { explainQuery } from '../../../src/shared/query/explainQuery.ts';
import { parseQuery } from '../../../src/shared/query/parseQuery.ts';
import {
  chipsOf,
  inOrder,
  replacePart,
  withoutPart,
} from '../../../src/shared/query/queryChips.ts';
import { sayInChinese } from '../../../src/shared/query/sayChinese.ts';
import { sayInEnglish } from '../../../src/shared/query/sayEnglish.ts';
import { randomQueryTexts } from './queryTexts.ts';

const meanings = (typed: string): string[] =>
  parseQuery(typed).parts.map(({ node, sort }) => JSON.stringify([node, sort]));

describe('chipsOf', () => {
  test('names every part of a query with its place', () => {
    const typed = ' 芯片  -"a b" tag:(x OR y) date:2022 is:unread sort:date a NEAR/3 b ';
    const chips = chipsOf(typed);
    expect(chips.map(({ kind, text, isNegated }) => [kind, text, isNegated])).toEqual([
      ['words', '芯片', false],
      ['words', '-"a b"', true],
      ['group', 'tag:(x OR y)', false],
      ['date', 'date:2022', false],
      ['state', 'is:unread', false],
      ['order', 'sort:date', false],
      ['words', 'a NEAR/3 b', false],
    ]);
    for (const { start, end, text } of chips) expect(typed.slice(start, end)).toBe(text);
    expect(chips.map(({ sort }) => sort)).toEqual([null, null, null, null, null, 'oldest', null]);
  });

  test('alternatives outside parentheses are one part, with an operator that waits for more', () => {
    expect(chipsOf('a b OR c').map(({ text }) => text)).toEqual(['a b OR c']);
    expect(chipsOf('a OR ').map(({ text }) => text)).toEqual(['a OR']);
    expect(chipsOf('a NEAR ').map(({ text }) => text)).toEqual(['a NEAR']);
    expect(chipsOf('')).toEqual([]);
    expect(chipsOf('"" tag: -()')).toEqual([]);
  });
});

describe('withoutPart and replacePart', () => {
  test.for([
    { typed: 'a b c', at: 1, without: 'a c', replaced: 'a tag:"x y" c' },
    { typed: '"a"(b)* c', at: 1, without: '"a" * c', replaced: '"a" tag:"x y" * c' },
    { typed: '[a [b] c]', at: 1, without: '"[a" "c]"', replaced: '"[a" tag:"x y" "c]"' },
    { typed: 'a', at: 0, without: '', replaced: 'tag:"x y"' },
    { typed: '-a sort:date', at: 1, without: '-a', replaced: '-a tag:"x y"' },
  ])('$typed', ({ typed, at, without, replaced }) => {
    const chip = chipsOf(typed)[at];
    if (chip === undefined) throw new Error('There is no such part');
    expect(withoutPart(typed, chip)).toBe(without);
    expect(replacePart(typed, chip, 'tag:"x y"')).toBe(replaced);
  });

  test('alternatives that are put among other parts stay together', () => {
    const typed = 'a b';
    const [chip] = chipsOf(typed);
    if (chip === undefined) throw new Error('There is no such part');
    expect(replacePart(typed, chip, 'x OR y')).toBe('(x OR y) b');
    expect(replacePart('a', chip, 'x OR y')).toBe('x OR y');
  });

  test('what the other parts mean stays, for thousands of odd queries', () => {
    for (const typed of randomQueryTexts(7, 4_000)) {
      const all = meanings(typed);
      chipsOf(typed).forEach((chip, at) => {
        const others = all.toSpliced(at, 1);
        expect(meanings(withoutPart(typed, chip)), `${typed} without ${chip.text}`).toEqual(others);
        const changed = meanings(replacePart(typed, chip, 'is:draft'));
        const draft = meanings('is:draft');
        expect(changed, `${typed} with ${chip.text} replaced`).toEqual(
          all.toSpliced(at, 1, ...draft),
        );
      });
    }
  });
});

describe('a query in words', () => {
  test.for([
    ['', 'All posts', '全部文章'],
    ['sort:-date', 'All posts, newest first', '全部文章，最新在前'],
    [
      '供应链 芯片 -广告 date:2022-03..2022-05 sort:-date',
      'Posts that contain “供应链” and “芯片”, do not contain “广告” and are dated 2022-03-01 to 2022-05-31, newest first',
      '含“供应链”和“芯片”，且不含“广告”，且日期为2022-03-01至2022-05-31的文章，最新在前',
    ],
    ['a* OR b', 'Posts that contain “a…” or “b”', '含“a…”或“b”的文章'],
    [
      'title:a (tag:b OR is:unread)',
      'Posts that contain “a” in the title and (have a tag with “b” or are unread)',
      '标题含“a”，且（标签含“b”，或未读）的文章',
    ],
    [
      '-(a tag:b)',
      'Posts that do not (contain “a” and have a tag with “b”)',
      '不符合（含“a”，且标签含“b”）的文章',
    ],
    ['is:page note:*', 'Pages that have a note', '有批注的页面'],
    ['is:page', 'All pages', '全部页面'],
    [
      'is:page a is:draft sort:date',
      'Pages that contain “a” and are drafts, oldest first',
      '含“a”，且为草稿的页面，最早在前',
    ],
    [
      'is:page OR is:draft',
      'Posts and pages that are pages or are drafts',
      '为页面，或为草稿的文章与页面',
    ],
    [
      'a NEAR/3 b NEAR c',
      'Posts that contain “a” within 3 words or characters of “b” within 10 words or characters of “c”',
      '含“a”与“b”（相距不超过3字）与“c”（相距不超过10字）的文章',
    ],
    [
      'title:/\\d+亿/i',
      'Posts that match the pattern /\\d+亿/i in the title',
      '标题匹配表达式/\\d+亿/i的文章',
    ],
    [
      'before:2022-03 -date:1d',
      'Posts that are dated 2022-02-28 or earlier and are not of the last day',
      '日期不晚于2022-02-28，且不在最近1天内的文章',
    ],
    [
      '[lang:zh] -[x]',
      'Posts that have “zh” under “lang” in their front matter and do not have “x” in their front matter',
      '元数据“lang”含“zh”，且元数据无“x”的文章',
    ],
  ] as const)('%s', ([typed, english, chinese]) => {
    const explained = explainQuery(parseQuery(typed));
    expect(sayInEnglish(explained)).toBe(english);
    expect(sayInChinese(explained)).toBe(chinese);
  });

  test('everything that can be typed can be said', () => {
    for (const typed of randomQueryTexts(11, 2_000)) {
      const explained = explainQuery(parseQuery(typed));
      expect(sayInEnglish(explained)).not.toMatch(/undefined|\bX\b(?!”)/);
      expect(sayInChinese(explained)).not.toContain('undefined');
    }
  });
});

describe('inOrder', () => {
  test('an order chosen elsewhere wins over the one in the query, and leaves the rest', () => {
    expect(inOrder('灯塔 渡轮', 'oldest')).toBe('灯塔 渡轮');
    expect(inOrder('sort:date 灯塔 sort:-date', 'newest')).toBe('灯塔');
    expect(inOrder('a OR b sort:date', 'relevance')).toBe('a OR b sort:date sort:relevance');
    for (const typed of randomQueryTexts(12, 2_000)) {
      const wanted = parseQuery(typed).parts.filter(({ node }) => node !== null).length;
      const { sort, parts } = parseQuery(inOrder(typed, 'oldest'));
      expect(['oldest', null], typed).toContain(sort);
      expect(parts.filter(({ node }) => node !== null).length, typed).toBe(wanted);
    }
  });
});
