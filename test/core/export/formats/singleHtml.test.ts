import { Buffer } from 'node:buffer';
import { getElementsByTagName, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { makeHighlight } from '../makeHighlight.ts';
import { makeBook, squeezed } from './booksOf.ts';
import { PNG } from './hostilePosts.ts';
import { annotated, exported } from './writing.ts';

const POSTS = [
  exported(
    {
      path: 'a.md',
      source: '江汀日报',
      html: '<p id="post-x">雾散了。<a href="b.md">渡船</a> <a href="#post-x">上</a></p>',
    },
    {
      text: '雾散了。渡船 上',
      annotations: {
        ...annotated('整篇的话', '无'),
        highlights: [makeHighlight('雾散了。渡船 上', '散了', { note: '几点？' })],
      },
    },
  ),
  exported(
    {
      path: 'b.md',
      source: 'Gazette',
      lang: 'en',
      title: 'Ferry </title><script>x()</script>',
      html: '<h1>At ten</h1><p id="post-x">It leaves.</p><pre>\n\n  code &lt;b&gt;</pre>',
    },
    { text: 'At ten It leaves. code <b>' },
  ),
];

const made = async (
  ...given: Parameters<typeof makeBook> extends [unknown, ...infer Rest] ? Rest : never
): Promise<string> => (await makeBook('html', ...given)).bytes.toString('utf8');

const follow = (_from: string, href: string) =>
  ({ kind: 'post', path: href, fragment: null }) as const;

describe('single HTML file', () => {
  test('a post that begins from right to left runs so as a whole, what stands under its title too', async () => {
    const turned = exported(
      { path: 'c.md', title: 'מגדלור', lang: 'und', html: '<p>המגדלור עמד.</p>' },
      { text: 'המגדלור עמד.' },
    );
    const tree = parseDocument(await made([...POSTS, turned]));
    const chapters = getElementsByTagName('section', tree).filter(({ attribs }) =>
      attribs['class']?.startsWith('chapter '),
    );
    expect(chapters.map(({ attribs }) => attribs['dir'] ?? null)).toEqual([null, null, 'rtl']);
  });

  test('loads nothing and runs nothing', async () => {
    const html = await made(POSTS);
    expect(html).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:/u,
    );
    const tree = parseDocument(html);
    const active = /^(?:script|link|iframe|object|base|form)$/u;
    expect(getElementsByTagName((name) => active.test(name), tree)).toEqual([]);
    for (const element of getElementsByTagName(() => true, tree)) {
      const { src, style, ...others } = element.attribs;
      expect(src ?? 'data:').toMatch(/^data:/u);
      expect(style).toBeUndefined();
      expect(Object.keys(others).filter((name) => /^on|:/u.test(name))).toEqual([]);
    }
    expect(html.match(/<style>[^<]*url\(|@import/u)).toBeNull();
  });

  test('has every post with its text, in order, and links that lead to places which are there once', async () => {
    const html = await made(POSTS, {
      follow,
      options: { parts: 'source', hasSourceIndex: true, hasEndnotes: true },
    });
    const tree = parseDocument(html);
    const all = getElementsByTagName(() => true, tree);
    const ids = all.flatMap(({ attribs }) => attribs['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = all.flatMap(({ attribs }) => attribs['href'] ?? []);
    expect(links.length).toBeGreaterThan(8);
    for (const href of links) expect(ids).toContain(href.slice(1));
    const bodies = all
      .filter(({ attribs }) => attribs['class'] === 'body')
      .map((body) => squeezed(textContent(body)));
    expect(bodies).toEqual([squeezed('雾散了1。渡船 上'), squeezed(POSTS[1]?.text ?? '')]);
    expect(html).toContain('<pre>\n\n\n  code &lt;b&gt;</pre>');
    expect(html).toContain('<a href="#p2">渡船</a>');
    expect(html).toContain('几点？');
    expect(html).toContain('整篇的话');
  });

  test('a post alone has neither cover nor contents', async () => {
    const html = await made(POSTS.slice(0, 1));
    expect(html).not.toMatch(/class="cover"|<nav/u);
    expect(html).toContain('<title>港口清晨</title>');
  });

  test('what failed stands in its place as a sentence', async () => {
    const html = await made([...POSTS, exported({ path: 'c.md', title: '末篇' })], {
      failing: ['b.md', 'c.md'],
      language: 'zh',
    });
    expect(html.match(/这篇文章未能读取/gu)).toHaveLength(2);
    expect(html.indexOf('雾散了')).toBeLessThan(html.indexOf('这篇文章未能读取'));
  });

  test('a picture of every post is in the file twice, not once for each', async () => {
    const large = Buffer.concat([PNG, Buffer.alloc(30_000)]);
    const posts = [1, 2, 3, 4, 5].map((at) =>
      exported({ path: `${at}.md`, html: '<p><img src="logo.png" alt="标志" width="40"></p>' }),
    );
    const { bytes, warnings } = await makeBook('html', posts, {
      media: { 'logo.png': { bytes: large, type: 'image/png' } },
    });
    const html = bytes.toString('utf8');
    expect(html.split(large.toString('base64'))).toHaveLength(3);
    expect(html.match(/<use href="#picture1">/gu)).toHaveLength(3);
    expect(html.match(/aria-label="标志"/gu)).toHaveLength(4);
    expect(warnings).toEqual([]);
  });

  test('marks the words that were searched for where that is wanted', async () => {
    const posts = [exported({ path: 'a.md', html: '<p>港口復航</p>' })];
    const sought = { text: '复航', foldsVariants: true };
    const marked = await makeBook('html', posts, { options: { hasHits: true }, sought });
    expect(marked.bytes.toString()).toContain('港口<mark class="hit">復航</mark>');
    const plain = await makeBook('html', posts, { sought });
    expect(plain.bytes.toString()).not.toContain('class="hit"');
  });

  test('a link to a place in another post leads to the place, forwards and backwards', async () => {
    const html = await made([
      exported({ path: 'a.md', html: '<h2 id="post-x">A</h2><a href="b.md#x">on</a>' }),
      exported({ path: 'b.md', html: '<a href="a.md#x">back</a><h2 id="post-x">B</h2>' }),
    ]);
    expect(html).toContain('<a href="#p2i1">on</a>');
    expect(html).toContain('<a href="#p1i1">back</a>');
    expect(html).toContain('id="p1i1">A<');
    expect(html).toContain('id="p2i1">B<');
  });
});
