import { textContent } from 'domutils';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { writeXml } from '../../../../../src/core/export/formats/chapter/chapterNode.ts';
import { shapeContent } from '../../../../../src/core/export/formats/chapter/contentModel.ts';
import { webAddress } from '../../../../../src/core/export/formats/chapter/webAddress.ts';
import { sanitiseHtml } from '../../../../../src/core/post/sanitiseHtml.ts';
import { squeezed } from '../booksOf.ts';
import { readXml } from '../readXml.ts';

const shaped = (html: string): string =>
  writeXml(
    shapeContent(parseDocument(html, { decodeEntities: true }).children, {
      media: ({ name }) => [`[${name}]`],
      link: webAddress,
      idOf: () => null,
      headingShift: 1,
      noteSign: (number) => [`(${number})`],
    }),
  );

describe('content models', () => {
  test.each([
    ['words of a block become a block', '<em>a<p>b</p></em>', '<div class="as-em">a<p>b</p></div>'],
    [
      'blocks in a heading become words',
      '<h2>a<div>b</div></h2>',
      '<h3>a<span class="line as-div">b</span></h3>',
    ],
    [
      'a link around blocks stays a link',
      '<a href="https://a.example/"><div>b</div></a>',
      '<a href="https://a.example/"><div>b</div></a>',
    ],
    [
      'a link in a link is words',
      '<a href="https://a.example/">x<a href="https://b.example/">y</a></a>',
      '<a href="https://a.example/">x</a><a href="https://b.example/">y</a>',
    ],
    [
      'what is no item of a list belongs to the one before',
      '<ul>x<li>a</li><p>b</p></ul>',
      '<ul><li>x</li><li>a<p>b</p></li></ul>',
    ],
    ['an empty list is nothing', '<ul> </ul>a', 'a'],
    [
      'terms and descriptions go by turns',
      '<dl><dd>a</dd><dt>b</dt></dl>',
      '<dl><dt></dt><dd>a</dd><dt>b</dt><dd></dd></dl>',
    ],
    [
      'a table has its parts in order',
      '<table><tbody><tr><td>b</td></tr></tbody><caption>c</caption>x<tr>y</tr></table>',
      'x<div class="table"><table><caption>c</caption><tbody><tr><td>b</td></tr><tr><td>y</td></tr></tbody></table></div>',
    ],
    ['a cell outside a table is a block', '<td>a</td>', '<div class="as-td">a</div>'],
    [
      'spans that are no numbers go',
      '<table><tr><td colspan="0" rowspan="2">a</td></tr></table>',
      '<div class="table"><table><tbody><tr><td rowspan="2">a</td></tr></tbody></table></div>',
    ],
    [
      'readings stand right behind their bases',
      '<ruby><rb>東</rb><rb>京</rb><rt>とう</rt><rt>きょう</rt></ruby>',
      '<ruby>東<rp>（</rp><rt>とう</rt><rp>）</rp>京<rp>（</rp><rt>きょう</rt><rp>）</rp></ruby>',
    ],
    ['a ruby without readings is words', '<ruby>東</ruby>', '東'],
    [
      'a fold is open',
      '<details><summary>a</summary>b</details>',
      '<div class="as-details"><p class="summary">a</p>b</div>',
    ],
    ['alignment is a class', '<p align="CENTER">a</p>', '<p class="to-center">a</p>'],
    [
      'languages are said twice, as books want it',
      '<p lang="ja">a</p>',
      '<p lang="ja" xml:lang="ja">a</p>',
    ],
    [
      'boxes are signs',
      '<ul><li><input type="checkbox" checked disabled> a</li></ul>',
      '<ul><li>☑ a</li></ul>',
    ],
    [
      'a marked passage is followed by its note',
      '<p><mark class="hl" data-note="2">a</mark></p>',
      '<p><mark class="hl">a</mark>(2)</p>',
    ],
  ])('%s', (_what, html, xhtml) => {
    expect(shaped(html)).toBe(xhtml);
  });

  test('a table of 60,000 rows without a body of their own keeps them all, in one', () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `<tr><td>${at}</td></tr>`).join('');
    expect(shaped(`<table>${rows}</table>`)).toBe(
      `<div class="table"><table><tbody>${rows}</tbody></table></div>`,
    );
  });

  test('whatever is thrown together is well-formed, keeps its words, and nests nothing that may not be', () => {
    const names =
      'p div span em a ul ol li dl dt dd table caption thead tbody tr td th figure figcaption ruby rb rt pre h2 details summary blockquote del'.split(
        ' ',
      );
    const piece = fc.oneof(
      fc.constantFrom(...names).map((name) => `<${name}>`),
      fc.constantFrom(...names).map((name) => `</${name}>`),
      fc.constantFrom(
        '字',
        'word',
        ' & ',
        '<br>',
        '<a href="https://a.example/?a=1&b=2">',
        '\u0007',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = sanitiseHtml(pieces.join(''));
        const [root] = readXml(`<root>${shaped(html)}</root>`).slice(-1);
        const words = parseDocument(html, { decodeEntities: true });
        const count = (text: string): string => Array.from(squeezed(text)).toSorted().join('');
        const read = count((root?.text ?? '').replaceAll(/[（）]/gu, ''));
        expect(read).toBe(count(textContent(words).replaceAll('\u0007', '')));
        for (const { name, path } of readXml(`<root>${shaped(html)}</root>`)) {
          if (name === 'a') expect(path).not.toContain('a');
          if (/^(?:div|p|ul|table|blockquote|pre|figure|dl|h\d)$/u.test(name)) {
            expect(path.join(' ')).not.toMatch(/\b(?:p|h\d|pre|span|em|dt|rt|ruby|caption|th)\b/u);
          }
        }
      }),
      { numRuns: 400, seed: 20261122 },
    );
  });
});

describe('addresses', () => {
  test.each([
    [
      'https://例子.example/路径?问=答',
      'https://xn--fsqu00a.example/%E8%B7%AF%E5%BE%84?%E9%97%AE=%E7%AD%94',
    ],
    ['https://a.example/x y|[z]%zz#p#q', 'https://a.example/x%20y%7C%5Bz%5D%25zz#p%23q'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['http://[bad', null],
    ['javascript:alert(1)', null],
    ['../post.html', null],
  ])('%s', (written, address) => {
    expect(webAddress(written)).toBe(address);
  });
});
