import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { chapterOfPlace, linkedPlaceId } from '../../../../src/core/export/book/bookModel.ts';
import { exportTexts } from '../../../../src/core/export/exportText.ts';
import { prepareBody, type ChapterBody } from '../../../../src/core/export/book/postBody.ts';
import type { LinkAnswer } from '../../../../src/shared/linkModel.ts';
import { makePost } from '../makePost.ts';

const FOLLOWED = new Map<string, LinkAnswer>([
  ['[[二]]', { kind: 'post', path: '_posts/2024/two.md', fragment: null }],
  ['[[四]]', { kind: 'post', path: '_posts/2024/four.md', fragment: null }],
  [
    '/2024/gone/',
    { kind: 'missing', path: '2024/gone', words: 'gone', url: 'https://b.example/2024/gone/' },
  ],
  ['https://b.example/2/', { kind: 'post', path: '_posts/2024/two.md', fragment: null }],
]);

const chapter = (html: string, path = '_posts/2024/one.md'): ChapterBody =>
  prepareBody(makePost({ html, path }), {
    index: 3,
    postOfPath: new Map([['_posts/2024/two.md', 7]]),
    postOfUrl: new Map([['https://daily.example/two', 7]]),
    follow: (_path, href) => FOLLOWED.get(href) ?? { kind: 'none' },
    linked: new Set(['潮汐', 'post-潮汐', 'post-map', 'post-gone']),
    texts: exportTexts('en'),
    room: () => ({ line: 40, page: 40, isFree: false }),
    hasPictures: true,
    highlights: [],
    findHits: null,
    placeOf: linkedPlaceId,
    addressOf: (id) => `#${id}`,
    annotate: () => undefined,
  });
const body = (html: string): string => chapter(html).html;

describe("a post's body in a book", () => {
  test('ids and the links to them stay together and cannot meet those of another post', () => {
    expect(body('<p id="post-x">雾散了。</p><a href="#post-x">去</a>')).toBe(
      '<p id="p3-post-x">雾散了。</p><a href="#p3-post-x">去</a>',
    );
  });

  test('lists and tables written from right to left run so as a whole', () => {
    expect(body('<ul><li>قائمة</li></ul>')).toBe('<ul dir="rtl"><li dir="auto">قائمة</li></ul>');
    expect(body('<table><tr><td>عمود</td></tr></table>')).toContain('dir="rtl"');
    expect(body('<ul><li>list</li></ul><p>قائمة</p>')).toContain('<ul dir="ltr">');
  });

  test('a block of paragraphs runs as they do: its rule or sign stands where their lines begin', () => {
    expect(body('<blockquote><p>ציטוט</p></blockquote>')).toBe(
      '<blockquote dir="rtl"><p dir="auto">ציטוט</p></blockquote>',
    );
    expect(body('<ol><li><p>פריט</p></li><li><p>item</p></li></ol>')).toMatch(
      /<li dir="rtl"><p.*<li dir="ltr"><p/u,
    );
  });

  test('headings go below the title whatever level they began at', () => {
    const levels = (html: string): readonly string[] => body(html).match(/<h\d/g) ?? [];
    expect(levels('<h1>一</h1><h3>二</h3>')).toEqual(['<h2', '<h4']);
    expect(levels('<h4>一</h4><h5>二</h5>')).toEqual(['<h2', '<h3']);
  });

  test('headings are told for the outline, each with a place of its own, but not those without a word', () => {
    const { html, headings } = chapter(
      '<h1 id="a">一 <em>二</em>\n三</h1><h2> </h2><h2 id="a">四</h2>',
    );
    expect(headings).toEqual([
      { level: 2, title: '一 二 三', id: 'p3.0' },
      { level: 3, title: '四', id: 'p3.2' },
    ]);
    for (const { id } of headings) expect(html.split(`id="${id}"`)).toHaveLength(2);
    expect(body('<a href="#a">去</a><h2 id="a">一</h2>')).toContain('<a href="#p3.0">');
  });

  test('local pictures are asked of the archive, and not lazily', () => {
    expect(body('<img src="assets/潮 汐.png" alt="潮" loading="lazy">')).toBe(
      '<img src="archive://id-0123456789abcdef/assets/%E6%BD%AE%20%E6%B1%90.png" alt="潮" class="alone">',
    );
  });

  test('what links of other posts name has a place for them, besides its own id', () => {
    const { html, places, headings } = chapter(
      '<h2 id="post-潮汐">潮汐</h2><table id="post-map"><tr><td id="post-x">图</td></tr></table>',
    );
    expect(places).toEqual([linkedPlaceId(3, '潮汐'), linkedPlaceId(3, 'map')]);
    for (const place of places) {
      expect(place).toMatch(/^p3\.at-[a-z\d-]+$/u);
      expect(chapterOfPlace(place)).toBe('p3');
      expect(html.split(`<span id="${place}"`)).toHaveLength(2);
    }
    expect(headings).toEqual([{ level: 2, title: '潮汐', id: 'p3.0' }]);
    expect(html).toContain('<h2 id="p3.0">');
  });

  test('remote pictures are named, never loaded', () => {
    const html = body('<img data-src="https://pictures.example/k.png" alt="k">');
    expect(html).toContain('https://pictures.example/k.png');
    expect(html).not.toContain('<img');
  });

  test('links lead to the web, to another post of the book, or nowhere', () => {
    expect(body('<a href="https://a.example/">网</a>')).toContain('href="https://a.example/"');
    expect(body('<a href="two.md#x">二</a>')).toBe(`<a href="#${linkedPlaceId(7, 'x')}">二</a>`);
    expect(body('<a href="../2024/two.md">二</a>')).toBe('<a href="#p7">二</a>');
    expect(body('<a href="https://daily.example/two/#end">二</a>')).toBe(
      `<a href="#${linkedPlaceId(7, 'end')}">二</a>`,
    );
    expect(body('<a href="three.md">三</a>')).toBe('<a>三</a>');
  });

  test('links that only the index knows lead to posts of the book, to the web where they are gone, else nowhere', () => {
    expect(body('<a href="[[二]]">二</a>')).toBe('<a href="#p7">二</a>');
    expect(body('<a href="https://b.example/2/">二</a>')).toBe('<a href="#p7">二</a>');
    expect(body('<a href="[[四]]">四</a>')).toBe('<a>四</a>');
    expect(body('<a href="/2024/gone/">失</a>')).toBe(
      '<a href="https://b.example/2024/gone/">失</a>',
    );
  });

  test('a wholly bold line is kept with what follows, a bold word or a bold sentence of a paragraph is not', () => {
    expect(body('<p><strong>光没有小</strong></p>')).toContain('class="subhead"');
    expect(body('<p>灯 <strong>小</strong>。</p>')).not.toContain('subhead');
    expect(body(`<p><strong>${'长'.repeat(60)}。</strong></p>`)).not.toContain('subhead');
    expect(body('<p><strong><img src="a.png"></strong></p>')).not.toContain('subhead');
  });

  test('a line that announces a list or a table stays with it', () => {
    expect(body('<p>The boats of that day:</p> <ul><li>Egret</li></ul>')).toContain(
      '<p class="leads ',
    );
    expect(body('<p>那一天进港的船如下：</p><table><tr><td>白鹭</td></tr></table>')).toContain(
      '<p class="leads">',
    );
    expect(body('<p>他看着海说：</p><p>“潮来了。”</p>')).not.toContain('leads');
    expect(body('<p>那一天进港的船很多。</p><ul><li>白鹭</li></ul>')).not.toContain('leads');
  });

  test('short lines of a poem are no subheads', () => {
    expect(body('<p>一<br>二三<br>四五六</p>')).toBe('<p class="verse">一<br>二三<br>四五六</p>');
  });

  test('sounds and films are named, also those whose files are missing', () => {
    expect(body('<video src="a/film.mp4"></video>')).toBe('<span class="absent">a/film.mp4</span>');
    expect(body('<audio data-src="./a%20b.mp3"></audio>')).toBe(
      '<span class="absent">a b.mp3</span>',
    );
    expect(body('<video><source data-src="https://a.example/x.mp4"></video>')).toBe(
      '<span class="absent">https://a.example/x.mp4</span>',
    );
    expect(body('<p>灯。<audio controls></audio></p>')).toBe('<p>灯。</p>');
  });

  test('footnotes lead back by an arrow that the faces of the book have', () => {
    expect(body('<a href="#post-r" class="footnote-backref">↩︎</a>')).toBe(
      '<a href="#p3-post-r" class="footnote-backref">↑</a>',
    );
  });

  test('an address may break at its signs, also where a mark has cut it; words and signs stay as they are', () => {
    const html = body(
      '<p>地址：https://a.example/one/two?x=1 和<b>b.example/three/four_five-six</b>。</p>',
    );
    expect(html).toContain('https://<wbr>a.<wbr>example/<wbr>one/<wbr>two?<wbr>x=<wbr>1 和<b>');
    expect(html).toContain('b.<wbr>example/<wbr>three/');
    expect(textContent(parseDocument(html))).toBe(
      '地址：https://a.example/one/two?x=1 和b.example/three/four_five-six。',
    );
  });

  test('marks above Chinese are set in a Latin face, those of letters with their letter', () => {
    expect(body('<p>他说一\u0336二\u0336，x\u0304 不变。</p>')).toBe(
      '<p>他说一<span class="apostrophe">\u0336</span>二<span class="apostrophe">\u0336</span>，x\u0304 不变。</p>',
    );
  });

  test('a Latin apostrophe in a Chinese line is set in a Latin face, other quotes are not', () => {
    expect(body('<p>他说 it’s 好，“很好”。</p>')).toBe(
      '<p>他说 it<span class="apostrophe">’</span>s 好，“很好”。</p>',
    );
  });

  test('paragraphs are set by their own script; what runs from right to left is turned', () => {
    const html = body('<p>雾散了。</p><p>The tide table is not a promise.</p><p>هذه فقرة</p>');
    expect(html).toContain('<p dir="auto">雾散了。</p>');
    expect(html).toContain('<p class="set-latin" lang dir="auto">The tide');
    expect(body('<p>\u3000\u3000雾散了。</p>')).toBe('<p>雾散了。</p>');
  });

  test('a picture in a line of words stays in it', () => {
    expect(body('<p>词 <img src="a.png"> 词</p>')).not.toContain('alone');
    expect(body('<p><a href="https://a.example/"><img src="a.png"></a></p>')).toContain('alone');
    expect(body('<p><img src="a.png"><br><img src="b.png"></p>').match(/alone/g)).toHaveLength(2);
  });

  test('the line before a picture in words is not filled to the edge', () => {
    expect(body('<p>透明：<img src="a.png"></p>')).toContain('<p class="with-picture">');
    expect(body('<p>透明：<a href="#x">图 <img src="a.png"></a></p>')).toContain('with-picture');
    expect(body('<p>灯。</p><p><img src="a.png"></p>')).not.toContain('with-picture');
  });

  test('tables of many columns are set smaller', () => {
    const table = (columns: number): string =>
      body(`<table><tr>${'<td>x</td>'.repeat(columns)}</tr></table>`);
    expect(table(4)).not.toContain('wide');
    expect(table(8)).toContain('class="wide ');
    expect(table(25)).toContain('class="widest');
  });

  test('a table of many long numbers becomes as small as they need, so that none is broken', () => {
    const table = (columns: number): string =>
      body(`<table><tr>${'<td>1,083,251</td>'.repeat(columns)}</tr></table>`);
    expect(table(5)).toContain('<table class="short">');
    expect(table(13)).toMatch(/<table class="(?:dense|widest) short">/u);
    expect(table(18)).toMatch(/<table class="(?:small|smaller|smallest) short">/u);
    expect(table(40)).toContain('class="widest breaks');
  });

  test('tables whose words have no room break them; short cells stay in one line where there is room', () => {
    const long = 'x'.repeat(80);
    const wide = body(`<table><tr><td>${long}</td><td>${long}</td><td>${long}</td></tr></table>`);
    expect(wide).toContain('class="widest breaks short"');
    expect(body('<table><tr><td>三月十一日</td></tr></table>')).toContain('<td class="keep">');
  });

  test('a head that stands among the rows of a long table is put where it is drawn on every page', () => {
    const rows = '<tr><td>一</td></tr>'.repeat(20);
    const html = body(`<table><tbody><tr><th>头</th></tr>${rows}</tbody></table>`);
    expect(html).toContain('<table><thead><tr><th class="keep">头</th></tr></thead><tbody><tr><td');
  });
});
