import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { pictureSize } from '../../../../src/core/export/formats/chapter/pictureSize.ts';
import { webAddress } from '../../../../src/core/export/formats/chapter/webAddress.ts';
import { cleanSvg } from '../../../../src/core/export/formats/cleanSvg.ts';
import { formatRow } from '../../../../src/core/export/formats/writers.ts';
import { plainSite } from '../../../../src/core/post/siteConfig.ts';
import { defaultExportOptions } from '../../../../src/shared/defaults.ts';
import { asArchiveId } from '../../../../src/shared/ids.ts';
import { makeBook } from './booksOf.ts';
import { exported } from './writing.ts';

/** What strangers put into posts, and what becomes of the books then. */

const LIVE_SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" onload="run()" width="9" height="9"><script>run()</script><style>@import "http://a.example/x.css";</style><foreignObject><iframe src="http://a.example/"/></foreignObject><image href="http://a.example/x.png"/><rect width="9" height="9"/></svg>',
);

/** A writer, and what it wrote; every link that holds `boom` breaks the making of its post. */
async function started(format: 'epub' | 'html') {
  const pieces: Buffer[] = [];
  const put = (piece: string | Uint8Array): Promise<void> => {
    pieces.push(Buffer.from(piece));
    return Promise.resolve();
  };
  const posts = ['a.md', 'b.md', 'c.md'].map((path) =>
    exported({ path, title: `Title of ${path}`, html: `<p>Words of ${path}.</p>` }),
  );
  const writer = await formatRow(format)?.start({
    options: { ...defaultExportOptions, format },
    archive: { id: asArchiveId('0123456789abcdef'), name: '旧报' },
    language: 'en',
    sought: null,
    total: posts.length,
    write: put,
    writeFile: (_name, content) => put(content),
    readMedia: () => Promise.resolve(null),
    now: new Date(2026, 10, 22, 12),
    lookup: {
      site: plainSite,
      posts: () => posts.map(({ post }) => post),
      follow: () => {
        throw new RangeError('Maximum call stack size exceeded');
      },
      articleAt: () => Promise.resolve(null),
      placesLinkedTo: () => {
        throw new RangeError('Maximum call stack size exceeded');
      },
      mediaOf: () => ({ absent: 'sign', find: () => null, ownPath: () => null }),
    },
  });
  if (writer === undefined) throw new Error(`There is no writer of ${format}.`);
  return { writer, posts, text: () => Buffer.concat(pieces).toString('utf8') };
}

describe('hostile posts in books', () => {
  test.each(['epub', 'html'] as const)(
    'what breaks while a chapter of %s is made is told of that post, and the book goes on',
    async (format) => {
      const { writer, posts, text } = await started(format);
      const [first, , last] = posts;
      if (first === undefined || last === undefined) throw new Error('There are no posts.');
      await writer.add(first);
      const broken = exported({ path: 'b.md', html: '<p><a href="boom">x</a></p>' });
      await expect(writer.add(broken)).rejects.toMatchObject({
        code: 'export-failed',
        path: 'b.md',
        message: expect.stringContaining('Maximum call stack size exceeded'),
      });
      await writer.add(last);
      await writer.finish();
      // Names of the files in an EPUB, ids in the HTML: the post that broke has a page that says so.
      for (const id of ['p1', 'p2', 'p3']) expect(text()).toContain(id);
    },
  );

  test('drawings in a single HTML file hold nothing that runs or is fetched where they are opened alone', async () => {
    const { bytes, warnings } = await makeBook(
      'html',
      [exported({ path: 'a.md', html: '<p><img src="live.svg"><img src="no.svg"></p>' })],
      {
        media: {
          'live.svg': { bytes: LIVE_SVG, type: 'image/svg+xml' },
          'no.svg': { bytes: Buffer.from('<html/>'), type: 'image/svg+xml' },
        },
      },
    );
    const drawings = [
      ...bytes.toString('utf8').matchAll(/data:image\/svg\+xml;base64,([\w+/=]+)/gu),
    ].map(([, base64]) => Buffer.from(base64 ?? '', 'base64').toString('utf8'));
    expect(drawings).toHaveLength(1);
    expect(drawings[0]).toContain('<rect');
    expect(drawings[0]).not.toMatch(/script|onload|@import|foreignObject|a\.example/u);
    expect(warnings.join()).toContain('no.svg');
  });

  test('a drawing whose copies of copies would take hours to draw is left out, one with some copies stays', () => {
    const drawing = (copies: number): Uint8Array => {
      const levels = Array.from(
        { length: 9 },
        (_, level) =>
          `<g id="a${level + 1}">${`<use href="#a${level}"/>`.repeat(copies)}<use href="#a${level + 1}"/></g>`,
      );
      const shapes = `<defs><g id="a0"><circle r="1"/></g>${levels.join('')}</defs>`;
      return Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg">${shapes}<use href="#a9"/></svg>`,
      );
    };
    expect(cleanSvg(drawing(10))).toBeNull();
    expect(cleanSvg(drawing(2))).toContain('<circle');
    const chain = Array.from(
      { length: 30_000 },
      (_, at) => `<use id="u${at}" href="#u${at + 1}"/>`,
    );
    for (const inner of [chain.join(''), '<g>'.repeat(30_000)]) {
      expect(
        cleanSvg(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`)),
      ).toBeNull();
    }
  });

  test('a word of 16 MB is set like any other', async () => {
    const word = 'x'.repeat(16_000_000);
    const { bytes } = await makeBook('html', [
      exported({ path: 'a.md', html: `<p>${word}</p><p>https://${word}</p>` }),
    ]);
    expect(bytes.length).toBeGreaterThan(32_000_000);
  });

  test.each(['x', 'ж'])('a word of thousands of %s may break here and there', async (letter) => {
    const { bytes } = await makeBook('html', [
      exported({
        path: 'a.md',
        html: `<p>一 ${letter.repeat(3_500)} 二 ${letter.repeat(1_500)}</p>`,
      }),
    ]);
    const words = bytes.toString('utf8').split(/<wbr>/u);
    expect(words).toHaveLength(3);
    expect(words[1]).toBe(letter.repeat(1_000));
  });

  test('a GIF of a head alone is no picture; one with a picture behind extensions is', () => {
    const head = Buffer.from('GIF89a\u0002\0\u0003\0\0\0\0', 'latin1');
    const extension = Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]);
    const picture = Buffer.from([0x2c, 0, 0, 0, 0, 2, 0, 3, 0, 0, 2, 0, 0x3b]);
    const sizeOf = (...parts: readonly Buffer[]) => pictureSize('image/gif', Buffer.concat(parts));
    expect(sizeOf(head, Buffer.from('/*aaaaaaaaaaaaaa*/=1;run();//'))).toBeNull();
    expect(sizeOf(head, extension)).toBeNull();
    expect(sizeOf(head, picture)).toEqual({ width: 2, height: 3 });
    expect(sizeOf(head, extension, extension, picture)).toEqual({ width: 2, height: 3 });
    const table = Buffer.from('GIF89a\u0002\0\u0003\0\u0080\0\0aaabbb', 'latin1');
    expect(sizeOf(table, extension, picture)).toEqual({ width: 2, height: 3 });
  });

  test.each([
    ['http://a"onmouseover=x//', null],
    ['http://a%22b/', null],
    ["http://a'b.example/", null],
    ['http://user:pa%20ss@a.example/x', 'http://user:pa%20ss@a.example/x'],
    ['http://[2001:db8::1]:80/x', null],
    ['http://例子.example/路', 'http://xn--fsqu00a.example/%E8%B7%AF'],
    ['http://a_b.example/', 'http://a_b.example/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
  ])('the address %j is written as %j', (written, address) => {
    expect(webAddress(written)).toBe(address);
  });
});
