import { describe, expect, test } from 'vitest';
import { firstRecentDay } from '../../../src/shared/query/parseDate.ts';
import { parseQuery } from '../../../src/shared/query/parseQuery.ts';
import type { SearchTerm } from '../../../src/shared/searchModel.ts';
import type { QueryNode } from '../../../src/shared/query/queryNode.ts';

const typedTerm = ({ text, isPrefix }: SearchTerm): string => `"${text}"${isPrefix ? '*' : ''}`;

/** A query tree as one line. */
function shown(node: QueryNode): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${node.nodes.map(shown).join(node.kind === 'and' ? ' & ' : ' | ')})`;
    case 'not':
      return `!${shown(node.node)}`;
    case 'term':
      return (node.scope === 'any' ? '' : `${node.scope}:`) + typedTerm(node.term);
    case 'value':
      return `${node.field}:${typedTerm(node.term)}`;
    case 'near':
      return node.terms
        .map((term, at) => (at === 0 ? '' : ` ~${node.distances[at - 1]} `) + typedTerm(term))
        .join('');
    case 'pattern':
      return `${node.scope}:/${node.source}/${node.ignoresCase ? 'i' : ''}`;
    case 'present':
      return `${node.field}?`;
    default:
      return shownFact(node);
  }
}

function shownFact(node: QueryNode): string {
  switch (node.kind) {
    case 'frontMatter':
      return node.term === null ? `[${node.key}]` : `[${node.key}=${typedTerm(node.term)}]`;
    case 'state':
      return `is:${node.state}`;
    case 'feature':
      return `has:${node.feature}`;
    case 'days':
      return `${node.from ?? ''}..${node.to ?? ''}`;
    case 'recent':
      return `${node.count}${node.unit}`;
    default:
      return node.kind;
  }
}

describe('parseQuery', () => {
  test.for([
    ['', 'all'],
    ['   ', 'all'],
    ['芯片 出口', '("芯片" & "出口")'],
    ['芯片\u3000出口', '("芯片" & "出口")'],
    ['a b OR c', '(("a" & "b") | "c")'],
    ['a | b', '("a" | "b")'],
    ['a|b', '"a|b"'],
    ['a or b', '("a" & "or" & "b")'],
    ['a OR', '"a"'],
    ['OR', '"OR"'],
    ['"" OR a', '"a"'],
    [' OR a', '("OR" & "a")'],
    ['\u200b | a', '"a"'],
    ['a -"" -()', '"a"'],
    ['-\u00ad', 'all'],
    ['tag:\u200b* a', '"a"'],
    ['(a OR b) c', '(("a" | "b") & "c")'],
    ['-a NOT b', '(!"a" & !"b")'],
    ['-(a b)', '!("a" & "b")'],
    ['--a', '"a"'],
    ['-', '"-"'],
    ['NOT', '"NOT"'],
    ['"two words" “三 个” 「词 组」', '("two words" & "三 个" & "词 组")'],
    ['"run ba"* fo*', '("run ba"* & "fo"*)'],
    ['""', 'all'],
    ['5" AC"DC', '("5"" & "AC"DC")'],
    ['f(x) (f(x) OR y)', '("f(x)" & ("f(x)" | "y"))'],
    ['title:a body:"b c"', '(title:"a" & body:"b c")'],
    ['tag：新华*', 'tag:"新华"*'],
    ['TAG:x', 'tag:"x"'],
    ['tag:(a OR "b c") d', '((tag:"a" | tag:"b c") & "d")'],
    ['-source:新华', '!source:"新华"'],
    ['note:x note:* has:note has:highlight', '(note:"x" & note? & has:note & has:highlight)'],
    ['is:duplicate -is:problem', '(is:duplicate & !is:problem)'],
    ['『词 组』* ＂全 角＂ "a＂', '("词 组"* & "全 角" & "a")'],
    ['a ｜ b', '("a" | "b")'],
    ['a｜b －c （d）', '("a｜b" & "－c" & "（d）")'],
    ['date：２０２２－０５', '20220501..20220531'],
    ['a NEAR b', '"a" ~10 "b"'],
    ['a NEAR/0 "b c"* NEAR/999 d e', '("a" ~0 "b c"* ~999 "d" & "e")'],
    ['title:(a NEAR/2 b)', '"a" ~2 "b"'],
    ['a near b a NEAR/1000', '("a" & "near" & "b" & "a" & "NEAR/1000")'],
    ['a NEAR', '"a"'],
    ['(a NEAR/5 ) b', '("a" & "b")'],
    ['-(a NEAR b)', '!"a" ~10 "b"'],
    ['/\\d+ 亿/i /[/]/ (/a/)', '(any:/\\d+ 亿/i & any:/[/]/ & any:/a/)'],
    ['title:/^a/ -body:/b/', '(title:/^a/ & !body:/b/)'],
    ['title:(/a/ OR b)', '(title:/a/ | title:"b")'],
    ['/usr/local // /', '("/usr/local" & "//" & "/")'],
    ['/a', '"/a"'],
    ['url:/news/ tag:/a/', '(url:"/news/" & tag:"/a/")'],
    ['tag:* date:* title:*', '(tag? & date? & title?)'],
    ['[lang:zh] [ "x" ]', '([lang="zh"] & ["x"])'],
    ['[lang:"zh hant"] [lang：「zh」] [lang:"]', '([lang="zh hant"] & [lang="zh"] & [lang="""])'],
    ['[draft] [a:*]', '([draft] & [a])'],
    ['is:bookmarked is:UNREAD has:image', '(is:bookmarked & is:unread & has:image)'],
    ['date:2022', '20220101..20221231'],
    ['date:2022-02', '20220201..20220228'],
    ['date:2024/2/29', '20240229..20240229'],
    ['date:20220518', '20220518..20220518'],
    ['date:2022-03..2022-05', '20220301..20220531'],
    ['date:2022-03..', '20220301..'],
    ['date:..2022', '..20221231'],
    ['date:>=2022-03-01 date:<=2022-04', '(20220301.. & ..20220430)'],
    ['after:2022-05-18 before:2022-05-18', '(20220518.. & ..20220517)'],
    ['date:7d date:3m date:1y', '(7d & 3m & 1y)'],
    ['https://example.org/a', '"https://example.org/a"'],
    ['12:30', '"12:30"'],
  ] as const)('%j means %s', ([typed, meaning]) => {
    const parsed = parseQuery(typed);
    expect(shown(parsed.node)).toBe(meaning);
    expect(parsed.hints).toEqual([]);
  });

  test.for([
    ['foo:bar', '"foo:bar"', 'unknown-field'],
    ['is:nonsense', '"is:nonsense"', 'unknown-field'],
    ['date:2022-02-30', '"date:2022-02-30"', 'bad-date'],
    ['date:soon', '"date:soon"', 'bad-date'],
    ['"two words', '("two" & "words")', 'unbalanced-quote'],
    ['(a OR b', '("a" | "b")', 'unbalanced-parenthesis'],
    ['a)', '"a)"', 'unbalanced-parenthesis'],
    ['tag:', 'all', 'no-value'],
    ['a title:', '"a"', 'no-value'],
    ['a date:', '"a"', 'no-value'],
    ['a -is:', '"a"', 'no-value'],
    ['sort: a', '"a"', 'no-value'],
    ['a AND b', '("a" & "AND" & "b")', 'and-word'],
    ['/(/', '"/(/"', 'bad-pattern'],
    ['/a/gi', '"/a/gi"', 'bad-pattern'],
    ['NEAR/3 b', '("NEAR/3" & "b")', 'bad-near'],
    ['a NEAR -b', '("a" & "NEAR" & !"b")', 'bad-near'],
    ['a NEAR tag:b', '("a" & "NEAR" & tag:"b")', 'bad-near'],
    ['title:a NEAR b', '(title:"a" & "NEAR" & "b")', 'bad-near'],
    ['a NEAR (b OR c)', '("a" & "NEAR" & ("b" | "c"))', 'bad-near'],
  ] as const)('%j is answered with a hint', ([typed, meaning, code]) => {
    const parsed = parseQuery(typed);
    expect(shown(parsed.node)).toBe(meaning);
    expect(parsed.hints.map((hint) => hint.code)).toEqual([code]);
  });

  test('what to mark are the positive terms for title and text', () => {
    const parsed = parseQuery('芯片 -出口 (title:ai* OR NOT x) tag:y sort:-date');
    expect(parsed.terms.map(({ text }) => text)).toEqual(['芯片', 'ai']);
    expect(parsed.sort).toBe('newest');
  });

  test('terms near one another are marked too', () => {
    const parsed = parseQuery('a NEAR/3 b -(c NEAR d)');
    expect(parsed.terms.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  test('variants are told apart in every term when asked', () => {
    const { terms, node } = parseQuery('a NEAR b c tag:d [e:f] -g', { keepsVariants: true });
    expect(terms.map((term) => term.keepsVariants)).toEqual([true, true, true]);
    expect(JSON.stringify(node).split('"keepsVariants":true').length - 1).toBe(6);
    expect(JSON.stringify(parseQuery('a').node)).not.toContain('keepsVariants');
  });

  test('pages are asked for by is:page, not by its opposite', () => {
    expect(parseQuery('is:page x').hasPages).toBe(true);
    expect(parseQuery('-is:page x').hasPages).toBe(false);
  });

  test.for([
    '('.repeat(9_000),
    '-'.repeat(9_999),
    'NOT '.repeat(2_400),
    'a '.repeat(5_000),
    'a'.repeat(10_001),
    '"'.repeat(9_999),
    'tag:('.repeat(1_900),
    '(a OR '.repeat(1_500),
    '['.repeat(9_999),
  ])('an absurd query (%#) is read or refused, in bounded time and without an error', (typed) => {
    const parsed = parseQuery(typed);
    if (parsed.hints.some(({ code }) => code === 'too-long')) expect(parsed.node.kind).toBe('none');
    else expect(parsed.node.kind).not.toBe('none');
  });

  test('a thousand terms are answered, more are refused', () => {
    expect(parseQuery('a '.repeat(1_000)).hints).toEqual([]);
    expect(parseQuery('a '.repeat(1_001)).hints.map(({ code }) => code)).toEqual(['too-long']);
  });
});

test.for([
  { today: 20220310, count: 7, unit: 'd', first: 20220303 },
  { today: 20220103, count: 7, unit: 'd', first: 20211227 },
  { today: 20220131, count: 3, unit: 'm', first: 20211031 },
  { today: 20220115, count: 1, unit: 'm', first: 20211215 },
  { today: 20240229, count: 1, unit: 'y', first: 20230229 },
] as const)('$count$unit before $today begin on $first', ({ today, count, unit, first }) => {
  expect(firstRecentDay(today, count, unit)).toBe(first);
});
