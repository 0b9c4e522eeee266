import { describe, expect, test } from 'vitest';
import { chipWords, querySentence, saysAll } from '../../../src/renderer/filters/queryWords.ts';
import { createI18n } from '../../../src/renderer/i18n/i18n.ts';
import { parseQuery } from '../../../src/shared/query/parseQuery.ts';
import { chipsOf } from '../../../src/shared/query/queryChips.ts';

const english = createI18n('en').getFixedT('en', 'query');
const chinese = createI18n('zh').getFixedT('zh', 'query');

const shown = (typed: string, t = english): string[] =>
  chipsOf(typed).map((chip) => {
    const { key, text } = chipWords(chip, t);
    return key === null ? text : `${key}: ${text}`;
  });

describe('chips', () => {
  test.each([
    [
      '供应链 "night ferry" chip*',
      ['供应链', 'night ferry', 'chip…'],
      ['供应链', 'night ferry', 'chip…'],
    ],
    ['-疫情 -title:广告', ['not 疫情', 'Title: not 广告'], ['排除疫情', '标题: 排除广告']],
    [
      'title:a body:b tag:c source:d',
      ['Title: a', 'Text: b', 'Tag: c', 'Source: d'],
      ['标题: a', '正文: b', '标签: c', '来源: d'],
    ],
    ['date:2022 date:2022-02', ['Date: 2022', 'Date: 2022-02'], ['日期: 2022', '日期: 2022-02']],
    [
      'date:2022-05-18 after:2022-03',
      ['Date: 2022-05-18', 'Date: 2022-03-01 –'],
      ['日期: 2022-05-18', '日期: 2022-03-01 –'],
    ],
    [
      'before:2022-03 -date:2022-03..2022-05',
      ['Date: – 2022-02-28', 'Date: not 2022-03-01 – 2022-05-31'],
      ['日期: – 2022-02-28', '日期: 排除2022-03-01 – 2022-05-31'],
    ],
    [
      'date:7d date:1y',
      ['Date: the last 7 days', 'Date: the last year'],
      ['日期: 最近7天', '日期: 最近1年'],
    ],
    ['sort:date x', ['Sort: oldest first', 'x'], ['排序: 最早在前', 'x']],
    [
      'is:unread (a | b) tag:* a NEAR/3 b',
      ['State: Unread', '(a | b)', 'Tag: any', 'a NEAR/3 b'],
      ['状态: 未读', '(a | b)', '标签: 任意', 'a NEAR/3 b'],
    ],
    [
      '-is:duplicate has:image -has:note [desk:night] -[draft]',
      ['State: not Duplicate', 'Has: Pictures', 'Has: not Notes', 'desk: night', 'draft: not any'],
      ['状态: 排除有重复', '含有: 图片', '含有: 排除批注', 'desk: night', 'draft: 排除任意'],
    ],
    [
      'tag:="a b" -source:=新华日报',
      ['Tag: a b', 'Source: not 新华日报'],
      ['标签: a b', '来源: 排除新华日报'],
    ],
    ['a b OR c', ['a b OR c'], ['a b OR c']],
  ])('%s', (typed, wantedEnglish, wantedChinese) => {
    expect(shown(typed)).toEqual(wantedEnglish);
    expect(shown(typed, chinese)).toEqual(wantedChinese);
  });
});

test('words and phrases need no explanation', () => {
  const plain = ['', '供应链', '"a b"'].map((typed) => parseQuery(typed));
  const words = parseQuery('供应链 江苏');
  const more = ['-a', 'title:a', 'a OR b', 'a*', 'is:unread', 'sort:date'].map((typed) =>
    parseQuery(typed),
  );
  expect(plain.every(saysAll)).toBe(true);
  expect(saysAll(words)).toBe(true);
  expect(more.some(saysAll)).toBe(false);
});

test('the explanation is a whole sentence in the language of the window', () => {
  const query = parseQuery('供应链 -疫情');
  expect(querySentence(query, 'en')).toMatch(/^Posts that .*“供应链”.*“疫情”\.$/);
  expect(querySentence(query, 'zh')).toMatch(/“供应链”.*“疫情”.*。$/);
});
