import { describe, expect, test } from 'vitest';
import { findTermRanges, prepareTerm, textHoldsTerm } from '../../../src/shared/text/matchText.ts';

const found = (text: string, ...terms: string[]): string[] =>
  findTermRanges(
    text,
    terms.map((term) => ({ text: term.replace(/\*$/, ''), isPrefix: term.endsWith('*') })),
  ).map(([start, end]) => text.slice(start, end));

describe('findTermRanges', () => {
  test.for([
    { text: 'Email AI ai,ＡＩ chain', term: 'ai', hits: ['AI', 'ai', 'ＡＩ'] },
    { text: 'airline AI', term: 'ai*', hits: ['ai', 'AI'] },
    { text: 'A股市场，B股', term: 'a股', hits: ['A股'] },
    { text: 'IA股市场', term: 'a股', hits: [] },
    { text: '5G网络 15G', term: '5g', hits: ['5G'] },
    { text: '2022年', term: '022年', hits: [] },
    { text: 'Die Straße', term: 'STRASSE', hits: ['Straße'] },
    { text: '软\u00ad件与软件', term: '软件', hits: ['软\u00ad件', '软件'] },
    { text: 'a  \n b', term: 'a b', hits: ['a  \n b'] },
    { text: '国国国国', term: '国国', hits: ['国国', '国国'] },
    { text: 'x\u0301y', term: 'y', hits: ['y'] },
    { text: '涨幅3.5%，', term: '3.5%', hits: ['3.5%'] },
    { text: 'ภาษาไทย', term: 'ไทย', hits: ['ไทย'] },
    { text: '臺灣與台湾，乾燥和干燥', term: '台灣', hits: ['臺灣', '台湾'] },
    { text: '㗲𠵾', term: '𠵾', hits: ['㗲', '𠵾'] },
    { text: '薴苧苎', term: '薴', hits: ['薴'] },
    { text: '', term: 'a', hits: [] },
    { text: 'abc', term: '\u200b', hits: [] },
  ])('$term in $text', ({ text, term, hits }) => {
    expect(found(text, term)).toEqual(hits);
    // What the list counts as found is what the article marks.
    const prepared = prepareTerm({ text: term.replace(/\*$/, ''), isPrefix: term.endsWith('*') });
    expect(textHoldsTerm(text, prepared)).toBe(hits.length > 0);
  });

  test('hits of several terms come in order, overlapping ones joined, touching ones apart', () => {
    expect(found('中国经济发展', '国经', '经济', '发展')).toEqual(['国经济', '发展']);
  });

  test('variants can be told apart, term by term', () => {
    const text = '臺灣與台湾';
    const exact = { text: '台湾', isPrefix: false, keepsVariants: true };
    expect(findTermRanges(text, [exact])).toEqual([[3, 5]]);
    expect(textHoldsTerm('臺灣', prepareTerm(exact))).toBe(false);
    expect(findTermRanges(text, [exact, { text: '與', isPrefix: false }])).toEqual([
      [2, 3],
      [3, 5],
    ]);
  });

  test.for([
    { text: '台湾', keepsVariants: false, isIndexExact: true },
    { text: '台湾', keepsVariants: true, isIndexExact: false },
    { text: '臺灣', keepsVariants: true, isIndexExact: false },
    { text: '芯片', keepsVariants: true, isIndexExact: true },
  ])('the index alone decides on $text, told apart $keepsVariants: $isIndexExact', (term) => {
    const prepared = prepareTerm({ ...term, isPrefix: false });
    expect(prepared.isIndexExact).toBe(term.isIndexExact);
    expect(prepared.indexed).toBe(prepareTerm({ text: term.text, isPrefix: false }).folded);
  });
});
