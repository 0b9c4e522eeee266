import { describe, expect, test } from 'vitest';
import { noFilters } from '../../../src/shared/defaults.ts';
import { absorbFilters, labelsTyped } from '../../../src/shared/query/absorbFilters.ts';
import { filterText, wholeText } from '../../../src/shared/query/filterText.ts';
import { joinQueries } from '../../../src/shared/query/joinQueries.ts';
import { parseQuery } from '../../../src/shared/query/parseQuery.ts';
import { splitQuery } from '../../../src/shared/query/queryBox.ts';
import { explainQuery } from '../../../src/shared/query/explainQuery.ts';
import { sayInChinese } from '../../../src/shared/query/sayChinese.ts';
import { sayInEnglish } from '../../../src/shared/query/sayEnglish.ts';
import type { Filters } from '../../../src/shared/searchModel.ts';
import { randomQueryTexts } from './queryTexts.ts';

const filters = (some: Partial<Filters>): Filters => ({ ...noFilters, ...some });
const nothingNamed = (): null => null;
const back = (text: string): { text: string; filters: Filters } =>
  absorbFilters({ text, filters: noFilters }, nothingNamed);

describe('filters as text', () => {
  test.for<[Partial<Filters>, string]>([
    [{}, ''],
    [{ sources: ['新华日报'] }, 'source:=新华日报'],
    [{ tags: ['a b'] }, 'tag:="a b"'],
    [{ tags: ['C++', 'F#'] }, 'tag:=(C++ OR F#)'],
    [{ categories: ['OR', 'x'] }, 'category:=("OR" OR x)'],
    [{ labels: ['待 核实', '调查/港口'] }, 'label:=("待 核实" OR "调查/港口")'],
    [{ labels: ['Ports'] }, 'label:=Ports'],
    [{ from: '2022-03', to: '2022-05' }, 'date:2022-03..2022-05'],
    [{ from: '2022-03' }, 'date:2022-03..'],
    [{ to: '2022-03-09' }, 'date:..2022-03-09'],
    [{ from: '2022-03-09', to: '2022-03-09' }, 'date:2022-03-09'],
    [{ from: '2022-03', to: '2022-03' }, 'date:2022-03..2022-03'],
    [{ years: ['2021'], months: ['2022-03'] }, 'date:(2021 OR 2022-03)'],
    [{ states: ['unread', 'draft'] }, 'is:(unread OR draft)'],
  ])('%o is %s, and back', ([some, text]) => {
    expect(filterText(filters(some))).toBe(text);
    expect(back(text)).toEqual({ text: '', filters: filters(some) });
  });

  const hostile = [
    '"',
    '""',
    String.raw`\ `,
    String.raw`a\"b`,
    "it's",
    '(a',
    'a)',
    '(a OR b)',
    'a:b',
    'tag:x',
    '-x',
    'NOT',
    'NEAR/3',
    'AND',
    '|',
    '*',
    'a*',
    '=',
    ' a',
    'a ',
    'a  b',
    '\u3000',
    '\u200b',
    '「引」',
    '“引”',
    '＂',
    '🗞️ 报',
    '👩‍👩‍👧',
    '/a+/',
    '[k:v]',
    'a\nb',
    'sort:date',
    '繁體',
    '\\',
    '..',
    '\u00e9',
    'e\u0301',
    'x'.repeat(4_000),
  ];

  test.for(hostile)('the value %j comes back as it was, alone and among others', (value) => {
    for (const tags of [
      [value],
      ['a', value, 'b c'],
      [value, ...hostile.filter((other) => other !== value)],
    ]) {
      const given = filters({
        tags,
        sources: [value],
        labels: [value],
        years: ['2021'],
        from: '2020-01',
        states: ['read'],
      });
      expect(back(filterText(given))).toEqual({ text: '', filters: given });
    }
  });

  test('three hundred tags come back, beside words, in any order', () => {
    const given = filters({
      tags: Array.from({ length: 300 }, (_, at) => `标签 ${at} "${'长'.repeat(40)}"`),
    });
    expect(filterText(given).length).toBeGreaterThan(10_000);
    expect(back(wholeText('供应链 -疫情', given))).toEqual({
      text: '供应链 -疫情',
      filters: given,
    });
  });

  test('words beside filters keep their meaning, whatever they are', () => {
    const given = filters({ sources: ['a "b"'], from: '2022-03' });
    for (const text of [
      'a OR b',
      '"open',
      '(open',
      'a)',
      'a NEAR',
      '-',
      '-(a b)',
      'NOT',
      'a | ',
      'x NEAR/3 y',
      'title:',
    ]) {
      const again = back(wholeText(text, given));
      expect(again.filters, text).toEqual(given);
      expect(normal(again.text), text).toBe(normal(text));
    }
  });
});

/** What a query asks, without needless nesting and the order of its conditions. */
function normal(text: string): string {
  const { node, sort } = parseQuery(text);
  const flat = (each: typeof node): string[] =>
    each.kind === 'and'
      ? each.nodes.flatMap(flat)
      : each.kind === 'all'
        ? []
        : [JSON.stringify(each)];
  return [...flat(node).toSorted(), sort].join('\n');
}

describe('fields that become filters', () => {
  const named = (field: string, typed: string): string | null =>
    field === 'source' && typed === '新华日报'
      ? '新华日报'
      : field === 'tag' && typed === 'Rust'
        ? 'rust'
        : field === 'label' && typed === '核實'
          ? '核实'
          : null;
  const absorbed = (text: string, before: Partial<Filters> = {}) =>
    absorbFilters({ text, filters: filters(before) }, named);

  test.for<[string, string, Partial<Filters>]>([
    ['供应链 source:新华日报', '供应链', { sources: ['新华日报'] }],
    ['source:新华', 'source:新华', {}],
    ['source:(新华日报 OR 新华)', 'source:(新华日报 OR 新华)', {}],
    ['tag:Rust a', 'a', { tags: ['rust'] }],
    ['tag:Rust*', 'tag:Rust*', {}],
    ['-tag:=x', '-tag:=x', {}],
    ['label：核實 a', 'a', { labels: ['核实'] }],
    ['label:核', 'label:核', {}],
    ['-label:=核实', '-label:=核实', {}],
    ['label:*', 'label:*', {}],
    ['tag:=x tag:=y', 'tag:=y', { tags: ['x'] }],
    ['tag:=x OR tag:=y', '', { tags: ['x', 'y'] }],
    ['tag:=x OR source:=y', 'tag:=x OR source:=y', {}],
    ['date:2022/3 a', 'a', { months: ['2022-03'] }],
    ['date:20220318', '', { from: '2022-03-18', to: '2022-03-18' }],
    ['date:2020..2021', '', { from: '2020-01', to: '2021-12' }],
    ['date:>=2022-03', '', { from: '2022-03' }],
    ['date:>2022-03', 'date:>2022-03', {}],
    ['date:7d', 'date:7d', {}],
    ['date:2022-13', 'date:2022-13', {}],
    ['date:(2021 OR 7d)', 'date:(2021 OR 7d)', {}],
    ['is:unread 供应链', '供应链', { states: ['unread'] }],
    ['is:page', 'is:page', {}],
    ['a OR is:unread', 'a OR is:unread', {}],
  ])('%s leaves %s', ([text, rest, some]) => {
    expect(absorbed(text)).toEqual({ text: rest, filters: filters(some) });
  });

  test('a facet in use keeps its values: both is more than one facet says', () => {
    expect(absorbed('tag:=y', { tags: ['x'] })).toEqual({
      text: 'tag:=y',
      filters: filters({ tags: ['x'] }),
    });
    expect(absorbed('date:2021', { from: '2020-01' }).text).toBe('date:2021');
  });

  test('names what has to be looked up', () => {
    expect(
      labelsTyped('source:新华 tag:(a OR "b c") label:港口 -tag:d tag:=e tag:f* author:g'),
    ).toEqual([
      { field: 'source', typed: '新华' },
      { field: 'tag', typed: 'a' },
      { field: 'tag', typed: 'b c' },
      { field: 'label', typed: '港口' },
    ]);
  });
});

describe('words and fields', () => {
  test.for([
    ['供应链 白名单', '供应链 白名单', ''],
    ['供应链 title:Report -tag:=x', '供应链', 'title:Report -tag:=x'],
    ['title:a 供应链 sort:date b', '供应链 b', 'title:a sort:date'],
    ['a OR title:b', 'a OR title:b', ''],
    ['(a OR b) tag:c', '(a OR b)', 'tag:c'],
    ['-weekly a NEAR/3 b', '-weekly a NEAR/3 b', ''],
    ['[layout:post] x', 'x', '[layout:post]'],
  ])('%s is shown as %s and %s', ([text = '', words, fields]) => {
    expect(splitQuery(text)).toEqual({ words, fields });
  });

  test('mean together what they meant, over random queries', () => {
    for (const text of randomQueryTexts(7, 1_000)) {
      const { words, fields } = splitQuery(text);
      expect(normal(joinQueries(words, fields)), text).toBe(normal(text));
    }
  });

  test('alternatives are put in parentheses before a field joins them', () => {
    expect(normal(joinQueries('a OR b', 'tag:c'))).toBe(normal('(a OR b) tag:c'));
  });
});

describe('exact values', () => {
  test('are said as such in both languages', () => {
    const said = explainQuery(parseQuery('tag:=("a b" OR c) -source:=新华日报'));
    expect(sayInEnglish(said)).toBe(
      'Posts that have the tag “a b” or “c” and do not come from “新华日报”',
    );
    expect(sayInChinese(said)).toBe('标签为“a b”或“c”，且来源不为“新华日报”的文章');
  });

  test('labels are said as such in both languages, exact or not', () => {
    const said = explainQuery(parseQuery('label:=("a b" OR c) -label:=d label:e label:f'));
    expect(sayInEnglish(said)).toBe(
      'Posts that have the label “a b” or “c”, do not have the label “d” and have a label with “e” and “f”',
    );
    expect(sayInChinese(said)).toBe(
      '书签标记为“a b”或“c”，且书签标记不为“d”，且书签标记含“e”和“f”的文章',
    );
    expect(parseQuery('label:=').hints.map(({ code }) => code)).toEqual(['no-value']);
  });

  test('an open quote, nothing or an equals sign elsewhere are what they look like', () => {
    expect(parseQuery('tag:=').hints.map(({ code }) => code)).toEqual(['no-value']);
    expect(parseQuery('tag:="a').hints.map(({ code }) => code)).toEqual(['unbalanced-quote']);
    expect(parseQuery('author:=x').node).toEqual({
      kind: 'value',
      field: 'author',
      term: { text: '=x', isPrefix: false },
    });
  });
});
