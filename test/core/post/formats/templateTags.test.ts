import { describe, expect, it } from 'vitest';
import { htmlIn, postIn } from './sites.ts';

/** Text that search sees, in each generator. */
const TEXTS = [
  ['jekyll', 'a {% include youtube.html id="abc123" %} b', 'a YouTube b'],
  [
    'jekyll',
    '{% include figure.html src="/a.png" caption="The quay" %}\n**bold**',
    'The quay\nbold',
  ],
  ['jekyll', '{% include image.html url="/a.png" description="Boats" %}', 'Boats'],
  ['jekyll', '{% include note.html content="Mind the tide" %}', 'Mind the tide'],
  ['jekyll', '{% include toc.html %}x', 'x'],
  ['jekyll', '{% include_relative part.md %}x', 'x'],
  ['jekyll', '{%- include x.html -%}t', 't'],
  ['jekyll', '{{ site.title }}: {{ site.description }}', 'Harbour: News of the quay'],
  ['jekyll', '{{ page.date | date: "%Y" }}x{{ content }}', 'x'],
  ['jekyll', '---\ntitle: Tide\n---\n{{ page.title }} comes', 'Tide comes'],
  ['jekyll', '{% raw %}{{ page.x }}{% endraw %}', '{{ page.x }}'],
  ['jekyll', '{%- raw -%}{% if %}{%- endraw -%}', '{% if %}'],
  ['jekyll', '{% raw %}never closed', 'never closed'],
  ['jekyll', '{{ "{{" }} a }}', '{{ a }}'],
  ['jekyll', "{{ '{% raw %}' }}", '{% raw %}'],
  ['jekyll', '{{a}} stays', '{{a}} stays'],
  ['jekyll', 'x {{ 1 + 1 }} y', 'x {{ 1 + 1 }} y'],
  ['jekyll', '{% assign a = 1 %}{{ a }}x', 'x'],
  ['jekyll', '{% capture note %}{% endcapture %}{{ note }}x', 'x'],
  ['jekyll', '{% comment %}hidden{% endcomment %}shown', 'shown'],
  ['jekyll', '{% if x %}yes{% endif %}', 'yes'],
  ['jekyll', '{% unless page.x %}yes{% endunless %}', 'yes'],
  ['jekyll', '{% for p in site.posts %}{{ p.title }}{% endfor %}x', 'x'],
  ['jekyll', '{% sidenote "id" "A note in the margin" %}', 'A note in the margin'],
  ['jekyll', '{% newtag 12 abc %}x', 'x'],
  ['jekyll', '{% gist 12345 file.rb %}', 'Gist'],
  ['jekyll', '{% highlight ruby linenos %}\nputs "{{ x }}"\n{% endhighlight %}', 'puts "{{ x }}"'],
  ['jekyll', '{% highlight html %}\n```\n<a>\n```\n{% endhighlight %}', '```\n<a>\n```'],
  ['jekyll', '{% seo %}{% feed_meta %}x', 'x'],
  ['jekyll', '100 {% off', '100 {% off'],
  ['jekyll', 'a {{ b', 'a {{ b'],
  ['jekyll', '---\nrender_with_liquid: false\ntitle: T\n---\n{{ page.x }}', '{{ page.x }}'],
  ['hugo', '{{< figure src="a.png" caption="Cap" >}}\n**b**', 'Cap\nb'],
  ['hugo', '{{<figure src="a.png" title="Title" caption="Cap">}}', 'Title Cap'],
  [
    'hugo',
    '{{< highlight go "linenos=table" >}}\nfunc main() { **x** }\n{{< /highlight >}}',
    'func main() { **x** }',
  ],
  [
    'hugo',
    '{{% notice warning "Storm ahead" %}}\nKeep **in**.\n{{% /notice %}}',
    'Storm ahead Keep in.',
  ],
  ['hugo', '{{< admonition type="note" title="Tide" >}}\ntext\n{{< /admonition >}}', 'Tide text'],
  ['hugo', '{{< details summary="More of it" >}}\nInside\n{{< /details >}}', 'More of it Inside'],
  ['hugo', '{{< tabs >}}{{< tab "Linux" >}}x{{< /tab >}}{{< /tabs >}}', 'Linux x'],
  ['hugo', '{{< youtube w7Ft2ymGmfc >}} {{< vimeo id="1234" >}}', 'YouTube Vimeo'],
  ['hugo', '{{< tweet user="x" id="877500564405444608" >}}', 'Tweet'],
  ['hugo', '{{< x user="x" id="877500564405444608" >}}', 'Tweet'],
  ['hugo', '{{< gist spf13 7896402 >}}', 'Gist'],
  ['hugo', '{{</* figure src="x" */>}}', '{{< figure src="x" >}}'],
  ['hugo', '{{%/* notice */%}}', '{{% notice %}}'],
  ['hugo', '{{< button href="https://a.example" >}}Go{{< /button >}}', 'Go'],
  ['hugo', '{{< button href="https://a.example" text="Away" >}}', 'Away'],
  ['hugo', '{{< quote author="Ann" >}}Slow **down**.{{< /quote >}}', 'Slow down.\n— Ann'],
  ['hugo', '{{< comment >}}no{{< /comment >}}yes', 'yes'],
  ['hugo', '{{< param "x" >}}y', 'y'],
  ['hugo', '{{< rawhtml >}}<b>x</b>{{< /rawhtml >}}', 'x'],
  ['hugo', '{{< unknown 5 abc >}}y', 'y'],
  ['hugo', '{{< unknown "潮水来了" >}}', '潮水来了'],
  ['hugo', '{{< mermaid >}}\ngraph TD\n{{< /mermaid >}}', 'graph TD'],
  ['hugo', '{{< img src="a.png"\n  caption="Two\nlines" >}}', 'Two lines'],
  ['hugo', '{{ .Title }} stays', '{{ .Title }} stays'],
  ['hugo', '{{< never closed', '{{< never closed'],
  ['hexo', '{% asset_img sea.png The sea %}', 'The sea'],
  ['hexo', '{% asset_img sea.png 500 400 "The sea \'alt\'" %}', 'The sea'],
  ['hexo', '{% img /images/a.png 320 200 "Quay" %}', 'Quay'],
  [
    'hexo',
    '{% codeblock Array.map lang:js https://u.example Link %}\na.map({{x}})\n{% endcodeblock %}',
    'Array.map Link\na.map({{x}})',
  ],
  ['hexo', '{% codeblock %}\nx {% y %}\n{% endcodeblock %}', 'x {% y %}'],
  ['hexo', '{% code lang:c %}\nint a;\n{% endcode %}', 'int a;'],
  [
    'hexo',
    '{% blockquote Ann Lee, Slow Boats %}\nDo **not** row.\n{% endblockquote %}\nafter',
    'Do not row.\n— Ann Lee, Slow Boats\nafter',
  ],
  [
    'hexo',
    '{% blockquote Ann https://a.example/p Her page %}\nx\n{% endblockquote %}',
    'x\n— Ann Her page',
  ],
  ['hexo', '{% pullquote right %}words{% endpullquote %}', 'words'],
  ['hexo', '{% cq %}诗{% endcq %}', '诗'],
  ['hexo', '{% blockquote %}never closed', 'never closed'],
  ['hexo', '{% youtube lJIrF4YjHfQ %} {% vimeo 1 %}', 'YouTube Vimeo'],
  ['hexo', '{% iframe https://a.example/x 100% 400 %}', 'Embedded page'],
  ['hexo', '{% jsfiddle ccWP7 %}', 'JSFiddle'],
  ['hexo', '{% note info %}\n注意 **潮水**\n{% endnote %}', '注意 潮水'],
  ['hexo', '{% post_link other-post %}', 'other-post'],
  ['hexo', "{% post_link other-post 'The other' %}", 'The other'],
  ['hexo', '{% asset_link a.pdf "The file" %}', 'The file'],
  ['hexo', '{% link Google https://google.example true "x" %}', 'Google'],
  ['hexo', '{% btn https://a.example, Text here, icon %}', 'Text here'],
  ['hexo', '{% label primary @重要 %}', '重要'],
  ['hexo', '{% span red, 潮水 %}', '潮水'],
  ['hexo', '{% include_code lang:js test.js %}', 'test.js'],
  ['hexo', '{% raw %}{{ y }}{% endraw %}', '{{ y }}'],
  ['hexo', '---\ndisableNunjucks: true\n---\n{{ x.y }} {% z %}', '{{ x.y }} {% z %}'],
  ['hexo', '{{ config.title }}x', 'x'],
  ['zola', '{{ youtube(id="abc") }}', 'YouTube'],
  ['zola', '{% quote(author="Ann Lee") %}\nwords **b**\n{% end %}\nz', 'words b\n— Ann Lee\nz'],
  ['zola', '{{ figure(src="a.png", caption="Cap") }}', 'Cap'],
  ['zola', '{{/* youtube(id="a") */}}', '{{ youtube(id="a") }}'],
  ['zola', '{%/* quote() */%}', '{% quote() %}'],
  ['zola', '{{ x }} stays', '{{ x }} stays'],
  ['zola', '{% highlight(lang="rs") %}\nfn **a**\n{% end %}', 'fn **a**'],
  ['none', '{{ x }} {% y %} stay', '{{ x }} {% y %} stay'],
  ['none', '{{ site.title }}x', 'x'],
  ['none', '{% highlight js %}\nx\n{% endhighlight %}', 'x'],
] as const;

describe('template tags in the text', () => {
  it.each(TEXTS)('%s: %j reads %j', (generator, body, text) => {
    expect(postIn(generator, body).text).toBe(text);
  });
});

/** Parts of the HTML. */
const PARTS = [
  ['jekyll', '{% include youtube.html id="abc" %}', 'href="https://www.youtube.com/watch?v=abc"'],
  [
    'jekyll',
    '{% include figure.html src="/a.png" alt="Quay" %}',
    '<figure><img alt="Quay" src="a.png"',
  ],
  ['jekyll', '[x]({% post_url 2022-05-18-name %})', '<a href="2022-05-18-name.md">x</a>'],
  [
    'jekyll',
    '[x]({{ site.baseurl }}{% post_url 2022-05-18-name %})',
    '<a href="2022-05-18-name.md">x</a>',
  ],
  [
    'jekyll',
    '[x]({{ site.url }}{{ site.baseurl }}{% post_url sub/2022-05-18-name %})',
    '<a href="sub/2022-05-18-name.md">',
  ],
  ['jekyll', '[x]({% link _posts/2022-05-18-name.md %})', '<a href="/_posts/2022-05-18-name.md">'],
  ['jekyll', '[x]({{ site.baseurl }}/a/b/)', '<a href="/a/b/">'],
  ['jekyll', '[x]({{ site.url }}/a/b/)', '<a href="https://harbour.example/a/b/">'],
  ['jekyll', '![x]({{ "/a.png" | relative_url }})', 'src="a.png"'],
  ['jekyll', '{% highlight ruby %}\nx\n{% endhighlight %}', 'class="language-ruby"'],
  ['jekyll', '{% picture /img/a.jpg alt="Sea" %}', 'src="img/a.jpg"'],
  ['hugo', '[a]({{< ref "posts/x.md" >}})', '<a href="posts/x.md">'],
  ['hugo', '[a]({{< relref path="y.md" lang="en" >}})', '<a href="y.md">'],
  ['hugo', '[a]({{% ref "z.md#here" %}})', '<a href="z.md#here">'],
  ['hugo', '{{< highlight lang="go" >}}x{{< /highlight >}}', 'class="language-go"'],
  ['hugo', '{{< figure src="a.png" alt="Quay" >}}', '<img alt="Quay" src="content/posts/a.png"'],
  ['hugo', '{{< gist spf13 7896402 >}}', 'href="https://gist.github.com/spf13/7896402"'],
  [
    'hugo',
    '{{< button href="https://a.example/x" >}}Go{{< /button >}}',
    '<a href="https://a.example/x">Go</a>',
  ],
  ['hexo', '{% asset_img sea.png %}', 'src="source/_posts/my-post/sea.png"'],
  ['hexo', '![x]({% asset_path sea.png %})', 'src="source/_posts/my-post/sea.png"'],
  ['hexo', '{% asset_img a.png 50 40 "T \'alt text\'" %}', 'alt="alt text"'],
  ['hexo', '{% post_link other-post "The other" %}', '<a href="other-post.md">The other</a>'],
  ['hexo', '[x]({% post_path other-post %})', '<a href="other-post.md">'],
  ['hexo', '{% codeblock lang:js %}\nx\n{% endcodeblock %}', 'class="language-js"'],
  ['hexo', '{% img left https://x.example/a.jpg %}', 'data-src="https://x.example/a.jpg"'],
  ['hexo', '{% blockquote %}\nx\n{% endblockquote %}', '<blockquote>'],
  ['zola', '{{ resize_image(path="i/a.png", width=1) }}', 'src="content/blog/i/a.png"'],
] as const;

describe('template tags on the screen', () => {
  it.each(PARTS)('%s: %j has %j', (generator, body, part) => {
    expect(htmlIn(generator, body)).toContain(part);
  });

  it.each(['jekyll', 'hugo', 'hexo', 'zola'] as const)(
    '%s: arguments are text, never HTML',
    (generator) => {
      const evil = '\\"><script>alert(1)</script>';
      const body = `{% include figure.html src="a.png" caption="${evil}" %}{{< figure src="a.png" caption="<img onerror=x>" >}}{{ figure(src="a.png", caption="<b onclick=x>") }}{% blockquote <svg onload=x> %}q{% endblockquote %}`;
      expect(htmlIn(generator, body)).not.toMatch(/<script|<svg|<[a-z]+ [^>]*on\w+=/iu);
    },
  );
});

describe('code stays as it is written', () => {
  const CALLS = [
    '{% include x.html %}',
    '{{ site.title }}',
    '{% asset_img a.png %}',
    '{{< figure src="a.png" >}}',
    '{{% notice %}}',
    '{{ youtube(id="a") }}',
    '{% post_url 2020-01-01-a %}',
    '{% comment %}x{% endcomment %}',
  ];
  const FRAMES = [
    ['a fence', (call: string) => `\`\`\`liquid\n${call}\n\`\`\``],
    ['a fence of tildes', (call: string) => `~~~\n${call}\n~~~`],
    ['an indented fence', (call: string) => `- x\n\n  \`\`\`\n  ${call}\n  \`\`\``],
    ['a span', (call: string) => `Say \`${call}\` here`],
    ['a span of two marks', (call: string) => `Say \`\`${call}\`\` here`],
    ['an indented block', (call: string) => `Words.\n\n    ${call}\n\nWords.`],
    ['<pre>', (call: string) => `<pre><code>${call.replaceAll('<', '&lt;')}</code></pre>`],
  ] as const;
  const cases = (['jekyll', 'hugo', 'hexo', 'zola', 'none'] as const).flatMap((generator) =>
    FRAMES.flatMap(([name, frame]) =>
      CALLS.map((call) => [generator, name, call, frame(call)] as const),
    ),
  );

  it.each(cases)('%s, in %s: %s', (generator, _name, call, body) => {
    expect(postIn(generator, body).text).toContain(call);
  });

  it('loses the marks that the site itself did not show', () => {
    const body = '```\n{% raw %}{{ page.x }}{% endraw %}\n```';
    expect(postIn('jekyll', body).text).toBe('{{ page.x }}');
    expect(postIn('none', body).text).toBe('{% raw %}{{ page.x }}{% endraw %}');
    expect(postIn('hugo', '```\n{{</* figure */>}}\n```').text).toBe('{{< figure >}}');
    expect(postIn('none', '```\n{{</* figure */>}}\n```').text).toBe('{{</* figure */>}}');
  });

  it('reads a tag below a list item, which four spaces do not make code', () => {
    expect(postIn('jekyll', '- item\n\n    {% include x.html %}\n\nend').text).toBe('item\nend');
  });
});

describe('tags without end', () => {
  it.each([
    '{%',
    '{{',
    '{{< ',
    '{% raw %}',
    '{% blockquote %}',
    '`{{',
    '<pre>{{',
    '{{< highlight >}}',
    '{{ abc }}',
    '    {{ a }}\n',
    '{{< quote >}}x{{< /quote >}}',
    '```\n{{\n',
  ])('%j ten thousand times is a post', (piece) => {
    for (const generator of ['jekyll', 'hugo', 'zola'] as const) {
      expect(postIn(generator, piece.repeat(10_000)).title).toBe('my post');
    }
  });
});
