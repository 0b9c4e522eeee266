import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { renderAnyMarkdown } from '../../../src/core/post/markdown.ts';
import { parsePost } from '../../../src/core/post/parsePost.ts';
import { readPlainYaml } from '../../../src/core/post/plainYaml.ts';
import { readYaml } from '../../../src/core/post/readFields.ts';
import { readSimpleHtml } from '../../../src/core/post/simpleHtml.ts';
import type { HtmlSink } from '../../../src/core/post/simpleHtml.ts';
import { renderSimpleMarkdown } from '../../../src/core/post/simpleMarkdown.ts';
import { makeFile } from './makeFile.ts';

/*
 * The short ways through front matter, Markdown and HTML must answer what the libraries answer, or not at all. Texts
 * are put together from pieces that mean something to one of the three, so that most of them are almost simple.
 */
const SETTINGS = { seed: 20_220_518, numRuns: 4_000 };

/** Texts of pieces; each line holds several of them, with a bar of their own between. */
function textOf(...lines: readonly string[]): fc.Arbitrary<string> {
  const pieces = lines.flatMap((line) => line.split('⏐'));
  return fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 })
    .map((parts) => parts.join(''));
}

describe('plain front matter', () => {
  const blocks = fc
    .array(
      fc.tuple(
        fc.constantFrom(
          'title',
          'date',
          'tags',
          'k',
          'a-b',
          'x_1',
          '标题',
          '1a',
          '__proto__',
          '-',
          '? k',
          '"q"',
        ),
        fc.constantFrom(': ', ': ', ': ', ':', ':  ', ' : ', ':\t', ':\n  - ', ':\n- ', '：'),
        textOf(
          '中文⏐word⏐5⏐ ⏐  ⏐:⏐: ⏐#⏐ #⏐"⏐\'⏐[⏐]⏐, ⏐,⏐{⏐}',
          '&a⏐*a⏐!t⏐|⏐>⏐%⏐@⏐`⏐-⏐- ⏐?⏐~⏐null⏐\\n⏐\\"⏐“⏐”',
          '\n  - ⏐\n- ⏐\n ⏐\n⏐\t⏐\u00A0⏐\u3000⏐\u0085⏐\u2028⏐\uFEFF⏐\uD83D',
          "2022-05-18 05:00:29 +0800⏐https://a.example/b?c=d⏐[a, 中]⏐\"a: b\"⏐'it''s'⏐=⏐<<",
          '\u007F',
        ),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((lines) => lines.map((line) => `${line.join('')}\n`).join(''));

  it('reads a block as the YAML reader does, or leaves it', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const plain = readPlainYaml(block);
        if (plain !== null) expect(asEntries(readYaml(block))).toEqual([...plain]);
      }),
      SETTINGS,
    );
  });

  it('reads what scrapers and generators write', () => {
    const block =
      'layout: post\ntitle: "稳产: 保供 #1"\ndate: 2022-05-18 05:00:29 +0800\ntags: [新闻, 科技]\ncategories:\n  - a b\n  - "c: d"\nurl: https://a.example/x\n';
    expect([...(readPlainYaml(block) ?? [])]).toEqual([
      ['layout', 'post'],
      ['title', '稳产: 保供 #1'],
      ['date', '2022-05-18 05:00:29 +0800'],
      ['tags', ['新闻', '科技']],
      ['categories', ['a b', 'c: d']],
      ['url', 'https://a.example/x'],
    ]);
  });

  it.each([
    'k: a: b\n',
    'k: "a\n',
    'k:\n',
    'k: v # c\n',
    'k: a\nk: b\n',
    'k: *a\n',
    '  k: a\n',
    'k: "\\x41"\n',
  ])('leaves %j to the YAML reader', (block) => {
    expect(readPlainYaml(block)).toBeNull();
  });
});

function asEntries(read: unknown): readonly unknown[] {
  if (read instanceof Map) return [...read];
  return typeof read === 'object' && read !== null ? Object.entries(read) : [];
}

describe('simple Markdown', () => {
  const bodies = textOf(
    '中文段落。⏐Some words⏐3月29日⏐12⏐1. ⏐2) ⏐\n⏐\n\n⏐\n\n⏐\n \n⏐ ⏐  ⏐    ⏐\t',
    '<p>一</p>⏐<p>⏐</p>⏐<div>⏐</div>⏐<h2>⏐<b>⏐</b>⏐<br>⏐<!-- c -->⏐<pre>⏐<hr>⏐<P>',
    '<https://a.example/b?c=d&e=f>⏐<https://A.example/>⏐<http://xn--a.example>',
    '<http://a..b>⏐<>⏐<a@b.c>',
    '[返回](//s.example/)⏐[x](../y/)⏐[x](/y.html)⏐[x](<y>)⏐[x](y "t")⏐[x][y]⏐![x](y.png)',
    '!⏐[⏐]',
    '[x]: /y⏐[^1]⏐[^1]: n⏐^[n]⏐: d⏐~ d⏐~~~⏐~~s~~⏐```⏐`⏐*⏐**⏐_⏐- ⏐+ ⏐> ⏐>',
    '# ⏐## ⏐ #⏐---⏐===⏐| a | b |⏐\n| - | - |\n⏐|⏐\\⏐&amp;⏐&⏐"⏐\'⏐$$⏐{#x}⏐{⏐}',
    'https://a.example/b_c_⏐www.a.example/x⏐x@y.example⏐@⏐://⏐：⏐$a_b$⏐$⏐$5⏐\\(⏐\\)⏐\\[⏐\\]⏐{: .x}⏐{.x}⏐{:',
    '\n$$\n⏐x^2⏐\\begin{a}\n⏐\\end{a}⏐[ ] ⏐[x] ⏐：⏐“⏐\u3000⏐\u00A0⏐\u2028⏐\u000B⏐\u{1F600}⏐\uD83D',
  );

  it('renders a body as the Markdown library does, or leaves it', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const simple = renderSimpleMarkdown(body, renderAnyMarkdown);
        if (simple !== null) expect(simple).toBe(renderAnyMarkdown(body));
      }),
      { ...SETTINGS, numRuns: 8_000 },
    );
  });

  it('asks the library only for the chunks that need it', () => {
    const asked: string[] = [];
    const body =
      '第一段。\n\n- 一\n- **二**\n\n| a |\n| - |\n\n## 小标题\n\n<p>三</p>\n <p>四</p>\n\n<https://a.example/b>\n';
    const html = renderSimpleMarkdown(body, (chunks) => {
      asked.push(chunks);
      return '…';
    });
    expect(asked).toEqual(['- 一\n- **二**\n\n| a |\n| - |\n\n']);
    expect(html).toBe(
      '<p>第一段。</p>\n…<h2>小标题</h2>\n<p>三</p>\n <p>四</p>\n<p><a href="https://a.example/b">https://a.example/b</a></p>\n',
    );
  });

  it.each([
    'a\n\n    code',
    '[a]: /b\n\n[a]',
    'term\n\n: meaning',
    '```\n\ncode',
    'a <b>c</b>',
    '- a\n\n  b',
    'x[^1]\n\n[^1]: y',
  ])('leaves %j to the Markdown library as a whole', (body) => {
    expect(renderSimpleMarkdown(body, () => '')).toBeNull();
  });
});

describe('simple HTML', () => {
  const pages = textOf(
    '文字⏐word ⏐\n⏐ ⏐<p>⏐</p>⏐<p class="a b">⏐<div>⏐</div>⏐<center>⏐</center>',
    '<a href="//x/y?a=1&amp;b=2">',
    '<a href="/z">⏐</a>⏐<strong>⏐</strong>⏐<span style="display:none">',
    '<span id="s" id="t">⏐</span>⏐<br>⏐<br/>⏐<br />',
    '<img src="a.png" alt="图 1">⏐<img src=a>⏐<hr>⏐</br>⏐<h2>⏐</h2>⏐<ul>⏐<li>⏐</li>',
    '</ul>⏐<table>⏐<tr>⏐<td>',
    '</td>⏐</tr>⏐</table>⏐<thead>⏐</thead>⏐<tbody>⏐</tbody>⏐<th>⏐</th>⏐<P>⏐</P>⏐<p >',
    '</p >⏐<x-y>⏐</x-y>',
    '<!-- c -->⏐<!-->⏐<!--->⏐<!-- a -- b -->⏐<!-- a --!> b -->⏐<!doctype html>⏐<?x?>',
    '<![CDATA[x]]>⏐<title>⏐</title>⏐<script>⏐</script>⏐<svg>⏐</svg>',
    '&amp;⏐&lt;⏐&nbsp;⏐&ldquo;⏐&copy;⏐&copy⏐&#20013;⏐&⏐&;⏐<⏐>⏐< b⏐<p a="1"b="2">',
    '<p a=\'1\'>⏐<p A="1">⏐<p a = "1">⏐<p/>⏐<form>⏐</form>⏐<dd>',
  );

  it('makes the same calls as the HTML library, or gives up', () => {
    fc.assert(
      fc.property(pages, (html) => {
        const simple = recorder();
        if (!readSimpleHtml(html, simple.sink)) return;
        const whole = recorder();
        new Parser(whole.sink, { decodeEntities: true }).end(html);
        expect(simple.calls()).toEqual(whole.calls());
      }),
      { ...SETTINGS, numRuns: 8_000 },
    );
  });

  it('reads what scrapers write', () => {
    const html =
      '<p>&nbsp;一<!-- IMG -->二<span style="display:none">三</span><br/></p>\n <center><img src="https://a.example/1.png" width="580" alt="图"></center>\n<ul><li>四</li></ul>';
    expect(readSimpleHtml(html, recorder().sink)).toBe(true);
  });
});

/** Writes down the calls; texts that follow one another count as one, as they become one node. */
function recorder(): { readonly sink: HtmlSink; readonly calls: () => readonly unknown[] } {
  const calls: unknown[] = [];
  let text = '';
  const settle = (): void => {
    if (text !== '') calls.push(text);
    text = '';
  };
  return {
    sink: {
      onopentag: (name, attributes) => {
        settle();
        calls.push([name, { ...attributes }]);
      },
      onclosetag: () => {
        settle();
        calls.push('/');
      },
      ontext: (piece) => {
        text += piece;
      },
    },
    calls: () => {
      settle();
      return calls;
    },
  };
}

describe('text that was decoded before', () => {
  it('gives the same post as the bytes alone', () => {
    const file = makeFile('---\ntitle: 标题\n---\n<p>正文\u00A0一</p>\r\n');
    expect(parsePost({ ...file, utf8: new TextDecoder().decode(file.bytes) })).toEqual(
      parsePost(file),
    );
  });
});
