/*
 * Pieces that mean something in a post or a query: what delimits, opens, closes or escapes. Put together at random they
 * make what no person writes; put into a whole post, what people do by mistake.
 */

export const FRONT_PIECES: readonly string[] = pieces(String.raw`
---\u000a¦+++\u000a¦;;;\u000a¦...\u000a¦---js\u000a¦{\u000a¦}\u000a¦\u000a¦\u000d\u000a¦\u000d
\ufeff¦\u0020¦\u0009¦title:\u0020¦date:\u0020¦tags:\u0020¦categories:\u000a¦author:\u0020
slug:\u0020¦published:\u0020¦draft:\u0020¦layout:\u0020¦"title":\u0020¦title =\u0020¦[extra]\u000a
[[x]]\u000a¦a.b.c =\u0020¦permalink:\u0020¦lang:\u0020¦url:\u0020¦weight:\u0020¦__proto__:\u0020
constructor:\u0020¦toString:\u0020¦prototype:\u0020¦hasOwnProperty: 1\u000a¦"__proto__": {"a": 1}¦"
'¦\u0060¦[¦]¦{¦}¦-\u0020¦\u0020 -\u0020¦:\u0020¦,¦#¦|\u000a¦>-\u000a¦&a\u0020¦*a¦<<: *a\u000a
?\u0020¦!!binary\u0020¦!!js/function\u0020¦!!set\u0020¦%YAML 1.2\u000a¦"""¦'''¦\u005c¦\u005cu0000
\u005cud800¦@¦2022-05-18¦2022-02-30¦1:30¦010¦0x1F¦yes¦null¦~¦.inf¦.nan¦1e999¦-0¦12345678901234567890
2021-03-04T05:06:07Z¦2021-13-41 25:61:61 +9900¦May 18, 2022¦2022年5月18日¦18/05/2022¦1652821229
+275760-09-13¦标题¦，¦、¦：¦\u201c¦\u201d¦\u3000¦\u00a0¦\u202e¦\u0085¦\u2028¦\u0000¦\ud83d\ude00¦\ud83d¦a
`);

export const HTML_PIECES: readonly string[] = pieces(String.raw`
<html>¦<head>¦</head>¦<body>¦</body>¦<title>¦</title>¦<meta charset="¦<meta name=author content=
<base href="//x">¦<link rel=stylesheet href=x>¦<!DOCTYPE html>¦<!DOCTYPE¦<!>¦</>¦</ p>¦<¦>¦/>¦"¦'¦=
\u0020¦<p>¦</p>¦<div hidden>¦<div>¦</div>¦<span style="position:fixed;background:url(x)">¦</span>
<b>¦<i>¦</b>¦</i>¦<a href="¦<a name=x>¦</a>¦<img src="¦<img alt=¦<br/>¦<hr>¦<h1>¦</h1>¦<h7>¦<ul>
<li>¦</ul>¦<ol start=-9999999>¦<dl><dt>¦<dd>¦<table>¦<tr>¦<td colspan=99999>¦<th>¦</table>¦<caption>
<colgroup><col span=1e9>¦<pre>\u000a¦</pre>¦<code class="language-js evil">¦</code>¦<blockquote>
<details open>¦<summary>¦<ruby>¦<rt>¦<rp>¦</ruby>¦<svg>¦</svg>¦<math>¦<mtext>¦<mglyph>
<annotation-xml encoding="text/html">¦<foreignObject>¦<desc>¦<style>¦</style>¦<script>¦</script>
<script src=x\u0020¦<noscript>¦</noscript>¦<template>¦</template>¦<iframe srcdoc="¦</iframe>
<object data=x>¦<embed src=x>¦<form>¦<input type=checkbox checked>¦<input value=¦<textarea>
</textarea>¦<select>¦<option>¦<button>¦<xmp>¦</xmp>¦<plaintext>¦<listing>¦<frameset>¦<marquee>
<video src=¦<audio><source src=¦<track>¦<slot>¦<dialog open>¦<svg:a xlink:href=¦<x:y>¦<constructor>
<__proto__>¦<toString>¦\u0020onclick=x()¦\u0020ONERROR="x"¦\u0020style="a"¦\u0020id="post-a"
\u0020id=__proto__¦\u0020id=cookie¦\u0020class="code-word x"¦\u0020href=javascript:x
\u0020href="java\u000ascript:x"¦\u0020href="&#106;avascript:x"¦\u0020src="//e.example/a"
\u0020src="\u005c\u005ce.example\u005ca"¦\u0020src=data:image/svg+xml,<svg>
\u0020src="data:image/png;base64,iVBORw0KGgo="¦\u0020srcset=a¦\u0020lang=zz¦\u0020dir=rtl
\u0020width=1e9¦\u0020constructor=x¦\u0020__proto__=x¦\u0020a="¦\u0020href="http:\u005c\u005cx"
\u0020href="\u0001javascript:x"¦\u0020data-src="//x"¦\u0020xmlns=x¦&lt;script&gt;¦&amp;amp;¦&#60;
&#x3c¦&quot¦&apos;¦&nbsp;¦&#0;¦&#xD800;¦&zwnj;¦&#x80;¦<!--¦-->¦--!>¦<!--[if IE]>¦<![endif]-->
<![CDATA[¦]]>¦<?xml ?>¦words¦潮水¦\ud842\udfb7¦\ud800¦\u0000¦\u000a¦\u0009¦\u2028¦\u00a0¦\ufeff¦\u202e
`);

export const MARKDOWN_PIECES: readonly string[] = pieces(String.raw`
#\u0020¦##\u0020¦\u000a¦\u000a\u000a¦\u0020  \u0020¦\u0009¦>\u0020¦>¦-\u0020¦*\u0020¦1.\u0020
10)\u0020¦- [ ]\u0020¦- [x]\u0020¦---\u000a¦===\u000a¦*¦**¦***¦_¦__¦~~¦\u0060¦\u0060\u0060
\u0060\u0060\u0060\u000a¦~~~js\u000a¦\u0060\u0060\u0060{.x}\u000a¦[¦]¦](¦](<¦>)¦![¦)¦(¦<¦>¦[^1]
[^1]:\u0020¦^[¦[a]:\u0020¦[a]¦[a][]¦[[¦]]¦|¦\u000a|---|\u000a¦| a |\u000a|---|\u000a| b |\u000a¦:--:
\u000a:\u0020¦\u005c¦\u005c\u000a¦\u0020 \u000a¦\u0024¦\u0024\u0024¦\u0024\u0024\u000a¦\u005c(
\u005c)¦\u005c[¦\u005c]¦{: .x #y}¦{#id}¦{.a}¦{:toc}¦{::nomarkdown}¦*[HTML]: x\u000a¦{% raw %}
{% endraw %}¦{% highlight js %}¦{% endhighlight %}¦{% include x.html a="¦" %}¦{{\u0020¦\u0020}}
{% if x %}¦{% endif %}¦{% post_url a %}¦{% link b %}¦{% asset_img a.png %}¦{% comment %}
{% endcomment %}¦{% codeblock %}¦{% endcodeblock %}¦{% liquid\u000a¦{{< figure src="a.png" >}}
{{<\u0020¦\u0020>}}¦{{% note %}}¦{{% /note %}}¦{{< highlight go >}}¦{{< /highlight >}}
{{< ref "a" >}}¦{{</* x */>}}¦http://a.example/b_(c)¦https://¦www.x.example¦a@b.example¦mailto:a@b
<http://a>¦//site/category/x.html¦../x/¦javascript:alert(1)¦data:text/html,<b>¦#post-a¦%¦%zz¦%2e%2e/
<!--more-->¦<!--¦-->¦<b>¦</b>¦<div>¦</div>¦<p>¦<br>¦<pre>¦</pre>¦<script>¦</script>¦<table><tr><td>
<a href="¦<img src="x" onerror=¦<?php¦?>¦<![CDATA[¦]]>¦<x-y z¦&amp;¦&lt;¦&nbsp¦&#0;¦&#x110000;
&#xd800;¦&NotEqualTilde;¦&¦潮水¦，¦\u201c¦한¦\ud842\udfb7¦e\u0301¦\u05e9\u05dc\u05d5\u05dd¦\u202e¦\u200b
\u00ad¦\ufeff¦\u0000¦\u2028¦word\u0020¦a¦1¦（文章来源：¦）¦[返回首页](//a)¦原文链接：¦责任编辑：
`);

export const QUERY_PIECES: readonly string[] = pieces(String.raw`
a¦tide¦tides*¦harbour¦潮水¦灯塔¦e\u0301¦É¦ß¦ﬁ¦한국¦\ud842\udfb7¦\ud800¦\u200b¦\u00ad¦\ud83d\ude00¦\u0627
i\u0307¦İ¦ſ¦\u0020¦\u3000¦"¦\u201c¦\u201d¦「¦」¦『¦』¦＂¦(¦)¦（¦）¦-¦--¦+¦!¦|¦｜¦*¦?¦\u005c¦/¦~¦^¦:¦：¦,¦.
\u0020OR\u0020¦\u0020AND\u0020¦\u0020NOT\u0020¦\u0020or\u0020¦\u0020NEAR\u0020¦\u0020NEAR/3\u0020
\u0020NEAR/99999999999\u0020¦NEAR(a b, 3)¦&&¦||¦tag:¦tag：¦category:¦source:¦author:¦title:¦body:
path:¦url:¦note:¦is:unread¦is:page¦is:draft¦is:problem¦is:duplicate¦is:x¦has:image¦has:code¦has:
sort:date¦sort:-date¦sort:relevance¦sort:x¦lang:¦foo:¦__proto__:¦constructor:x¦[__proto__:x]
[tags:harbour]¦[lang]¦[a:¦[¦]¦date:2022¦date:2022-02-30¦date:2021..2022¦date:..¦date:>2020¦date:7d
date:99999999999y¦date:0d¦date:今天¦after:2022-13¦before:¦after:9999-12-31¦date:0000
date:2022-05-18..2021¦/a+/¦/(/¦/[/i¦/(?<a>x)\u005ck<a>/¦/^\u0024/¦/(a+)+\u0024/¦/\u005cp{L}+/u
/\u005c¦/a{1,9999}/¦/(?=x)/¦/./s¦/[^]/¦//¦/灯./
`);

/** Pieces between broken bars; white space at their ends and what cannot be seen as four hexadecimal digits. */
export function pieces(written: string): readonly string[] {
  const decoded = (piece: string): string =>
    piece.replaceAll(/\\u(?<unit>[\da-f]{4})/gu, (_whole, unit: string) =>
      String.fromCharCode(Number.parseInt(unit, 16)),
    );
  return written.trim().split(/[¦\n]/u).map(decoded);
}
