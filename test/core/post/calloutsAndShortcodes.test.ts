import { describe, expect, it } from 'vitest';
import { plainSite } from '../../../src/core/post/siteConfig.ts';
import { renderPost } from '../../../src/core/post/renderPost.ts';
import { htmlOf, makeFile, postOf } from './makeFile.ts';

const textOf = (body: string, path?: string): string =>
  postOf(makeFile(body, path ?? 'a.md', plainSite)).text;

describe('template tags in a plain folder', () => {
  it('go when they stand on a line of their own', () => {
    expect(textOf('first\n\n{% unknown_tag arg %}\n\nlast')).toBe('first\nlast');
  });

  it('stay in a sentence and in code', () => {
    expect(textOf('write {% foo bar %} there')).toBe('write {% foo bar %} there');
    expect(textOf('```\n{% foo bar %}\n```')).toBe('{% foo bar %}');
  });
});

describe('shortcodes of WordPress', () => {
  it('captions become figures', () => {
    const body =
      'first\n\n[caption id="attachment_7" align="alignnone" width="300"]<a href="b.html"><img src="a.png" alt="x" /></a> The *quay*[/caption]\n\nlast';
    expect(textOf(body)).toBe('first\nThe *quay*\nlast');
    const { html } = renderPost(makeFile(body, 'a.md', plainSite));
    expect(html).toContain('<figcaption>The *quay*</figcaption>');
    expect(html).toContain('<img');
    expect(textOf('[caption id="a"]![x](a.png) The quay[/caption]')).toBe('The quay');
  });

  it('galleries go, embeds become links', () => {
    const body =
      'first\n\n[gallery ids="1,2" columns="2"]\n\n[embed]https://a.example/film[/embed]\n\nlast';
    expect(textOf(body)).toBe('first\nhttps://a.example/film\nlast');
    expect(htmlOf(body)).toContain('href="https://a.example/film"');
  });

  it('stay in code, and where they are links of Markdown or have no end', () => {
    expect(textOf('`[gallery ids="1"]` x')).toBe('[gallery ids="1"] x');
    expect(textOf('a [gallery](b.html) x')).toBe('a gallery x');
    expect(textOf('[embed] never ends')).toBe('[embed] never ends');
    expect(textOf('[caption id="a"] never ends')).toBe('[caption id="a"] never ends');
  });

  it('are known in HTML too', () => {
    expect(textOf('<p>a</p>[gallery ids="1"]<p>b</p>', 'a.html')).toBe('a\nb');
  });
});

describe('callouts', () => {
  it('of Pandoc, Docusaurus and VuePress are quotations with their name', () => {
    expect(textOf('a\n\n::: warning\nMind the *tide*.\n:::\n\nb')).toBe(
      'a\nWarning\nMind the tide.\nb',
    );
    expect(textOf(':::tip Low water\nx\n:::\nb')).toBe('Low water\nx\nb');
    expect(htmlOf('::: warning\nx\n:::')).toContain('<blockquote>');
    expect(textOf('::: {.column width="40%"}\nx\n:::\n\nb')).toBe('x\nb');
  });

  it('of MkDocs too', () => {
    expect(textOf('a\n\n!!! note "Low *water*"\n    Mind it.\n\n    - one\n\nb')).toBe(
      'a\nLow water\nMind it.\none\nb',
    );
    expect(textOf('??? tip\n    x\n\nb')).toBe('Tip\nx\nb');
  });

  it('stay in code and where nothing ends them', () => {
    expect(textOf('```\n::: warning\nx\n:::\n```')).toBe('::: warning\nx\n:::');
    expect(textOf('::: warning\nx')).toBe('::: warning x');
    expect(textOf('!!! what is this')).toBe('!!! what is this');
  });
});
