import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTree } from '../../../src/core/post/parseTree.ts';
import { parsePost } from '../../../src/core/post/parsePost.ts';
import { renderPlainText, renderPost } from '../../../src/core/post/renderPost.ts';
import { plainSite } from '../../../src/core/post/siteConfig.ts';
import { visibleText } from '../../../src/core/post/visibleText.ts';
import { makeFile, postOf } from './makeFile.ts';

const PIECES = [
  '---\n',
  '+++\n',
  ';;;\n',
  '...\n',
  '---js\n',
  'title: ',
  'date: 2022-02-30',
  'tags: [',
  '"',
  "'",
  '{',
  '}',
  '&a ',
  '*a',
  '<p>',
  '</p>',
  '<div hidden>',
  '</div>',
  '<b',
  '>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<script>',
  '</script>',
  '<table><tr><td>',
  '<http://a.example/?infoCode=1>',
  '[返回首页](//a)',
  '（文章来源：',
  '）',
  '# ',
  '> ',
  '- [ ] ',
  '```\n',
  '`',
  '**',
  '__',
  '[^1]',
  '[^1]: ',
  '| a |\n|---|\n',
  '{% raw %}',
  '{% endraw %}',
  '{{< figure src=',
  '{{ ',
  '}}',
  '{: .x}',
  '{#x}',
  '{.y}',
  '\\(a_1',
  '\\)',
  '$x$',
  '\\begin{a}\n',
  '\\end{a}',
  'https://a.example/b',
  'www.a.example',
  'a@b.example',
  '> [!NOTE]\n',
  '[TOC]\n\n',
  '^[x',
  '```js\n',
  'const a = "b"',
  '<td class="gutter">1',
  '<div class="ad-slot">',
  '<article>',
  '<nav>',
  '$$',
  '\n',
  '\n\n',
  '\t',
  '    ',
  '\r\n',
  '\0',
  '\uFEFF',
  '\uD800',
  '潮水',
  '한',
  '𠮷',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '<ruby>字<rt>じ',
  '<math><mi>x',
  '<svg>',
  '<a href="',
  '<img src="../..',
  '%2e%2e/',
  ': ',
  '\n: ',
  '<html><head><title>',
  '<body><main>',
];
const written = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), {
  maxLength: 60,
});
const path = fc.constantFrom(
  '_posts/2020-01-01-a.md',
  'a.html',
  'a.txt',
  'content/x/_index.md',
  'x',
  '',
);
const generator = fc.constantFrom('jekyll', 'hugo', 'hexo', 'zola', 'none');

describe('any input', () => {
  it('ends as a post or a problem, and renders', () => {
    fc.assert(
      fc.property(written, path, generator, (pieces, at, made) => {
        const file = makeFile(pieces.join(''), at, { ...plainSite, generator: made });
        const read = parsePost(file);
        if (read.outcome === 'problem') return;
        expect(read.post.title).not.toBe('');
        expect(JSON.stringify(read.post)).not.toContain('[object Object]');
        expect(read.post.text).toBe(read.post.text.trim() === '' ? '' : read.post.text);
        expect(renderPost(file).html).not.toMatch(/<script|<svg|<iframe|\son\w+=["']/iu);
      }),
      { seed: 20_220_518, numRuns: 3000 },
    );
  });

  it('takes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), path, (bytes, at) => {
        expect(['post', 'problem']).toContain(parsePost(makeFile(bytes, at)).outcome);
      }),
      { seed: 20_220_331, numRuns: 1500 },
    );
  });
});

/** Ruby is searched with its base first, so that its order differs from the page's. */
const isPlain = (pieces: readonly string[]) => !/<(?:ruby|r[tpb]|math)/iu.test(pieces.join(''));

describe('text and HTML', () => {
  it('say the same: what is searched is what is shown', () => {
    fc.assert(
      fc.property(written.filter(isPlain), path, (pieces, at) => {
        const file = makeFile(pieces.join(''), at);
        const read = parsePost(file);
        if (read.outcome === 'problem') return;
        const shown = visibleText(parseTree(renderPost(file).html));
        expect(shown.replaceAll(/\s/gu, '')).toBe(read.post.text.replaceAll(/\s/gu, ''));
      }),
      { seed: 20_200_203, numRuns: 3000 },
    );
  });
});

describe('input beyond reason', () => {
  it.each([
    ['5,000 open divisions', `${'<div>'.repeat(5000)}<p>innermost</p>`, 'innermost'],
    ['elements without end', `${'<b>'.repeat(200_000)}innermost`, 'innermost'],
    ['50,000 cells', `<table><tr>${'<td>cell</td>'.repeat(50_000)}</tr></table>`, 'cell'],
    ['a line of a million characters', '潮水来了又退，'.repeat(143_000), '潮水来了又退'],
    ['100,000 brackets', `${'['.repeat(100_000)} innermost`, 'innermost'],
    ['100,000 quote marks', `${'>'.repeat(100_000)} innermost`, 'innermost'],
    ['tags that never close', `innermost ${'{% raw %}{{ '.repeat(50_000)}`, 'innermost'],
    ['100,000 empty paragraphs', `${'<p>'.repeat(100_000)}innermost`, 'innermost'],
    ['20,000 equal headings', `${'# Quay\n'.repeat(20_000)}\ninnermost`, 'innermost'],
    ['four million characters', `innermost ${'words and words '.repeat(250_000)}`, 'innermost'],
  ])('%s still make a post that can be found and shown', (_name, body, word) => {
    const file = makeFile(`---\ntitle: T\ndate: 2020-01-01\n---\n${body}`);
    expect(postOf(file).text).toContain(word);
    expect(renderPost(file).html).toContain(word);
  });
});

describe('a post whose file is gone', () => {
  it('is shown from its text, as text', () => {
    expect(renderPlainText('one <b>\ntwo')).toEqual({
      html: '<p>one &lt;b&gt;</p><p>two</p>',
      headings: [],
    });
  });
});
