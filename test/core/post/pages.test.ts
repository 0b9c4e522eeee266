import { describe, expect, it } from 'vitest';
import { htmlOf, makeFile, postOf } from './makeFile.ts';

/** Paragraphs that are told apart by their day. */
const days = (count: number, from = 1): string =>
  Array.from(
    { length: count },
    (_unused, at) =>
      `<p>The tide came in at the quay on day ${from + at}, and nobody who stood there, neither the pilot nor the ropemaker, said a word about it until evening.</p>`,
  ).join('');
const chineseDays = (count: number): string =>
  Array.from(
    { length: count },
    (_unused, at) =>
      `<p>第${at + 1}天，潮水来到码头，站在那里的人，无论是领航员还是绳匠，直到傍晚都没有说一句话，海面上只有风声。</p>`,
  ).join('');
const page = (body: string, head = '<title>Tide - Harbour News</title>'): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const entries = (count: number, text: string): string =>
  `<li><a href="/x">${text}</a></li>`.repeat(count);

const MENU = `<div class="nav"><ul>${entries(12, 'Menu entry')}</ul></div>`;
const SIDE = `<div class="sidebar"><h3>More stories</h3><ul>${entries(10, 'Another story of the quay')}</ul></div>`;
const COOKIES =
  '<div id="cookie-banner"><p>This site uses cookies, and more cookies, to know you better.</p><button>OK</button></div>';
const FOOT =
  '<div class="footer"><p>Copyright Harbour News</p><a href="/i">Imprint</a> <a href="/p">Privacy</a></div>';
const ENTRY = `<h1>Tide</h1>${days(4)}`;

interface PageCase {
  readonly name: string;
  readonly html: string;
  /** Days whose paragraphs must all be there. */
  readonly days?: number;
  readonly keeps?: readonly string[];
  readonly cuts?: readonly string[];
}

const PAGES: readonly PageCase[] = [
  {
    name: 'divisions with a menu, a sidebar, a banner and a footer',
    html: page(`${COOKIES}${MENU}<div id="content">${ENTRY}</div>${SIDE}${FOOT}`),
    days: 4,
    cuts: ['Menu', 'More stories', 'cookies', 'Imprint'],
  },
  {
    name: 'elements that say what they are',
    html: page(
      `<header><a href="/">Harbour News</a></header><nav>Menu</nav><main><article>${ENTRY}</article></main><aside>More stories</aside><footer>Imprint</footer>`,
    ),
    days: 4,
    cuts: ['Harbour', 'Menu', 'More stories', 'Imprint'],
  },
  {
    name: 'roles',
    html: page(
      `<div role="navigation">Menu</div><div role="main">${ENTRY}</div><div role="contentinfo">Imprint</div>`,
    ),
    days: 4,
    cuts: ['Menu', 'Imprint'],
  },
  {
    name: 'share bars and related posts inside the article',
    html: page(
      `<article><h1>Tide</h1><div class="share-bar"><a href="#">Share it</a></div>${days(4)}<div class="related-posts"><h3>Related</h3><ul>${entries(5, 'Another story')}</ul></div></article>`,
    ),
    days: 4,
    cuts: ['Share it', 'Related'],
  },
  {
    name: 'a list of references, all links',
    html: page(
      `${MENU}<div class="post">${ENTRY}<h2>References</h2><ul><li><a href="https://a.example">The first</a></li><li><a href="https://b.example">The second</a></li></ul></div>${SIDE}`,
    ),
    days: 4,
    keeps: ['References', 'The first', 'The second'],
    cuts: ['Menu', 'More stories'],
  },
  {
    name: 'a table, code, a picture and its caption',
    html: page(
      `${MENU}<div class="entry-content">${ENTRY}<table><tr><th>Day</th></tr><tr><td>3 m</td></tr></table><pre><code>x = 1</code></pre><figure><img src="q.png"><figcaption>The quay</figcaption></figure></div>${FOOT}`,
    ),
    days: 4,
    keeps: ['3 m', 'x = 1', 'The quay'],
    cuts: ['Menu', 'Imprint'],
  },
  {
    name: 'quotes, lists, definitions and notes',
    html: page(
      `<div class="post">${ENTRY}<blockquote>A quote</blockquote><ol><li>Step one</li></ol><dl><dt>Term</dt><dd>Meaning</dd></dl><div class="footnotes"><ol><li id="fn1">A note <a href="#r1">↩</a></li></ol></div></div>${SIDE}`,
    ),
    days: 4,
    keeps: ['A quote', 'Step one', 'Term', 'Meaning', 'A note'],
    cuts: ['More stories'],
  },
  {
    name: 'a page written by hand in 1998',
    html: page(
      '<center><h1>Tide</h1></center><font size="2">The tide came in at the quay on day 1, and nobody said a word about it until evening.<br><br>The tide came in at the quay on day 2, and the pilot slept, as he had slept for years.<p><hr>The last line</font>',
    ),
    days: 2,
    keeps: ['The last line'],
  },
  {
    name: 'line breaks instead of paragraphs',
    html: page(
      `<b>Tide</b><br><br>${Array.from({ length: 7 }, (_unused, at) => `The tide came in at the quay on day ${at + 1}, and nobody said a word.`).join('<br><br>')}`,
    ),
    days: 7,
  },
  {
    name: 'layout by tables',
    html: page(
      `<table width="100%"><tr><td width="150">${'<a href="/x">Menu entry</a><br>'.repeat(12)}</td><td>${ENTRY}</td></tr></table>`,
    ),
    days: 4,
    cuts: ['Menu'],
  },
  {
    name: 'a Chinese page with a menu and a list of hot stories',
    html: page(
      `<div class="header-nav"><a href="/">首页</a><a href="/n">新闻</a><a href="/v">视频</a></div><div class="content"><h1>潮水</h1>${chineseDays(5)}</div><div class="hot-list"><h3>热门推荐</h3><ul>${entries(8, '另一条热门新闻的标题在这里')}</ul></div><div class="footer">版权所有 <a href="/i">关于我们</a></div>`,
      '<title>潮水_江汀新闻</title>',
    ),
    keeps: ['第1天', '第5天'],
    cuts: ['首页', '热门推荐', '关于我们'],
  },
  {
    name: 'comments of readers',
    html: page(
      `<div class="post">${ENTRY}</div><div id="comments"><h3>3 comments</h3>${'<div class="comment"><p>Nice, I was there too.</p></div>'.repeat(3)}</div>`,
    ),
    days: 4,
    cuts: ['Nice, I was'],
  },
  {
    name: 'an advertisement and a call to subscribe between paragraphs',
    html: page(
      `<div class="post"><h1>Tide</h1>${days(2)}<div class="ad-slot"><p>Buy ropes now</p></div>${days(2, 3)}<div class="newsletter-signup"><p>Subscribe to our letter</p></div>${days(2, 5)}</div>`,
    ),
    days: 6,
    cuts: ['Buy ropes', 'Subscribe'],
  },
  {
    name: 'breadcrumbs and pagination',
    html: page(
      `<div class="post"><div class="breadcrumbs"><a href="/">Home page</a> › <a href="/n">News list</a></div>${ENTRY}<div class="pagination"><a href="/2">Next page</a></div></div>`,
    ),
    days: 4,
    cuts: ['Home page', 'Next page'],
  },
  {
    name: 'scripts, styles and hidden parts',
    html: page(
      `<script>var menu = 1;</script><style>.x{}</style><div hidden>Hidden words</div><div class="post">${ENTRY}<p style="display:none">Hidden words</p><noscript>Enable scripts</noscript></div>`,
    ),
    days: 4,
    cuts: ['menu', 'Hidden', 'Enable'],
  },
  {
    name: 'the title in a header of its own',
    html: page(
      `<header class="site"><a href="/">Harbour News</a></header><header class="entry"><h1>Tide</h1></header><div class="post">${days(4)}</div>`,
    ),
    days: 4,
    cuts: ['Harbour News'],
  },
  {
    name: 'no html and body tags',
    html: `<!DOCTYPE html><title>Tide</title>${ENTRY}`,
    days: 4,
  },
];

const WHOLE: readonly PageCase[] = [
  {
    name: 'a short page',
    html: page('<h1>Tide</h1><p>This short note.</p><p>That one too.</p>'),
    keeps: ['This short note.', 'That one too.'],
  },
  {
    name: 'a page of links',
    html: page(
      `<h1>Links</h1><ul>${Array.from({ length: 29 }, (_unused, at) => `<li><a href="/${at}">Link ${at + 1} of it</a></li>`).join('')}</ul>`,
    ),
    keeps: ['Link 1 of it', 'Link 29 of it'],
  },
  {
    name: 'a page of three articles',
    html: page(
      `${MENU}${[1, 2, 3].map((at) => `<article><h2>Post ${at} of it</h2>${days(2)}</article>`).join('')}`,
    ),
    keeps: ['Post 2 of it', 'Post 3 of it'],
  },
  {
    name: 'a page about cookies',
    html: page(`<div id="cookies"><h1>Cookies</h1>${days(30)}</div>`),
    days: 30,
  },
  {
    name: 'a page that is only a footer',
    html: page('<footer>Closed until spring</footer>'),
    keeps: ['Closed until spring'],
  },
  {
    name: 'a page of 30,000 elements',
    html: page(`<div class="post">${'<p>A line of it, and more.</p>'.repeat(30_000)}The end</div>`),
    keeps: ['The end'],
  },
];

describe('whole pages', () => {
  it.each([...PAGES, ...WHOLE])('$name', ({ html, days: count = 0, keeps = [], cuts = [] }) => {
    const file = makeFile(html, 'old/tide.html');
    const { text } = postOf(file);
    const wanted = Array.from({ length: count }, (_unused, at) => `on day ${at + 1},`);
    for (const part of [...wanted, ...keeps]) expect(text).toContain(part);
    for (const part of cuts) {
      expect(text).not.toContain(part);
      expect(htmlOf(html, 'old/tide.html')).not.toContain(`>${part}`);
    }
  });

  it.each([
    ['its h1', '<h2>News</h2><h1>Tide</h1>', '<title>Home</title>', 'Tide'],
    ['its own name before a smaller heading', '<h2>In brief</h2>', '<title>Tide</title>', 'Tide'],
    [
      'its name at Open Graph',
      '<h3>In brief</h3>',
      '<meta property="og:title" content="Tide">',
      'Tide',
    ],
    [
      'a smaller heading that is the name without the site',
      '<h2>Tide</h2>',
      '<title>Tide | News</title>',
      'Tide',
    ],
    ['any heading when it has no name', '<h3>Tide</h3>', '', 'Tide'],
    ['its file name at last', '', '', 'a'],
  ])('is titled by %s', (_what, heading, head, title) => {
    const html = page(`<article>${heading}${days(4)}</article>`, head);
    expect(postOf(makeFile(html, 'old/a.html')).title).toBe(title);
  });

  it.each(PAGES.filter(({ html }) => html.includes('<h1>Tide')))(
    'takes the title of $name',
    (one) => {
      expect(postOf(makeFile(one.html, 'old/a.html')).title).toBe('Tide');
      expect(postOf(makeFile(one.html, 'old/a.html')).text).not.toMatch(/^Tide$/mu);
    },
  );

  it('loses no words before a stray body in a text', () => {
    const words = 'Before it. <body class="x">After it.';
    for (const path of ['_posts/2024-01-01-a.md', 'old/a.html']) {
      const { text } = postOf(makeFile(words, path));
      expect(text).toContain('Before it.');
      expect(text).toContain('After it.');
    }
  });
});
