import { describe, expect, it } from 'vitest';
import { htmlOf, makeFile, postOf } from './makeFile.ts';

const textOf = (body: string, path?: string) => postOf(makeFile(body, path)).text;

describe('the visible text', () => {
  it.each([
    ['paragraphs', 'one\n\ntwo', 'one\ntwo'],
    ['entities', 'a &lt;b&gt; &amp; &#x4e2d;', 'a <b> & 中'],
    ['emphasis inside a word', '<p>潮<b>水</b>来了</p>', '潮水来了'],
    ['line breaks', '<p>a<br>b<br/>c</p>', 'a\nb\nc'],
    ['white space', '<p>a \n\t b   c</p>', 'a b c'],
    ['a break between Chinese lines', '潮水\n来了', '潮水来了'],
    ['a break between Chinese and Latin', '潮水\ntide', '潮水 tide'],
    ['a break between Latin lines', 'slow\nboat', 'slow boat'],
    ['a break at an element between Chinese', '<p><b>潮水</b>\n来了</p>', '潮水来了'],
    ['a break between Korean words', '느린\n배', '느린 배'],
    ['table cells', '| a | b |\n|---|---|\n| c | d |', 'a\tb\nc\td'],
    ['table cells in HTML', '<table><tr><td>a</td><td>b</td></tr></table>', 'a\tb'],
    ['lists', '- a\n- b\n  - c', 'a\nb\nc'],
    ['code with its lines', '```\nif x:\n    y\n\nz\n```', 'if x:\n    y\n\nz'],
    ['ruby with its base whole', '<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>', '漢字かんじ'],
    [
      'a word of several rubies whole',
      'x <ruby>漢<rt>かん</rt></ruby><ruby>字<rt>じ</rt></ruby>を y',
      'x 漢字かんじを y',
    ],
    ['readings without ruby behind their words', '漢<rt>かん</rt>字', '漢字かん'],
    [
      'ruby apart by itself',
      '<ruby>字<rt>じ</rt></ruby>と<ruby>本<rt>ほん</rt></ruby>',
      '字じと本ほん',
    ],
    ['ruby without brackets', '<ruby>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>', '字じ'],
    [
      'figure captions',
      '<figure><img src="a.png" alt="hidden"><figcaption>shown</figcaption></figure>',
      'shown',
    ],
    ['no alternative texts', '![hidden](a.png) shown', 'shown'],
    ['details', '<details><summary>a</summary>b</details>', 'a\nb'],
    ['definition lists', 'Term\n: Meaning', 'Term\nMeaning'],
    ['footnotes without arrows', 'a[^1]\n\n[^1]: note', 'a[1]\nnote'],
    ['task boxes', '- [x] done\n- [ ] open', 'done\nopen'],
    ['autolinks', '<https://a.example/b> and more', 'https://a.example/b and more'],
    ['bare addresses as text', 'see https://a.example/b now', 'see https://a.example/b now'],
    ['unknown elements', '<p><custom-x>a</custom-x></p>', 'a'],
    [
      'a formula drawn by KaTeX, by its source',
      '<p>a <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi><mn>2</mn></mrow><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x2</span></span> b</p>',
      'a $x^2$ b',
    ],
    [
      'a formula drawn by MathJax, by its source',
      '<p>a <span class="MathJax">x2</span><script type="math/tex">x^2 < y</script> b</p>',
      'a $x^2 < y$ b',
    ],
    ['a formula drawn, without its source', '<p>a <span class="MathJax">x2</span> b</p>', 'a x2 b'],
    ['MathML', '<p>a <math><mi>x</mi><mo>=</mo><mn>2</mn></math></p>', 'a x=2'],
    ['math', '$$a_1 \\\\ b_2$$', '$$a_1 \\\\ b_2$$'],
  ])('keeps %s', (_name, body, text) => {
    expect(textOf(body)).toBe(text);
  });

  it.each([
    ['display:none', '<p style="display:none;color:red">no</p>'],
    ['display : none', '<div style="color:red; DISPLAY : NONE !important"><p>no</p></div>'],
    ['visibility', '<span style="visibility:hidden">no</span>'],
    ['hidden', '<p hidden>no</p>'],
    ['comments', '<!-- EM_StockImg_Start no --><p></p>'],
    ['scripts', '<script>no</script>'],
    ['styles', '<style>.no{}</style>'],
    ['templates', '<template><p>no</p></template>'],
    ['noscript', '<noscript><p>no</p></noscript>'],
    ['svg', '<svg><text>no</text></svg>'],
    ['frames', '<iframe src="x">no</iframe>'],
    ['heads', '<head><title>no</title></head>'],
    ['controls', '<select><option>no</option></select><textarea>no</textarea><button>no</button>'],
    ['nested hidden elements', '<div hidden><div><p>no</p></div>no</div>'],
    ['attributes', '<span id="quote_1" data-code="no" title="no"></span>'],
  ])('leaves out %s, in the HTML too', (_name, hidden) => {
    const body = `<p>before</p>${hidden}<p>after</p>`;
    expect(textOf(body)).toBe('before\nafter');
    expect(htmlOf(body)).not.toContain('no<');
  });
});

describe('bodies that mix HTML and Markdown', () => {
  it.each([
    ['lines that start with a space', '<p>a</p>\n <p>b</p>\n <p><strong>c</strong></p>', 'a\nb\nc'],
    ['a digest and HTML in one line', '> digest\n\n<p>a</p><p>b</p>', 'digest\na\nb'],
    ['a digest right above HTML', '> digest\n<p>a</p>', 'digest\na'],
    ['Markdown between HTML', '<div>a</div>\n\n**b**\n\n<p>c</p>', 'a\nb\nc'],
    ['indented HTML in an open element', '<div>\n\n    <p>a</p>\n\n</div>\n\nb', 'a\nb'],
    ['an unclosed element', '<div><p>a\n\nb', 'a\nb'],
    [
      'a company and its empty quote',
      '<p><span id="s"><a href="//x/1" class="keytip">巨化股份</a></span><span id="quote_s"></span>公告</p>',
      '巨化股份公告',
    ],
  ])('%s', (_name, body, text) => {
    expect(textOf(body)).toBe(text);
  });

  it('keeps an indented example of HTML as code', () => {
    expect(textOf('Write:\n\n    <div class="x">\n')).toBe('Write:\n<div class="x">');
  });
});

describe('the title in the body', () => {
  it('is shown once when the first heading repeats it', () => {
    const read = makeFile('---\ntitle: The Boat\n---\n# The  Boat\n\nText');
    expect(postOf(read).text).toBe('Text');
  });

  it('comes from the first heading, which then leaves the text', () => {
    const read = postOf(makeFile('# 第 301 期\n\nText', 'weekly/issue-301.md'));
    expect([read.title, read.text]).toEqual(['第 301 期', 'Text']);
  });

  it('leaves other headings alone', () => {
    expect(textOf('---\ntitle: The Boat\n---\n# Another\n\nText')).toBe('Another\nText');
    expect(textOf('---\ntitle: The Boat\n---\nText\n\n# The Boat')).toBe('Text\nThe Boat');
  });
});

describe('template tags', () => {
  it.each([
    ['include', 'a {% include toc.html %} b', 'a b'],
    ['raw', '{% raw %}{{ kept }}{% endraw %}', '{{ kept }}'],
    ['comment', 'a{% comment %} gone {% endcomment %}b', 'ab'],
    ['highlight', '{% highlight js %}\nlet a\n{% endhighlight %}', 'let a'],
    ['output', 'a {{ site.title }} b', 'a b'],
    ['unclosed', 'a {% b', 'a {% b'],
    ['tags in code', '`{% include x %}`', '{% include x %}'],
    ['tags in a fence', '```\n{% include x %}\n```', '{% include x %}'],
    ['figure', '{{< figure src="a.png" caption="The quay" >}}', 'The quay'],
    ['paired shortcodes', '{{% notice %}}kept{{% /notice %}}', 'kept'],
    ['table of contents', '* TOC\n{:toc}\n\ntext', 'text'],
    ['attribute lists', 'text\n{: .lead}\n\n## Head {#own}', 'text\nHead'],
  ])('%s leaves no noise', (_name, body, text) => {
    expect(textOf(body)).toBe(text);
  });

  it('resolves links to posts and paths', () => {
    const html = htmlOf('[x]({% post_url 2020-01-01-x %}) ![y]({{ "/a/b.png" | relative_url }})');
    expect(html).toContain('href="2020-01-01-x.md"');
    expect(html).toContain('src="a/b.png"');
  });
});

describe('other kinds of files', () => {
  it('keeps paragraphs and line breaks of plain text, and reads no Markdown in it', () => {
    const file = 'one *two*\nthree\n\n\n# four <b>';
    expect(textOf(file, 'a.txt')).toBe('one *two*\nthree\n# four <b>');
    expect(htmlOf(file, 'a.txt')).toBe('<p>one *two*<br />three</p><p># four &lt;b&gt;</p>');
  });

  it('takes the content and the facts of a whole page', () => {
    const page = `<!DOCTYPE html><html><head><title>Tide</title><meta name="author" content="Ann">
      <meta property="article:published_time" content="2019-04-05T06:07:08+02:00">
      <meta name="keywords" content="sea, boats"></head><body><nav>Menu</nav><header>Site</header>
      <article><header><h1>Tide</h1></header><p>Text</p></article><footer>Foot</footer></body></html>`;
    const read = postOf(makeFile(page, 'old/tide.html'));
    expect(read).toMatchObject({
      title: 'Tide',
      author: 'Ann',
      date: '2019-04-05T06:07:08+02:00',
      tags: ['sea', 'boats'],
      text: 'Text',
    });
  });

  it('keeps a whole page without a main part, but not its menus', () => {
    const page =
      '<html><body><nav>Menu</nav><div><p>Text</p></div><aside>Ads</aside></body></html>';
    expect(textOf(page, 'a.htm')).toBe('Text');
    expect(textOf('<html><body><nav>Only this</nav></body></html>', 'a.htm')).toBe('Only this');
  });

  it('reads front matter above HTML and leaves Markdown signs alone', () => {
    const read = postOf(makeFile('---\ntitle: T\n---\n<p>a *b*</p>', 'a.html'));
    expect([read.title, read.text]).toEqual(['T', 'a *b*']);
  });
});

describe('figures of a post', () => {
  it('counts characters without white space, each once', () => {
    expect(postOf(makeFile('潮 水\n\n𠮷 a\u3000b')).characterCount).toBe(5);
  });

  it('tells images, code and tables', () => {
    const read = postOf(makeFile('![a](a.png)\n\n`b`\n\n|c|\n|-|\n|d|'));
    expect(read).toMatchObject({ hasImage: true, hasCode: true, hasTable: true });
    expect(postOf(makeFile('a'))).toMatchObject({
      hasImage: false,
      hasCode: false,
      hasTable: false,
    });
  });

  it.each([
    ['这个国家的渔船从港口出发，对海上的风浪并没有准备。', 'zh-Hans'],
    ['這個國家的漁船從港口出發，對海上的風浪並沒有準備。', 'zh-Hant'],
    ['船は港を出て、海の風をまだ知らなかった。', 'ja'],
    ['배는 항구를 떠났고 바람을 아직 몰랐다.', 'ko'],
    ['The boat left the harbour and did not know the wind.', 'en'],
    ['Das Boot verließ den Hafen und kannte den Wind nicht.', 'und'],
    ['12345', 'und'],
  ])('guesses the language of %s', (body, lang) => {
    expect(postOf(makeFile(body)).lang).toBe(lang);
  });
});
