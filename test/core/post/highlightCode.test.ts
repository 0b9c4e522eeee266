import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CODE_CLASSES } from '../../../src/core/post/highlightCode.ts';
import { highlighted } from '../../../src/core/post/codeLanguages.ts';
import { htmlOf, makeFile, postOf } from './makeFile.ts';

const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\`\n`;

describe('coloured code', () => {
  it.each([
    ['js', 'const a = "b"; // c', ['code-word', 'code-text', 'code-note']],
    ['JavaScript', 'const a = 1', ['code-word', 'code-number']],
    ['ts', 'let a: string', ['code-word', 'code-type']],
    ['python', 'def f():\n    return None', ['code-word', 'code-name']],
    ['py3', 'x = "a"', []],
    ['c++', 'int main() {}', ['code-type']],
    ['html', '<a href="b">c</a>', ['code-word', 'code-name', 'code-text']],
    ['diff', '+ a\n- b', ['code-added', 'code-removed']],
    ['sql', 'select 1', ['code-word', 'code-number']],
    ['yml', 'a: 1 # b', ['code-name', 'code-number', 'code-note']],
    ['toml', 'a = 1', ['code-name', 'code-number']],
    ['go', 'func f() {}', ['code-word']],
    ['rs', 'fn f() {}', ['code-word']],
    ['bash', 'echo "a"', ['code-type', 'code-text']],
    ['java', 'class A {}', ['code-word', 'code-name']],
    ['css', 'p { color: red }', ['code-word']],
    ['json', '{"a": 1}', ['code-name', 'code-number']],
    ['js:app.js', 'const a = 1', ['code-word']],
    ['rust,no_run', 'fn f() {}', ['code-word']],
    ['brainfuck', '+-', []],
    ['constructor', 'a', []],
    ['__proto__', 'a', []],
    ['', 'const a = 1', []],
  ])('%s: %s', (language, code, classes) => {
    const html = htmlOf(fence(language, code));
    for (const name of classes) expect(html).toContain(`<span class="${name}">`);
    if (classes.length === 0 && language !== 'py3') expect(html).not.toContain('<span');
  });

  it.each([
    ['<pre class="language-js">const a = 1</pre>'],
    ['<pre><code class="lang-js">const a = 1</code></pre>'],
    ['<pre class="brush: js; gutter: false">const a = 1</pre>'],
    [
      '<div class="language-js highlighter-rouge"><div class="highlight"><pre><code>const a = 1</code></pre></div></div>',
    ],
    ['<div class="highlight highlight-source-js"><pre>const a = 1</pre></div>'],
    ['<pre><code data-lang="js">const a = 1</code></pre>'],
    ['<pre><code class="language-js"><span class="kd">const</span> a = 1</code></pre>'],
  ])('knows the language of %s', (html) => {
    expect(htmlOf(html)).toContain('<span class="code-word">const</span>');
  });

  it.each([
    ['a link in it', '<pre class="language-js">const <a href="#x">a</a> = 1</pre>'],
    ['a mark in it', '<pre class="language-js">const <mark>a</mark> = 1</pre>'],
    ['an id in it', '<pre class="language-js"><span id="L1">const</span> a = 1</pre>'],
    ['a line of 600 characters', fence('js', `const a = "${'x'.repeat(600)}"`)],
    ['40,000 characters', fence('js', 'const a = 1;\n'.repeat(3100))],
  ])('leaves code with %s as it is', (_name, body) => {
    expect(htmlOf(body)).not.toContain('code-word');
  });

  it.each(['js', 'html', 'python', 'c', 'php', 'sh', 'yaml', 'latex', 'markdown', 'x'])(
    'never changes the text of %s',
    (language) => {
      const code = '<a b="c&amp;d">é 潮 \t &lt; `${x}` \\n "unclosed \' // # -- /* \n\n  end';
      const { text } = postOf(makeFile(`before\n\n${fence(language, code)}`));
      expect(text).toContain(code);
      const shown = htmlOf(fence(language, code)).replaceAll(/<[^>]*>/gu, '');
      expect(unescaped(shown).trimEnd()).toBe(code);
    },
  );

  it('names only classes of its own', () => {
    const answered = highlighted('const a = /b/.test(`c${1}`) // d', 'js') ?? '';
    expect(answered).toContain('hljs-');
    const html = htmlOf(fence('js', 'const a = /b/.test(`c${1}`) // d'));
    for (const [, name = ''] of html.matchAll(/<span class="([^"]*)">/gu)) {
      expect(CODE_CLASSES).toContain(name);
    }
  });

  it('cuts the numbers of lines that a site put beside its code', () => {
    const rouge =
      '<table class="rouge-table"><tr><td class="rouge-gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="rouge-code"><pre>a\nb</pre></td></tr></table>';
    const hexo =
      '<figure class="highlight js"><table><tr><td class="gutter"><pre>1\n2</pre></td><td class="code"><pre>a\nb</pre></td></tr></table></figure>';
    const chroma =
      '<div class="chroma"><table class="lntable"><tr><td class="lntd"><pre><code><span class="lnt">1\n</span></code></pre></td><td class="lntd"><pre><code>a\nb</code></pre></td></tr></table></div>';
    for (const html of [rouge, hexo, chroma]) expect(postOf(makeFile(html)).text).toBe('a\nb');
  });
});

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('the colours of code', () => {
  const tokens = readFileSync('src/renderer/styles/tokens.css', 'utf8');
  const themes = ['light', 'sepia', 'dark'];

  it.each(themes.flatMap((theme) => CODE_CLASSES.map((name) => [theme, name] as const)))(
    'in %s, %s is read easily on its ground (WCAG 2.2 AA: 4.5)',
    (theme, name) => {
      const block = tokens.slice(tokens.indexOf(`[data-theme='${theme}']`)).split('}')[0] ?? '';
      const colour = (token: string): string =>
        new RegExp(`--${token}: (#[0-9a-f]{6})`, 'u').exec(block)?.[1] ?? '#000000';
      for (const ground of ['sunken', 'page']) {
        expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
