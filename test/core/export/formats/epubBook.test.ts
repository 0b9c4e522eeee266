import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { PNG, WEBP } from './hostilePosts.ts';
import { makeBook, readEpub, squeezed } from './booksOf.ts';
import { makeHighlight } from '../makeHighlight.ts';
import { annotated, exported } from './writing.ts';

const THREE = [
  exported({
    path: 'a.md',
    title: '港口清晨 ——一日',
    source: '江汀日报',
    tags: ['港口'],
    url: 'https://a.example/1',
  }),
  exported(
    {
      path: 'b.md',
      title: 'The night ferry',
      source: 'Gazette',
      lang: 'en',
      day: '2024-02-03',
      author: 'Ann Smith',
      html: '<p>It leaves at ten.</p>',
    },
    { text: 'It leaves at ten.' },
  ),
  exported(
    { path: 'c.md', title: '', source: 'Gazette', lang: 'zh-Hant', html: '<p>臺灣</p>' },
    { text: '臺灣' },
  ),
];

describe('EPUB', () => {
  test('begins with its type, stored, and has sizes before every file', async () => {
    const { bytes } = await makeBook('epub', THREE);
    const { files } = readEpub(bytes);
    expect(files[0]).toMatchObject({ name: 'mimetype', method: 0, extraLength: 0 });
    expect(files[0]?.bytes.toString()).toBe('application/epub+zip');
    expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
    for (const { flags } of files) expect(flags & 0x8).toBe(0);
  });

  test('is the same for the same posts and date; its identifier only changes with what it says', async () => {
    const first = await makeBook('epub', THREE);
    expect((await makeBook('epub', THREE)).bytes.equals(first.bytes)).toBe(true);
    const identifier = (bytes: Buffer): string =>
      readEpub(bytes)
        .xml('package.opf')
        .find(({ name }) => name === 'dc:identifier')?.text ?? '';
    expect(identifier(first.bytes)).toMatch(
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u,
    );
    const other = await makeBook('epub', [
      ...THREE.slice(0, 2),
      exported({ path: 'c.md', html: '<p>X</p>' }),
    ]);
    expect(identifier(other.bytes)).not.toBe(identifier(first.bytes));
  });

  test('says title, languages, authors, subjects and dates of itself', async () => {
    const { bytes } = await makeBook('epub', THREE, {
      options: { title: '剪报 & 选', subtitle: '其一' },
    });
    const all = readEpub(bytes).xml('package.opf');
    const texts = (name: string): readonly string[] =>
      all.filter((each) => each.name === name).map(({ text }) => text);
    expect(texts('dc:title')).toEqual(['剪报 & 选', '其一']);
    expect(texts('dc:language').toSorted()).toEqual(['en', 'zh-Hans', 'zh-Hant']);
    expect(texts('dc:creator')).toEqual(['Ann Smith']);
    expect(texts('dc:subject')).toEqual(['港口']);
    expect(texts('dc:date')).toEqual(['2026-11-22']);
    const modified = all.find(({ attributes }) => attributes['property'] === 'dcterms:modified');
    expect(modified?.text).toBe(`${new Date(2026, 10, 22, 12).toISOString().slice(0, 19)}Z`);
  });

  test('marks the words that were searched for where that is wanted, and says on its cover what was', async () => {
    const posts = [exported({ path: 'a.md', html: '<p>港口<b>復</b>航</p>' }), ...THREE.slice(1)];
    const sought = { text: '复航 tag:x', foldsVariants: true };
    const read = async (hasHits: boolean, given = sought): Promise<readonly string[]> => {
      const { bytes } = await makeBook('epub', posts, { options: { hasHits }, sought: given });
      const book = readEpub(bytes);
      return [book.text('p1.xhtml'), book.text('cover.xhtml')];
    };
    const [page, cover] = await read(true);
    const hit = (words: string): string => `<mark class="hit">${words}</mark>`;
    expect(page).toContain(`港口<b>${hit('復')}</b>${hit('航')}`);
    expect(cover).toContain('复航 tag:x');
    expect((await read(false))[0]).not.toContain('class="hit"');
    expect((await read(true, { ...sought, foldsVariants: false }))[0]).not.toContain('class="hit"');
  });

  test('has contents old and new that lead to every post, in parts where wanted', async () => {
    const { bytes } = await makeBook('epub', THREE, {
      options: { parts: 'source', hasEndnotes: true, hasSourceIndex: true },
    });
    const book = readEpub(bytes);
    const links = book
      .xml('nav.xhtml')
      .filter(({ name, path }) => name === 'a' && !path.includes('h2'));
    const toc = links
      .slice(0, 7)
      .map(({ attributes, text }) => [attributes['href'] ?? '', text] as const);
    expect(new Map(toc)).toEqual(
      new Map([
        ['part1.xhtml', '江汀日报'],
        ['p1.xhtml', '港口清晨 ——一日 2024-01-02'],
        ['part2.xhtml', 'Gazette'],
        ['p2.xhtml', 'The night ferry 2024-02-03'],
        ['p3.xhtml', '— 2024-01-02'],
        ['addresses.xhtml', 'Addresses of the originals'],
        ['sources.xhtml', 'Index of sources'],
      ]),
    );
    const points = book.xml('toc.ncx').filter(({ name }) => name === 'content');
    expect(points.map(({ attributes }) => attributes['src'] ?? '').toSorted()).toEqual(
      hrefs(links.slice(0, 7)).toSorted(),
    );
    const spine = book.xml('package.opf').filter(({ name }) => name === 'itemref');
    expect(spine.map(({ attributes }) => attributes['idref'])).toEqual([
      'cover',
      'nav',
      'part1',
      'p1',
      'part2',
      'p2',
      'p3',
      'addresses',
      'sources',
    ]);
    for (const href of hrefs(links))
      expect(book.names).toContain(href.replace(/^#toc$/u, 'nav.xhtml'));
  });

  test('carries the text of each post, in its language', async () => {
    const { bytes } = await makeBook('epub', THREE);
    const book = readEpub(bytes);
    for (const [at, { text, post }] of THREE.entries()) {
      const page = book.xml(`p${at + 1}.xhtml`);
      const body = page.find(({ attributes }) => attributes['class'] === 'body');
      expect(squeezed(body?.text ?? '')).toContain(squeezed(text));
      expect(page.find(({ name }) => name === 'section')?.attributes['xml:lang']).toBe(post.lang);
    }
  });

  test('a post that never came has a page that says so, and links to it lead there', async () => {
    const linking = exported({
      path: 'd.md',
      html: '<p><a href="b.md">ferry</a> <a href="x.md">gone</a></p>',
    });
    const { bytes } = await makeBook('epub', [...THREE, linking], {
      failing: ['b.md'],
      follow: (_from, href) => ({ kind: 'post', path: href, fragment: null }),
    });
    const book = readEpub(bytes);
    expect(book.text('p2.xhtml')).toContain('This post could not be read');
    const link = book.xml('p4.xhtml').find(({ name }) => name === 'a');
    expect(link).toMatchObject({ text: 'ferry', attributes: { href: 'p2.xhtml' } });
    expect(book.text('p4.xhtml')).toContain('<span>gone</span>');
  });

  test('a link to a place in another post leads to the place, or where there is none to its post', async () => {
    const first = exported({
      path: 'posts/a.md',
      html:
        '<p><a href="b.md#tide">1</a><a href="b.md#%E6%BD%AE">2</a><a href="b.md#none">3</a><a href="b.md#map">4</a>' +
        '<a href="c.md#post-x">5</a><a href="[[B]]">6</a><a href="a.md#own">7</a><a href="#post-own">8</a><a href="#post-lost">9</a></p>' +
        '<p id="post-own">x</p><ul id="post-lost"> </ul>',
    });
    const second = exported({
      path: 'posts/b.md',
      html: '<h2 id="post-tide">A</h2><h2 id="post-tide">B</h2><h2 id="post-潮">C</h2><img id="post-map" src="m.png"><p><a href="a.md#own">back</a></p>',
    });
    const third = exported({ path: 'posts/c.md', html: '<p id="post-x">C</p>' });
    const { bytes } = await makeBook('epub', [first, second, third], {
      media: { 'm.png': { bytes: PNG, type: 'image/png' } },
      failing: ['posts/c.md'],
      follow: () => ({ kind: 'post', path: 'posts/b.md', fragment: 'Tide' }),
    });
    const book = readEpub(bytes);
    const links = (page: string): readonly (readonly [string, string | undefined])[] =>
      book
        .xml(page)
        .filter(({ name }) => name === 'a')
        .map(({ text, attributes }) => [text, attributes['href']]);
    expect(links('p1.xhtml')).toEqual([
      ['1', 'p2.xhtml#p2i1'],
      ['2', 'p2.xhtml#p2i2'],
      ['3', 'p2.xhtml'],
      ['4', 'p2.xhtml#p2i3'],
      ['5', 'p3.xhtml'],
      ['6', 'p2.xhtml#p2i1'],
      ['7', '#p1i1'],
      ['8', '#p1i1'],
      ['9', '#p1'],
    ]);
    expect(links('p2.xhtml')).toEqual([['back', 'p1.xhtml#p1i1']]);
    const withId = (page: string, id: string): string | undefined =>
      book.xml(page).find(({ attributes }) => attributes['id'] === id)?.text;
    expect(withId('p2.xhtml', 'p2i1')).toBe('A');
    expect(withId('p2.xhtml', 'p2i2')).toBe('C');
    expect(withId('p2.xhtml', 'p2i3')).toBe('');
    expect(withId('p1.xhtml', 'p1i1')).toBe('x');
  });

  test('has each picture once, by what it holds, and names those it cannot have', async () => {
    const html =
      '<p><img src="a.png" alt="甲"><img src="b.png"><img src="c.webp"><img src="d.svg"><img src="e.png"><img src="f.bmp"><img data-src="https://img.example/x.png"></p>';
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" onload="x()" width="9"><script>alert(1)</script><image href="https://a.example/"/><rect fill="url(https://a.example/#g)" width="9"/></svg>',
    );
    const media = {
      'a.png': { bytes: PNG, type: 'image/png' },
      'b.png': { bytes: Buffer.from(PNG), type: 'image/png' },
      'c.webp': { bytes: WEBP, type: 'image/webp' },
      'd.svg': { bytes: svg, type: 'image/svg+xml' },
      'f.bmp': { bytes: PNG, type: 'image/bmp' },
    };
    const { bytes, warnings } = await makeBook('epub', [exported({ html })], { media });
    const book = readEpub(bytes);
    expect(book.names.filter((name) => name.startsWith('images/'))).toEqual([
      'images/0001.png',
      'images/0002.webp',
      'images/0003.svg',
    ]);
    expect(book.text('images/0003.svg')).not.toMatch(/script|onload|example/u);
    const shown = book.xml('p1.xhtml').filter(({ name }) => name === 'img');
    expect(shown.map(({ attributes }) => attributes['src'])).toEqual([
      'images/0001.png',
      'images/0001.png',
      'images/0002.webp',
      'images/0003.svg',
    ]);
    expect(book.text('p1.xhtml')).toContain('https://img.example/x.png');
    expect(warnings).toEqual([
      '1 picture left out: damaged, or of a type that books cannot hold. The first: f.bmp',
      '1 picture not found in the archive. The first: e.png',
    ]);
    const none = await makeBook('epub', [exported({ html })], {
      media,
      options: { hasPictures: false },
    });
    expect(readEpub(none.bytes).text('p1.xhtml')).not.toMatch(/<img|absent/u);
  });

  test('marks passages with their pens; notes lead there and back, and can be left out', async () => {
    const text = '雾散了。船来了。';
    const highlight = makeHighlight(text, '船来', { pen: 'pink', note: '哪一艘？\n问。' });
    const post = exported(
      { html: '<p>雾散了。<b>船</b>来了。</p>' },
      {
        text,
        annotations: {
          ...annotated('整篇的话', '无'),
          highlights: [
            highlight,
            { ...highlight, quote: '没有了', prefix: '', suffix: '', note: null },
          ],
        },
      },
    );
    const page = async (options: Parameters<typeof makeBook>[2]): Promise<string> =>
      readEpub((await makeBook('epub', [post], options)).bytes).text('p1.xhtml');
    const all = await page({});
    expect(all).toContain(
      '<b><mark class="hl hl-pink">船</mark></b><mark class="hl hl-pink">来</mark><sup class="note-sign"><a id="p1r1" href="#p1n1" epub:type="noteref" role="doc-noteref">1</a></sup>',
    );
    expect(all).toMatch(
      /<aside class="note" id="p1n1" epub:type="footnote" role="doc-footnote">.*href="#p1r1".*哪一艘？<\/p>.*问。/u,
    );
    expect(all).toContain('整篇的话');
    expect(all).toMatch(/Marked in an earlier text of this post:.*没有了/u);
    const marksOnly = await page({ options: { hasNotes: false } });
    expect(marksOnly).toContain('hl-pink');
    expect(marksOnly).not.toMatch(/哪一艘|整篇的话|noteref/u);
    const notesOnly = await page({ options: { hasHighlights: false } });
    expect(notesOnly).toContain('哪一艘');
    expect(notesOnly).toContain('<mark class="quiet">');
  });
});

const hrefs = (
  links: readonly { readonly attributes: Readonly<Record<string, string>> }[],
): readonly string[] => links.map(({ attributes }) => attributes['href'] ?? '');
