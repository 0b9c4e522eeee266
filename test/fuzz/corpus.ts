import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE = join(import.meta.dirname, '../../resources/sample-archive');

/** Every text of the sample archive, and posts of other generators written for fuzzing. */
export function postTexts(): readonly string[] {
  const files = readdirSync(SAMPLE, { recursive: true, withFileTypes: true });
  const samples = files
    .filter((file) => file.isFile() && /\.(?:md|html|txt|yml)$/u.test(file.name))
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
  return [...samples, ...FRONT_MATTERS.map((block) => `${block}\n${MARKDOWN}`), HTML, FRAGMENT];
}

/** Front matter of every kind, whole. */
export const FRONT_MATTERS: readonly string[] = [
  `---
title: "Low tide: a diary"
date: 2021-03-04 05:06:07 +0800
tags: [harbour, "salt water", 'it''s', 潮]
categories:
  - Notes
  - { name: Sea, weight: 2 }
author: &who { name: Ines, mail: i@example.org }
editor: *who
published: false
excerpt: >-
  Folded
  text
list: |
  kept
    lines
nothing: ~
number: 0o17
time: 1:30
---`,
  `+++
title = 'Tide tables'
date = 2020-02-29T23:59:60Z
draft = true
tags = ["a", 'b', """c
d"""]
weight = 0x1F
[taxonomies]
categories = ["Port"]
[extra.deep."very deep"]
key = { a = 1, b = [1, 2, [3]] }
[[resources]]
src = "a.png"
+++`,
  `{
  "title": "Bells \\u00e9\\ud83d\\ude00",
  "date": "2019-12-31T00:00:00-11:00",
  "tags": ["x", 3, null, {"y": true}],
  "categories": {"a": ["b"]},
  "slug": "bells"
}
`,
  `title: Hexo without an opening line
date: 2018/1/2 3:04
categories:
- [Sea, Ships]
- Land
tags: one two
---`,
  `;;;
"title": "Semicolons",
"tags": ["q"]
;;;`,
  `---
layout: post
title: 江汀：灯塔管理员的最后一个冬天
date: 2022-02-30
time: 24:61
tags: 社会，灯塔、人物
lang: zh-Hans
original: <https://news.example.cn/a?infoCode=A_1#x>
---`,
  `---
title:
  - not
  - a title
date: [2020, 1]
tags: {a: {b: {c: d}}}
__proto__: {polluted: true}
constructor: {prototype: {polluted: true}}
? complex key
: value
!!js/function f: 'function () {}'
<<: *missing
---`,
];

/** Markdown with some of everything. */
export const MARKDOWN = `# Heading {#own .class key="v"}

A paragraph with *emphasis*, **strong _and nested_**, ~~gone~~, \`code \\\` tick\`, a [link](../other.md "title"),
an ![image](./a%20b.png){width=100}, <https://example.org/?a=1&b=2>, www.example.org/path_(x), a note[^1] and ^[inline].

| left | centre | right |
|:-----|:------:|------:|
| a \\| b | [x](y) | \`c\` |

- [ ] task
- [x] done
  1. nested
     > quoted
     > - deeper

Term
: Definition
: Another

[^1]: The note, with a [reference][ref].

[ref]: <https://example.org/a b> 'title'

$$
\\int_0^1 x^2 \\, dx < \\frac{1}{2}
$$

Inline $a_1 < b$ and \\(c\\), price $5 and $6.

{% highlight ruby linenos %}
puts "<b>" if a && b
{% endhighlight %}

{{< figure src="/a.png" caption="A & B" >}} {{% note %}}words{{% /note %}} {% post_url 2020-01-01-a %} {{ page.title }}

\`\`\`js {1,3}
const a = '<script>alert(1)</script>';
\`\`\`

<div class="x" style="position:fixed" onclick="x()"><p>Raw <b>HTML
*not closed</div>

[[Wiki name|shown]] 中文「引号」**强调**，漢字かな混じり 한국어 العربية עברית

***

（文章来源：江汀日报）

[返回首页](//site/index.html)
`;

/** A whole page. */
export const HTML = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A page &amp; more</title>
<meta name="author" content="Ines"><meta name="keywords" content="a, b"><meta property="article:published_time" content="2020-05-06">
<script type="application/ld+json">{"@type":"Article","headline":"Head","datePublished":"2020-05-06"}</script>
<style>p { color: red }</style><base href="http://evil.example/"></head>
<body><nav><a href="/">Home</a></nav><main><article><h1>A page</h1>
<p>One &lt;two&gt; &nbsp; &#x4e2d;&#20013; <ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>
<table><caption>Cap</caption><tr><th>h<td>c<tr><td colspan=2>d</table>
<ul><li>one<li>two<ul><li>three</ul></ul>
<pre><code class="language-c">int a &lt; b;</code></pre>
<img src="a.png" srcset="b.png 2x" onerror=x() data-src="http://e.example/a.png" alt='"q"'>
<svg><title>t</title><foreignObject><p>in</p></foreignObject></svg><math><mi>x</mi><mtext><b>y</b></mtext></math>
<details><summary>More</summary>Hidden</details><iframe src="x"></iframe><video src=v.mp4 controls>fallback</video>
<form action="/s"><input name=q><textarea></p></textarea><select><option>o</select></form>
<a href="javascript:alert(1)" id="cookie" name=n>x</a></article></main><footer>Foot</footer></body></html>`;

/** A part of a page with unusual elements. */
export const FRAGMENT = `<center><font size=7>Old</font></center><marquee>m</marquee><plaintext-like>x</plaintext-like>
<p hidden>hid<p>next<br/>line<template><p>t</template><noscript><p>n</noscript><object data=x>o</object><xmp><b>raw</b></xmp>`;

/** Configurations of generators, by the name of their file. */
export const CONFIGS: readonly (readonly [name: string, text: string])[] = [
  [
    '_config.yml',
    `title: Harbour\nurl: https://harbour.example\nbaseurl: /b\ntimezone: Asia/Shanghai\npermalink: /:categories/:year/:title/\ndefaults:\n  - scope: {path: "", type: posts}\n    values: {author: Ines, layout: post}\ncollections:\n  notes: {output: true, permalink: /n/:name}\n`,
  ],
  [
    '_config.yml',
    `title: Hexo\nlanguage: zh-CN\nurl: http://h.example/x\npermalink: :year/:month/:day/:title/\npost_asset_folder: true\nsource_dir: source\n`,
  ],
  [
    'hugo.toml',
    `title = "Hugo"\nbaseURL = "https://hugo.example/"\nlanguageCode = "en"\n[taxonomies]\nseries = "series"\n[permalinks]\nposts = "/:year/:slug/"\n`,
  ],
  [
    'config.toml',
    `base_url = "https://zola.example"\ntitle = "Zola"\n[[taxonomies]]\nname = "topics"\n`,
  ],
  ['config.json', `{"title":"J","baseURL":"//x","params":{"a":[1]}}`],
];
