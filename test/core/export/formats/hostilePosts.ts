import { Buffer } from 'node:buffer';

/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A lossless WebP of one pixel. */
export const WEBP = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

/** A drawing with a script in it. */
const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script><rect width="9" height="9"/></svg>',
);

const post = (title: string, body: string, more = ''): string =>
  `---\ntitle: ${JSON.stringify(title)}\ndate: 2024-03-05 08:00:00 +0800\n${more}---\n${body}\n`;

const wideTable = [
  `|${' 列 |'.repeat(24)}`,
  `|${'---|'.repeat(24)}`,
  ...Array.from({ length: 300 }, (_, row) => `|${` ${row} |`.repeat(24)}`),
].join('\n');

/** Posts as people and programs break them; own texts. Paths of files by what they hold. */
export const hostilePosts: Readonly<Record<string, string>> = {
  '_posts/2024-01-01-broken.md': post(
    'Broken <b>HTML</b> & "quotes"',
    [
      '<p>One <b>bold <i>both</b> italic</i> <div>block <p>in <span>span <div>block in span</div> after</span></div>',
      '<ul>loose<p>para in list</p><li>item<ul><li>deep</ul></ul><ol type="a" start="3" reversed><li value="7">seven<li value="x">no</ol>',
      '<h3>Heading <div>with a block</div> &nbsp;&copy;&amp;&lt; &bogus; &#0; &#x1F600;</h3>',
      '<a href="https://example.org/a b?c=[d]|e^f#g#h">spaces</a> <a href="https://例子.example/路径?问=答">iri</a>',
      '<a href="http://[bad">bad</a> <a href="mailto:a@b.example">mail</a> <a href="//cdn.example/x">cdn</a> <a>no address</a>',
      '<a href="https://example.org/"><div>block link <a href="https://example.org/2">nested</a></div></a>',
      '<em><p>para in em</p><blockquote>quote in em</blockquote></em>',
      '<dl><dd>first</dd><dt>term<dt>other <h4>head</h4></dl> <dl>text</dl> <dt>orphan</dt><li>orphan item</li>',
      '<td>orphan cell</td><caption>orphan caption</caption><figcaption>orphan figcaption</figcaption><summary>orphan</summary>',
      '<figure><p>text</p><figcaption>one</figcaption><p>more</p><figcaption>two</figcaption></figure>',
      '<details><summary>Sum <p>para</p></summary>inner <pre>pre <p>in pre</p></pre></details>',
      '<bdo>no dir</bdo> <bdo dir="rtl">rtl</bdo> <time datetime="nonsense">then</time> <q cite="x">q</q> <address>addr <h2>h</h2></address>',
      '<p id="twice">a</p><p id="twice">b</p><p id="with space">c</p><a href="#twice">to twice</a><a href="#nowhere">nowhere</a>',
      '<del datetime="x"><p>deleted para</p></del><ins>inserted</ins> <hr><hr size="3"> text\u0001\u0008\u000b with controls \uFFFE and half \uD83D',
    ].join('\n'),
  ),
  '_posts/2024-01-02-scripts.html': post(
    '脚本 <script>alert(1)</script>',
    '<p onclick="x()">前<script>alert(2)</script>后</p><iframe src="https://example.org/"></iframe><style>p{}</style><img src=x onerror=alert(3)><svg><circle r="3"/></svg><math><mi>x</mi><mo>=</mo><mn>1</mn></math><form><input value="y"><button>按</button></form><object data="x"></object><!-- comment -- with --- dashes --><p>末尾</p>',
  ),
  '_posts/2024-01-03-tables.md': post(
    '表格',
    `${wideTable}\n\n<table><caption>Cap <div>block</div></caption><p>loose para</p><thead><tr><th><h2>H</h2></th><th scope="col">S</th></tr></thead><tr><td colspan="0" rowspan="0">z<td colspan="2000">w</tr><tbody><tr><td align="center">c</td></tr></tbody><thead><tr><td>second head</td></tr></thead><tfoot><tr><td>foot</td></tr></tfoot>text in table<tr></tr></table><table></table><table><tr><td><table><tr><td>inner</td></tr></table></td></tr></table>`,
  ),
  '_posts/2024-01-04-ruby.md': post(
    'ルビと傍点',
    'これは<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt>余</ruby>です。<ruby><rb>東</rb><rb>京</rb><rt>とう</rt><rt>きょう</rt></ruby>。<ruby>無し</ruby>。<rt>孤</rt><ruby>外<ruby>内<rt>うち</rt></ruby><rt>そと</rt></ruby>。ひらがなとカタカナの文章をここに書きます。',
  ),
  '_posts/2024-01-05-rtl.md': post(
    'مرحبا بالعالم',
    'هذه فقرة عربية مع English inside.\n\nפסקה בעברית עם 123.\n\n<p dir="rtl">rtl</p><p dir="sideways">x</p>',
  ),
  '_posts/2024-01-06-notes.md': post(
    'Footnotes',
    'A claim[^1] and another[^two], again[^1].\n\n[^1]: First note with `code`.\n[^two]: Second.\n\n    With a paragraph.\n\n- [x] done\n- [ ] open\n\n$$ E = mc^2 < 3 $$\n\nInline $a<b$ here.',
  ),
  '_posts/2024-01-07-pictures.md': post(
    '图片',
    [
      '![港口 <b>"夜"</b>](/img/港口 夜😀.png "标题 & 题")',
      '![again](/img/%E6%B8%AF%E5%8F%A3%20%E5%A4%9C%F0%9F%98%80.png)',
      '![wrong name](/img/really-png.jpg) ![](/img/no-alt.webp) ![gone](/img/gone.png)',
      '![drawing](/img/drawing.svg) ![not a picture](/img/text.png) ![cut](/img/cut.png)',
      '![remote](https://img.example/a.png?x=1&y=2) ![data](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==)',
      '<figure><img src="/img/really-png.jpg" width="0" height="12"><figcaption>图说</figcaption></figure>',
      '<video src="/img/film.mp4" controls></video><audio><source src="https://a.example/b.mp3"></audio>',
      '<a href="https://example.org/"><img src="/img/really-png.jpg" alt="in a link"></a>',
    ].join('\n\n'),
  ),
  '_posts/2024-01-08-links.md': post(
    'Links',
    '[tables](/2024/01/03/tables.html) [broken](./2024-01-01-broken.md#twice) [gone](/2024/01/09/never.html) [self](#top) [[图片]] [web](https://example.org/x_(y))',
  ),
  '_posts/2024-01-09-notitle.md': '---\ndate: 2024-01-09\n---\n\nOnly text, no title.\n',
  '_posts/2024-01-10-tags.md': post(
    'Many tags & categories',
    'Text.',
    `tags: [${Array.from({ length: 300 }, (_, at) => `"标签 <${at}> & \\"${at}\\""`).join(', ')}]\nauthor: "A & B <c@d.example>"\n`,
  ),
  '_posts/2024-01-11-empty.md': post('Empty', ''),
  '_posts/2024-01-12-deep.html': post(
    'Deep',
    `${'<div><blockquote><ul><li>'.repeat(40)}deep${'</li></ul></blockquote></div>'.repeat(40)}<p>${'<span>'.repeat(60)}<table><tr><td>x</td></tr></table>`,
  ),
  '_posts/2024-01-13-😀 空 & 格.md': post(
    'Emoji 😀 in the file name',
    '中文 English 한국어 😀👩‍👩‍👧‍👦 \u{20BB7}\n\n```html\n<b>&amp;</b>\n\n```\n\n`<i>`',
  ),
  '_posts/2024-01-14-traditional.md': post(
    '臺灣的讀者與圖書館',
    '這是一篇繁體中文的文章，講述圖書館與讀者之間的關係，還有報紙與檔案。',
  ),
};

/** Files that the posts show, right and wrong. */
export const hostilePictures: Readonly<Record<string, Buffer>> = {
  'img/港口 夜😀.png': PNG,
  'img/really-png.jpg': Buffer.concat([PNG, Buffer.from([0])]),
  'img/no-alt.webp': WEBP,
  'img/drawing.svg': SVG,
  'img/text.png': Buffer.from('This is text, whatever its name says.'),
  'img/cut.png': PNG.subarray(0, 24),
  'img/film.mp4': Buffer.from('\0\0\0\u0018ftypisom0000000000000000'),
};
