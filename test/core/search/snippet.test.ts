import { describe, expect, test } from 'vitest';
import { cutSnippet, cutSnippets } from '../../../src/core/search/snippet.ts';
import type { TextRange } from '../../../src/shared/model.ts';
import { findPreparedRanges, prepareTerm } from '../../../src/shared/text/matchText.ts';

const prepare = (words: readonly string[]) =>
  words.map((text) => prepareTerm({ text, isPrefix: false }));

function snippetOf(text: string, ...words: readonly string[]) {
  const terms = prepare(words);
  return cutSnippet(text, findPreparedRanges(text, terms), terms);
}

function snippetsOf(text: string, limit: number, ...words: readonly string[]) {
  const terms = prepare(words);
  return cutSnippets(text, findPreparedRanges(text, terms), { terms, limit });
}

const marked = ({ text, marks }: ReturnType<typeof cutSnippet>): string[] =>
  marks.map(([start, end]) => text.slice(start, end));

const sentence = '这是一句没有要找的词的话，它只是占地方。';
const english = 'Nothing of interest stands in this sentence, which only takes up room. ';

describe('which part of the text', () => {
  test('without a search it is the beginning, cut where a sentence ends', () => {
    expect(cutSnippet('  ' + sentence.repeat(10), [])).toEqual({
      text: sentence.repeat(3),
      marks: [],
    });
    expect(cutSnippet('', [])).toEqual({ text: '', marks: [] });
    expect(cutSnippet('短文。', [])).toEqual({ text: '短文。', marks: [] });
  });

  test('it stands where most hits are', () => {
    const text = `芯片。${sentence.repeat(10)}芯片、芯片和芯片。${sentence.repeat(3)}`;
    expect(marked(snippetOf(text, '芯片'))).toEqual(['芯片', '芯片', '芯片']);
  });

  test('different terms count more than many hits of one', () => {
    const text = `芯片，芯片，芯片，芯片。${sentence.repeat(10)}芯片出口到江苏。${sentence.repeat(4)}`;
    expect(marked(snippetOf(text, '芯片', '江苏'))).toEqual(['芯片', '江苏']);
  });

  test('a term found in two spellings is one term', () => {
    const text = `AI和ＡＩ。${sentence.repeat(10)}AI芯片。${sentence.repeat(4)}`;
    expect(marked(snippetOf(text, 'ai', '芯片'))).toEqual(['AI', '芯片']);
  });

  test('of equal windows the one whose hits stand closest, then the first', () => {
    const apart = `芯片${'很远'.repeat(15)}江苏。`;
    const text = `${apart}${sentence.repeat(8)}江苏芯片甲。${sentence.repeat(8)}江苏芯片乙。${sentence.repeat(8)}`;
    expect(snippetOf(text, '芯片', '江苏').text).toMatch(/^江苏芯片甲。/);
  });

  test('the first hit is near the beginning, whatever stands before it', () => {
    for (const before of ['字'.repeat(900), 'word '.repeat(400), '短句，'.repeat(300)]) {
      const { marks } = snippetOf(`${before}供应链${'后'.repeat(300)}`, '供应链');
      expect(marks[0]?.[0]).toBeLessThan(44);
    }
  });

  test('at the end of a text the lines are filled from before the hit', () => {
    const text = `${sentence.repeat(3)}前一句短。见芯片。`;
    expect(snippetOf(text, '芯片').text).toBe('前一句短。见芯片。');
  });
});

describe('where it is cut', () => {
  test('it begins with the sentence of the hit, ends with one, and shows the original characters', () => {
    const text = `${sentence.repeat(8)}本周ＡＩ芯片出口增长。${sentence.repeat(8)}`;
    const snippet = snippetOf(text, 'ai芯片');
    expect(snippet.text).toBe(`本周ＡＩ芯片出口增长。${sentence.repeat(2)}`);
    expect(marked(snippet)).toEqual(['ＡＩ芯片']);
  });

  test('quotation marks stay with the sentence they close', () => {
    const text = `${sentence}“先说别的话。”他说：“芯片增长！”${sentence.repeat(8)}`;
    expect(snippetOf(text, '芯片').text).toMatch(/^他说：“芯片增长！”这/);
  });

  test('a long sentence is cut at its clauses, with an ellipsis on the side that is cut', () => {
    const clause = '这里只是一个分句，';
    const { text } = snippetOf(`${clause.repeat(9)}芯片出口${clause.repeat(20)}`, '芯片');
    expect(text.startsWith('…这里只是一个分句，')).toBe(true);
    expect(text.endsWith('，…')).toBe(true);
  });

  test('a paragraph ends a sentence; line feeds become spaces and the marks stay in place', () => {
    const snippet = snippetOf('第一段\n第二段有芯片\n第三段', '芯片');
    expect(snippet.text).toBe('第一段 第二段有芯片 第三段');
    expect(marked(snippet)).toEqual(['芯片']);
    const long = `${'没有句号的标题\n'.repeat(20)}第二段有芯片\n${sentence.repeat(9)}`;
    expect(snippetOf(long, '芯片').text).toMatch(/^第二段有芯片 这是/);
  });

  test('English is cut between sentences, and full stops inside of them are none', () => {
    const text = `${english.repeat(6)}Dr. J. Smith paid 3.5m (b.io?i=1:2) chips. ${english.repeat(6)}`;
    const snippet = snippetOf(text, 'chips');
    expect(snippet.text).toMatch(/^Dr\. J\. Smith paid 3\.5m \(b/);
    expect(snippet.text).toMatch(/room\.$/);
  });

  test('no word is cut where nothing else ends', () => {
    const words = 'alphabet soup without any mark at all ';
    const { text } = snippetOf(`${words.repeat(20)}chips ${words.repeat(20)}`, 'chips');
    const known = new Set([...words.trim().split(' '), 'chips']);
    expect(text).toMatch(/^….*…$/);
    for (const word of text.slice(1, -1).split(' ')) expect(known).toContain(word);
  });

  test('no character is cut: pairs, marks, flags, joined emoji, in any mixture', () => {
    const pieces = [
      '𠮷',
      'é',
      '🇨🇳',
      '👩‍👩‍👧',
      'क्षि',
      '字',
      'ﬁ',
      '각',
      'นำ้',
      '\u{1f3f4}\u200d\u2620\ufe0f',
    ];
    const whole = new Intl.Segmenter('und', { granularity: 'grapheme' });
    for (let seed = 1; seed < 200; seed += 1) {
      const random = (step: number): number => (seed * 7919 + step * step * 104_729) % 1_009;
      const part = (from: number): string =>
        Array.from({ length: 150 }, (_, step) => pieces[random(from + step) % pieces.length]).join(
          '',
        );
      const text = `${part(0)}芯片${part(500)}`;
      for (const { start, end } of snippetsOf(text, 1, '芯片')) {
        const edges = new Set(Array.from(whole.segment(text), ({ index }) => index));
        expect(edges.has(start) && (edges.has(end) || end === text.length)).toBe(true);
      }
    }
  });

  test('a hit longer than a snippet is cut with it', () => {
    const long = '长'.repeat(300);
    const snippet = snippetOf(`前。${long}后`, long);
    expect(snippet.text.length).toBeLessThan(125);
    expect(marked(snippet)).toEqual([snippet.text.slice(snippet.marks[0]?.[0], -1)]);
  });
});

describe('marks', () => {
  test.each([
    ['ligature', 'eﬃcient', 'efficient'],
    ['full width', 'ＤＥＥＰ　ＳＥＥＫ', 'deep seek'],
    ['combining mark', 'cafe\u0301', 'café'],
    ['sharp s', 'Straße', 'strasse'],
    ['zero-width', '供\u200b应\u200b链', '供应链'],
    ['half-width katakana', 'ﾄﾞｷﾞﾏｷﾞ', 'ドギマギ'],
    ['beyond the first plane', '𝐝𝐞𝐞𝐩', 'deep'],
  ])('%s: the mark covers what was written', (_, written, typed) => {
    const text = `${sentence.repeat(3)}看${written}吧。${sentence.repeat(4)}`;
    expect(marked(snippetOf(text, typed))).toEqual([written]);
  });
});

describe('several of one post', () => {
  const text = `首句芯片。${sentence.repeat(9)}芯片与江苏。${sentence.repeat(9)}末句芯片芯片。${sentence.repeat(5)}`;

  test('the best ones, in the order of the text, with their places in it', () => {
    const all = snippetsOf(text, 10, '芯片', '江苏');
    expect(all.map(marked)).toEqual([['芯片'], ['芯片', '江苏'], ['芯片', '芯片']]);
    for (const each of all) {
      expect(each.text.replaceAll('…', '')).toBe(text.slice(each.start, each.end));
    }
    expect(snippetsOf(text, 2, '芯片', '江苏').map(marked)).toEqual([
      ['芯片', '江苏'],
      ['芯片', '芯片'],
    ]);
    expect(snippetsOf(text, 1, '芯片', '江苏')[0]?.text).toBe(snippetOf(text, '芯片', '江苏').text);
  });

  test('none without hits', () => {
    expect(snippetsOf(text, 5, '缺席')).toEqual([]);
  });

  test('together they show every hit, and none overlaps another, whatever the text', () => {
    const marks = '字芯片，。 \nab.';
    for (let seed = 1; seed < 60; seed += 1) {
      const random = (step: number): number => (seed * 31 + step * step * 17 + step * seed) % 251;
      const mixed = Array.from({ length: 700 }, (_, step) =>
        random(step) % 40 === 0 ? '芯片' : marks.charAt(random(step) % marks.length),
      ).join('');
      const hits: readonly TextRange[] = findPreparedRanges(mixed, prepare(['芯片']));
      const shown = snippetsOf(mixed, 1_000, '芯片');
      let last = 0;
      for (const { start, end } of shown) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      const missing = hits.filter(
        ([from, to]) => !shown.some(({ start, end }) => from >= start && to <= end),
      );
      expect(missing).toEqual([]);
    }
  });
});
