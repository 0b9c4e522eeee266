import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePost } from '../../../src/core/post/parsePost.ts';
import { plainSite } from '../../../src/core/post/siteConfig.ts';
import { visibleOf } from '../../../src/shared/anchoring/visibleText.ts';
import { linkMarkdown, markdown, oneLine } from '../../../src/shared/text/markdownText.ts';

/** What our own reader shows of a page of Markdown, without white space. */
function shownOf(page: string): string {
  const utf8 = `---\ntitle: A page\n---\n${page}`;
  const outcome = parsePost({
    path: 'page.md',
    bytes: new TextEncoder().encode(utf8),
    site: plainSite,
  });
  return outcome.outcome === 'post' ? visibleOf(outcome.post.text) : '';
}

test.for([
  ['2024-11-14', '2024-11-14'],
  ['A night, at 8:30 (late).', 'A night, at 8:30 (late).'],
  ['snake_case and _stress_', 'snake_case and \\_stress\\_'],
  ['1984', '1984'],
  ['1. First', '1\\. First'],
  ['- a - b', '\\- a - b'],
  ['-5 degrees', '-5 degrees'],
  ['# C#', '\\# C#'],
  ['a * b [c](d) <e> `f`', 'a \\* b \\[c](d) \\<e> \\`f\\`'],
  ['AT&T &amp; co', 'AT&T \\&amp; co'],
  ['《江汀日报》：“灯塔”——亮了！', '《江汀日报》：“灯塔”——亮了！'],
])('%s is written %s', ([text = '', written]) => {
  expect(markdown(text)).toBe(written);
});

const signs = [
  ...Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'),
  'a',
  'b c',
  '灯塔',
  '1',
  '12',
  ' ',
  '  ',
  '**',
  '__',
  '~~',
  '==',
  '```',
  '---',
  '***',
  '[x]',
  '](',
  '[^1]',
  '&amp;',
  '&#35;',
  '<b>',
  '</p>',
  '<!--',
  '{{ x }}',
  '{% raw %}',
  '$x$',
  ':-',
  '|-|',
  '1. ',
  '2) ',
  'http://a.b/c_d',
  'www.',
  'a@b.org',
];

test('what is written is what our own reader shows, in a paragraph, a quotation and a heading', () => {
  const words = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, (parts) => {
      const text = oneLine(parts.join(''));
      fc.pre(text !== '');
      const written = markdown(text);
      const shown = visibleOf(text);
      expect(shownOf(`Before.\n\n${written}\n\nAfter.\n`)).toBe(`Before.${shown}After.`);
      expect(shownOf(`Before.\n\n> One\n> ${written}\n\nAfter.\n`)).toBe(
        `Before.One${shown}After.`,
      );
      expect(shownOf(`Before.\n\n## ${linkMarkdown(text, 'x')}\n\nAfter.\n`)).toBe(
        `Before.${shown}After.`,
      );
    }),
    { seed: 7, numRuns: 600 },
  );
});
