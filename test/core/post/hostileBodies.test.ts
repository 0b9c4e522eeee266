import { describe, expect, it } from 'vitest';
import { htmlOf, makeFile, postOf } from './makeFile.ts';

const many = (piece: string, count: number): string => piece.repeat(count);
const numbered = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_unused, at) => line(at)).join('');

/**
 * Shapes that parsers take the square of their length for, or worse. Each ends with a word that has to be found and
 * shown: whoever left it out, or took it for a part of something that never ends, lost text.
 */
const SHAPES: readonly (readonly [string, string])[] = [
  ['dollars', many('$a ', 20_000)],
  ['double dollars', many('$$a ', 10_000)],
  ['lines of double dollars', many('$$ x\n', 10_000)],
  ['beginnings of formulas', many('\\begin{a} x\n', 10_000)],
  ['opened formulas', many('\\(a_1 ', 20_000)],
  ['at signs', many('a@', 20_000)],
  ['an address of dots', `${many('a.', 10_000)}@${many('a.', 10_000)}`],
  ['www', many('www.', 20_000)],
  ['schemes', many('http://', 20_000)],
  ['brackets behind an address', `http://a.example/${many('(', 20_000)}`],
  ['marks behind addresses', many(`http://a.example${many('.', 1000)} `, 20)],
  ['braces', many('{: ', 20_000)],
  ['lists of attributes', many('a\n{: #a}\n', 5_000)],
  ['one long list of attributes', `a {${many('.a-', 10_000)}}`],
  ['comments of kramdown', many('{::comment}', 10_000)],
  ['Markdown in HTML', many('<div markdown="1">\n', 4_000)],
  ['footnotes', numbered(4_000, (at) => `[^${at}] [^${at}]: n\n\n[^${at}]: note\n\n`)],
  ['footnotes of one label', many('[^1]: a\n\n', 4_000)],
  ['footnotes in the line', many('^[a]', 3_000)],
  ['brackets', many('[', 20_000)],
  ['pictures never closed', many('![', 10_000)],
  ['links never closed', many('[a](<b', 10_000)],
  ['stars', many('*a **b ', 10_000)],
  ['underscores', many('_a__b', 10_000)],
  ['tildes', many('~~a ', 10_000)],
  ['backticks of growing runs', numbered(300, (at) => `${many('`', at)}a`)],
  ['fences', many('```\n\n', 5_001)],
  ['opened tags', many('<a ', 10_000)],
  ['opened comments', many('<!-- a ', 10_000)],
  ['opened instructions', many('<? a ', 10_000)],
  ['attributes', `<a ${many('b="c" ', 10_000)}>`],
  ['quotes in quotes', many('> ', 1_000)],
  ['lists in lists', numbered(80, (at) => `${many('  ', at)}- a\n`)],
  ['task boxes', many('- [ ] a\n', 5_000)],
  ['alerts', many('> [!NOTE]\n> a\n\n', 3_000)],
  ['terms', many('a\n: b\n\n', 3_000)],
  ['a table of many columns', `|${many('a|', 2000)}\n|${many('-|', 2000)}\n${many('|a\n', 200)}`],
  ['a table of many rows', `|a|b|\n|-|-|\n${many('|c|d|\n', 10_000)}`],
  ['100,000 cells', `<table>${many('<tr><td>a</td><td>b</td></tr>\n', 50_000)}</table>`],
  ['5,000 divisions', many('<div>', 5_000)],
  ['definitions of links', numbered(5_000, (at) => `[a${at}]: /b\n`)],
  ['uses of a link', `${many('[a] ', 10_000)}\n\n[a]: /b`],
  ['a line of a million characters', many('word ', 200_000)],
  ['a million characters without a space', many('潮', 1_000_000)],
  ['a million spaces', many(' ', 1_000_000)],
  ['line breaks', many('<br>', 50_000)],
  ['headings', many('<h2>a</h2>', 10_000)],
  ['ruby', many('<ruby>a<rt>b', 5_000)],
  ['code of one line', `\`\`\`js\n${many('a', 25_000)}\n\`\`\``],
  ['code of many quotes', `\`\`\`js\n${many('"`${\n', 5_000)}\n\`\`\``],
];

describe('hostile shapes', () => {
  it.each(SHAPES)('%s: the last word is found and shown', (_name, body) => {
    const whole = `first word\n\n${body}\n\n</div>\n\nlastword\n`;
    expect(postOf(makeFile(whole)).text).toMatch(/^first word/u);
    // A comment that is never closed takes the rest of the text with it, in every browser too.
    if (body.startsWith('<!--')) return;
    expect(postOf(makeFile(whole)).text).toContain('lastword');
    expect(htmlOf(whole)).toContain('lastword');
  });

  it.each(SHAPES)('%s, in a whole page', (_name, body) => {
    const page = `<!DOCTYPE html><html><body><p>first word</p>${body}<p>lastword</p></body></html>`;
    const { text } = postOf(makeFile(page, 'a.html'));
    const isUnclosed = /<!-- a |<\? a |<a /u.test(body);
    if (!isUnclosed) expect(text).toContain('lastword');
    expect(text).toContain('first word');
  });
});
