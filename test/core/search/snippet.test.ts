import { expect, test } from 'vitest';
import { cutSnippet } from '../../../src/core/search/snippet.ts';
import { findTermRanges } from '../../../src/shared/text/matchText.ts';

const snippetOf = (text: string, term: string) =>
  cutSnippet(text, findTermRanges(text, [{ text: term, isPrefix: false }]));
const marked = ({ text, marks }: ReturnType<typeof cutSnippet>): string[] =>
  marks.map(([start, end]) => text.slice(start, end));

const sentence = '这是一句没有要找的词的话，它只是占地方。';

test('without a search it is the beginning, cut where a sentence ends', () => {
  expect(cutSnippet('  ' + sentence.repeat(10), [])).toEqual({
    text: `${sentence.repeat(5)}…`,
    marks: [],
  });
  expect(cutSnippet('', [])).toEqual({ text: '', marks: [] });
  expect(cutSnippet('短文。', [])).toEqual({ text: '短文。', marks: [] });
});

test('it begins with the sentence of the hit and shows the original characters', () => {
  const text = `${sentence.repeat(8)}本周ＡＩ芯片出口增长。${sentence.repeat(8)}`;
  const snippet = snippetOf(text, 'ai芯片');
  expect(snippet.text.startsWith('…本周ＡＩ芯片出口增长。')).toBe(true);
  expect(snippet.text.length).toBeLessThan(125);
  expect(marked(snippet)).toEqual(['ＡＩ芯片']);
});

test('it stands where most hits are', () => {
  const text = `芯片。${sentence.repeat(10)}芯片、芯片和芯片。${sentence.repeat(3)}`;
  expect(marked(snippetOf(text, '芯片'))).toEqual(['芯片', '芯片', '芯片']);
});

test('line feeds become spaces, and the marks stay in place', () => {
  const snippet = snippetOf('第一段\n第二段有芯片', '芯片');
  expect(snippet.text).not.toContain('\n');
  expect(marked(snippet)).toEqual(['芯片']);
});

test('a cut never splits a character, and a hit longer than a snippet is cut with it', () => {
  expect(/\p{Cs}/u.test(snippetOf('𠮷'.repeat(400), '𠮷𠮷').text)).toBe(false);
  const long = '长'.repeat(300);
  const snippet = snippetOf(`前。${long}后`, long);
  expect(snippet.text.length).toBeLessThan(125);
  expect(marked(snippet)).toEqual([snippet.text.slice(snippet.marks[0]?.[0], -1)]);
});
