/** Archives of every convention, made to be hard on an export to Markdown. */

/** Files of an archive by their paths; `gbk` and `bytes` are not text. */
export interface TestArchive {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** A picture of one point. */
export const PICTURE = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** 港口 in GBK, as a whole post. */
const GBK = Uint8Array.from([
  ...Buffer.from('---\ntitle: '),
  0xb8,
  0xdb,
  0xbf,
  0xda,
  ...Buffer.from('\ndate: 2019-03-04\n---\n'),
  ...Array.from({ length: 30 }, () => [
    0xb8, 0xdb, 0xbf, 0xda, 0xb5, 0xc4, 0xb5, 0xc6, 0xcb, 0xfe, 0xc1, 0xc1, 0xc1, 0xcb, 0xa1, 0xa3,
  ]).flat(),
  0x0a,
]);

const jekyll: TestArchive = {
  name: 'Jekyll',
  files: {
    '_config.yml':
      'title: Harbour\nurl: https://harbour.example\nbaseurl: /blog\ntimezone: Asia/Shanghai\npermalink: /:year/:month/:day/:title.html\ndefaults:\n  - scope: { path: "_posts/notes" }\n    values: { author: Ines, lang: en }\n',
    '_posts/2022-05-18-light.md':
      '---\nlayout: post\ntitle:   "Light: on"   # kept\ntags: salt water tide\n---\n\n# Other heading\n\nSee [the ferry]({% post_url 2022-06-02-ferry %}), [again](/blog/2022/06/02/ferry.html#late) and [file](2022-06-02-ferry.md "Title (x)").\n\n![Lamp]({{ site.baseurl }}/assets/lamp.png) ![same](/assets/lamp.png "t") <img src="../assets/Lamp%20two.png" alt="two">\n\n[ref]: ../assets/lamp.png\n\nBy reference ![r][ref]. `![no](/assets/lamp.png)`\n\n```\n![no](/assets/lamp.png) {% post_url 2022-06-02-ferry %}\n```\n\n{% highlight ruby %}\nputs "{{ x }}"\n{% endhighlight %}\n\nText {% unknown thing %} after, {{ page.title }}, {% raw %}{{ raw }}{% endraw %}.\n',
    '_posts/2022-06-02-ferry.md':
      '---\nlayout: post\ndate: 2022-06-02 05:00:29\ncategories: [News, "Sea: ships"]\nurl: /own/\n---\nThe ferry leaves.[^1] Back to [light](/blog/2022/05/18/light.html), [own original](https://harbour.example/blog/2022/06/02/ferry.html), [none](/blog/nothing.html).\n\n[^1]: At ten, see [light](2022-05-18-light.md).\n',
    '_posts/notes/2021-01-09-no-title.markdown': 'Just a line, no front matter. $x_1$ and $5.\n',
    'sea/_posts/2020-02-29-cats.md':
      '---\ntitle: "{{ page.x }} | <b>a</b> & co: *stars* #1 [x]"\ntags:\n  - a\n  - "b: c"\n---\n{: .lead}\nA paragraph {: .x}\n\n* list\n{: .y}\n\nTerm\n: Definition\n',
    '_drafts/idea.md': '---\ntitle: Idea\n---\nAn idea.\n',
    '_posts/2018-01-01-page.html':
      '---\ntitle: Page\ndate: 2018-01-01\nsource: Old Paper\n---\n<p>One<sup id="fnref:1"><a href="#fn:1">1</a></sup> &amp; <b>bold，</b>two <img src="/assets/lamp.png"></p><table><tr><th>A</th><th>B</th></tr><tr><td colspan=2>x<ul><li>y</li></ul></td></tr></table><pre><code class="language-js">if (a &lt; b) {\n\n  `x`\n}</code></pre><p>{{ page.title }} <a href="/blog/2022/05/18/light.html">light</a></p><dl><dt>T</dt><dd>D</dd></dl><hr><ol><li id="fn:1"><p>Note. <a href="#fnref:1">↩</a></p></li></ol>',
    'assets/lamp.png': PICTURE,
    'assets/Lamp two.png': PICTURE,
    'about.md': '---\ntitle: About\npermalink: /about/\n---\nAbout.\n',
  },
};

const hugo: TestArchive = {
  name: 'Hugo',
  files: {
    'hugo.toml':
      'title = "Tides"\nbaseURL = "https://tides.example/"\ntimeZone = "Asia/Shanghai"\n[taxonomies]\ntag = "tags"\nseries = "series"\n',
    'content/posts/toml.md':
      '+++\ntitle = "TOML \\"quoted\\" title"\ndate = 2020-02-29T23:59:58Z\ntags = ["a", "true", "2020"]\nseries = ["Long tides"]\ndraft = true\nweight = 3\n[extra]\nkey = "value"\n+++\nBody with {{< figure src="lamp.png" caption="A *lamp*" alt="x" >}} and {{< ref "json.md" >}}.\n\n[To json]({{< relref "/posts/json.md" >}}) {{</* figure src="x" */>}}\n\n{{< highlight go "linenos=table" >}}\nfmt.Println("x")\n{{< /highlight >}}\n\n{{< notice tip >}}Mind the *tide*.{{< /notice >}}\n',
    'content/posts/lamp.png': PICTURE,
    'content/posts/json.md':
      '{\n  "title": "JSON: 潮",\n  "date": "2019-12-31T00:00:00-11:00",\n  "tags": ["x", 3],\n  "categories": ["Port"],\n  "author": {"name": "Ines"}\n}\n\nText below.\n',
    'content/news/bundle/index.md':
      '---\ntitle: Bundle\ndate: 2021-03-04\n---\n![In the bundle](photo.png)\n\n![in static](/static-one.png) [to toml](../../posts/toml/)\n',
    'content/news/bundle/photo.png': PICTURE,
    'static/static-one.png': PICTURE,
    'content/posts/broken.md':
      '---\ntitle: Broken "quotes" here: yes\ndate: 2021-01-01\ntags: [open, list\nnot a field\n---\nStill text.\n',
    'content/posts/code.md': '---js\n{ title: "x" }\n---\nText of code front matter.\n',
    'content/posts/unclosed.md': '---\ntitle: Unclosed\ndate: 2020-01-01\n\nNever closed.\n',
  },
};

const hexo: TestArchive = {
  name: 'Hexo',
  files: {
    '_config.yml':
      'title: 站点\nurl: https://hexo.example\nsource_dir: source\npublic_dir: public\nlanguage: zh-CN\ntimezone: Asia/Shanghai\npost_asset_folder: true\npermalink: :year/:title/\n',
    'source/_posts/asset.md':
      "---\ntitle: 资源：一\ndate: 2022-01-02 03:04:05\ntags:\n- 灯\ncategories:\n- [海, 船]\n- 陆\n---\n{% asset_img 灯塔.png 灯塔的图 %}\n\n![旁边](灯塔.png)\n\n参见{% post_link other '另一篇' %}。\n\n<!-- more -->\n\n{% note info %}\n注意。\n{% endnote %}\n\n{% blockquote 某人, 书 %}\n引用。\n{% endblockquote %}\n\n**“灯”**亮了。\n",
    'source/_posts/asset/灯塔.png': PICTURE,
    'source/_posts/other.md':
      'title: 另一篇\ndate: 2018/1/2 3:04\ntags: one two\n---\n正文，回到[资源](/2022/asset/)。\n',
    'source/_posts/gbk.md': GBK,
    'source/_drafts/draft.md': '---\ntitle: 草稿\n---\n草稿正文。\n',
  },
};

const plain: TestArchive = {
  name: 'a plain folder',
  files: {
    'Notes/Home page.md':
      '# Home page\n\n[[Other note]], [[other note#Part two|part]], [[sub/Deep|d]], [[Missing]] and ![[pic one.png|300]].\n\n> [!note] Callout\n> With text.\n\n==marked== and `[[Other note]]`.\n\n- [ ] to do\n- [x] done\n\n| a | b |\n|---|--:|\n| [[Other note\\|x]] | 2 |\n',
    'Notes/Other note.md': '---\ntags: [x/y]\n---\n## Part two\nBack to [[Home page]].\n',
    'Notes/sub/Deep.md': 'Deep text with <kbd>K</kbd>.\n',
    'Notes/pic one.png': PICTURE,
    'text/2020-01-02 note.txt':
      '　　第一行 *不是* 强调\n第二行 <b> & # [x](y) {{ z }} $1$\n\n1. 不是列表\n- 也不是\n# 不是标题\n\n    缩进\nhttp://a.example/b_c_d\nend with backslash \\\n',
    'text/CON.txt': 'A device.\n',
    'text/same.txt': 'One.\n',
    'other/same.txt': 'Two.\n',
    'other/SAME.md': '---\ntitle: same\n---\nThree.\n',
    'a:b?*"<>|.md':
      '---\ntitle: "../../etc/passwd"\n---\nHostile name. ![x](../../../../etc/passwd) ![y](/etc/passwd)\n',
    '2021-05-06 in the title.md': '---\ntitle: 2020-01-01 diary\n---\nA title with a day.\n',
    'page.html':
      '<!doctype html><html lang="en"><head><title>Whole page | Site</title><meta name="author" content="Mae Orr"><meta property="article:published_time" content="2017-08-09T10:11:12Z"><meta name="keywords" content="one, two"></head><body><nav><a href="/">Home</a></nav><article><h1>Whole page</h1><p>First paragraph with <em>stress</em> and <a href="text/same.txt">a link</a>.</p><figure><img src="Notes/pic%20one.png" alt="p"><figcaption>Caption</figcaption></figure><ul><li>One<ul><li>Two</li></ul></li></ul><details><summary>More</summary><p>Inside</p></details><p>a<br>b</p><ruby>漢<rt>かん</rt></ruby><p>text<sup>2</sup></p></article></body></html>',
    'index_like/_index-of.txt': 'Named like a page.\n',
    'mdx.mdx': "import X from './x'\n\n# A component\n\n<X a={1}>Inside</X>\n",
    'tale.md': 'Title: A tale\nDate: 2016-01-01\nTags: x, y\n\nOnce.\n',
    'rule.md': '---\n\nProse between rules, which is no front matter.\n\n---\n\nMore.\n',
    'crlf.md': '---\r\ntitle: Lines\r\n---\r\nOne\r\ntwo  \r\nthree\r\n',
    'ref.md':
      '[#]: author: (A Writer)\n[#]: via: (https://orig.example/a)\n\n# Translated\n\nBody.\n\nA [link](text/same.txt) and [other](other/same.txt).\n',
    'empty-ish.md': '---\ntitle: Nothing\ndate: 2015-01-01\n---\n',
  },
};

/** All of them. */
export const archives: readonly TestArchive[] = [jekyll, hugo, hexo, plain];
