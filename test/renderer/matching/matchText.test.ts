import { beforeAll, describe, expect, test } from 'vitest';
import { createKeyMaker } from '../../../src/renderer/matching/matchKeys.ts';
import { matchQueryOf, matchText } from '../../../src/renderer/matching/matchText.ts';
import { loadReadings, type Readings } from '../../../src/renderer/matching/readings.ts';

let readings: Readings;
beforeAll(async () => {
  readings = await loadReadings();
});

/** The marked parts of a text, joined by `|`; null when it does not answer. */
function marked(typed: string, text: string, by: Readings | null = readings): string | null {
  const match = matchText(matchQueryOf(typed), createKeyMaker(by)(text));
  return match === null ? null : match.marks.map(([from, to]) => text.slice(from, to)).join('|');
}

/** Names that answer, best first. */
function ranked(typed: string, names: readonly string[]): readonly string[] {
  const query = matchQueryOf(typed);
  const keysOf = createKeyMaker(readings);
  return names
    .flatMap((name) => {
      const match = matchText(query, keysOf(name));
      return match === null ? [] : [{ name, score: match.score }];
    })
    .toSorted((left, right) => right.score - left.score)
    .map(({ name }) => name);
}

describe('finds', () => {
  test.each([
    // By initials, by pinyin, mixed, in part, with gaps between syllables.
    ['xhrb', '新华日报', '新华日报'],
    ['xinhua', '新华日报', '新华'],
    ['xinhuaribao', '新华日报', '新华日报'],
    ['XinHua', '新华日报', '新华'],
    ['xin hua', '新华日报', '新华'],
    ['新hrb', '新华日报', '新华日报'],
    ['新华', '新华日报', '新华'],
    ['新報', '新华日报', '新|报'],
    ['新華', '新华日报', '新华'],
    ['xinhu', '新华日报', '新华'],
    ['xhrib', '新华日报', '新华日报'],
    ['hrb', '新华日报', '华日报'],
    ['rb', '新华日报', '日报'],
    ['xhb', '新华日报', '新华|报'],
    ['zgrb', '中国日报', '中国日报'],
    ['zhgrb', '中国日报', '中国日报'],
    ['zhongguo', '中国日报', '中国'],
    // Characters of several readings.
    ['yinhang', '中国银行', '银行'],
    ['yh', '中国银行', '银行'],
    ['xingzheng', '行政审批', '行政'],
    ['chongqing', '重庆日报', '重庆'],
    ['cqrb', '重庆日报', '重庆日报'],
    ['zhongyao', '重要新闻', '重要'],
    ['changjiang', '长江日报', '长江'],
    ['xiaozhang', '校长信箱', '校长'],
    ['nvxing', '女性生活', '女性'],
    ['lvse', '绿色发展', '绿色'],
    ['lse', '绿色发展', '绿色'],
    ['xian', '西安晚报', '西安'],
    ['xian', '先锋', '先'],
    // Latin letters among Han ones.
    ['5gjs', '5G技术', '5G技术'],
    ['gyljr', '供应链金融', '供应链金融'],
    ['ai zhineng', 'AI 人工智能', 'AI|智能'],
    // English.
    ['export', 'Export selected posts…', 'Export'],
    ['esp', 'Export selected posts…', 'E|s|p'],
    ['exsel', 'Export selected posts…', 'Ex|sel'],
    ['posts selected', 'Export selected posts…', 'selected|posts'],
    ['naïve', 'Naive Bayes', 'Naive'],
    ['cafe', 'Café Europa', 'Café'],
    ['ｅｘｐｏｒｔ', 'Export this post…', 'Export'],
    ['github', 'GitHub notes', 'GitHub'],
    ['c++', 'C++ and Rust', 'C++'],
  ])('%s in %s', (...[typed, text, parts]) => {
    expect(marked(typed, text)).toBe(parts);
  });
});

describe('does not find', () => {
  test.each([
    ['xhrbx', '新华日报'],
    ['brhx', '新华日报'],
    ['beijing', '新华日报'],
    ['报新', '新华日报'],
    ['inhua', '新华日报'],
    ['xnh', '新华日报'],
    ['export', 'Next post'],
    ['zxq', 'Quiz of the zoo, explained'],
    ['rst', 'Larger text of the other settings'],
    ['xhrb', '新一届华东地区青年日常工作交流与报告会'],
  ])('%s in %s', (typed, text) => {
    expect(marked(typed, text)).toBeNull();
  });

  test('pinyin before the readings are there; characters are found all the same', () => {
    expect(marked('xhrb', '新华日报', null)).toBeNull();
    expect(marked('新日', '新华日报', null)).toBe('新|日');
  });
});

describe('puts first', () => {
  test.each([
    ['xhrb', ['新华日报', '新华日报社评', '今日新华日报摘要']],
    ['rb', ['日报', '人民日报', '南方日报周刊']],
    ['zh', ['中华', '中国', '新华']],
    ['export', ['Export', 'Export this post…', 'Bulk export', 'Experiments of portraits']],
    ['next', ['Next post', 'Show the next pane', 'Not extended']],
    ['北京', ['北京', '北京日报', '新北京', '北方南京']],
    ['nan', ['南方', '南方日报', '江南', '云南日报']],
    ['theme dark', ['Theme: dark', 'Theme: darkest of all']],
  ])('%s', (typed, wanted) => {
    const shuffled = wanted.toReversed();
    const found = ranked(typed, shuffled);
    expect(found).toEqual(wanted.filter((name) => found.includes(name)));
    expect(found.slice(0, 2)).toEqual(wanted.slice(0, 2));
  });
});

test('nothing typed finds everything and marks nothing', () => {
  expect(matchText(matchQueryOf('  '), createKeyMaker(readings)('新华日报'))).toEqual({
    score: 0,
    marks: [],
  });
});

test('characters outside the first plane are marked whole', () => {
  expect(marked('𠮷野', '𠮷野家')).toBe('𠮷野');
  expect(marked('jia', '𠮷野家')).toBe('家');
});

test('a text without end costs no more than its beginning', () => {
  const long = '新华日报'.repeat(50_000);
  expect(marked('xhrb', long)).toBe('新华日报');
  expect(marked('x'.repeat(10_000), long)).toBeNull();
});
