import { describe, expect, test } from 'vitest';
import {
  isEmbeddedPicture,
  MAX_EMBEDDED_BYTES,
  MAX_EMBEDDED_TOTAL,
  readEmbeddedPicture,
} from '../../src/shared/embeddedPicture.ts';
import { allowedClasses, isAllowedAttribute } from '../../src/shared/htmlPolicy.ts';
import { attacks } from '../attacks/collection.ts';
import { attackFile } from '../attacks/attack.ts';
import { harmIn } from '../attacks/harm.ts';
import { htmlOf } from '../core/post/makeFile.ts';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const png = `data:image/png;base64,${PNG}`;
const sized = (bytes: number): string =>
  `data:image/png;base64,${Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(bytes)]).toString('base64')}`;

describe('attributes of the policy', () => {
  test.each([
    ['a', 'href', 'https://example.org', true],
    ['a', 'href', '../b.md', true],
    ['a', 'href', 'java\tscript:x', false],
    ['a', 'href', '\u0001javascript:x', false],
    ['a', 'href', '//example.org', false],
    ['a', 'href', '/\\example.org', false],
    ['a', 'href', 'file:///etc/passwd', false],
    ['a', 'href', png, false],
    ['p', 'href', 'a', false],
    ['img', 'src', 'a/b.png', true],
    ['img', 'src', png, true],
    ['img', 'src', 'https://example.org/a.png', false],
    ['video', 'src', png, false],
    ['img', 'data-src', 'https://example.org/a.png', true],
    ['img', 'data-src', 'javascript:x', false],
    ['p', 'id', 'post-a', true],
    ['p', 'id', 'root', false],
    ['p', 'style', 'color:red', false],
    ['p', 'onclick', 'x', false],
    ['constructor', 'name', 'x', false],
    ['img', 'width', '99999', false],
  ])('%s %s=%s: %s', (tag, name, value, isAllowed) => {
    expect(isAllowedAttribute({ tag, name, value })).toBe(isAllowed);
  });

  test('classes are those that Markdown makes, on their own elements', () => {
    expect(allowedClasses('code', 'language-js toast')).toEqual(['language-js']);
    expect(allowedClasses('p', 'language-js dialog')).toEqual([]);
    expect(allowedClasses('constructor', 'a')).toEqual([]);
  });
});

describe('pictures that a post carries in itself', () => {
  test('a raster picture is shown, by its bytes and not by its name', () => {
    expect(readEmbeddedPicture(png)).toMatchObject({ mediaType: 'image/png', address: png });
    expect(readEmbeddedPicture(`DATA:image/jpeg;name=a.png;base64,${PNG}`)?.address).toBe(png);
    expect(htmlOf(`![a](${png})`)).toContain(`src="${png}"`);
    expect(htmlOf(`<img src=" ${png.replace('base64,', 'base64,\n ')}">`)).toContain(
      `src="${png}"`,
    );
  });

  test.each([
    'data:image/svg+xml;base64,PHN2Zy8+',
    'data:image/svg+xml,<svg onload=run()>',
    'data:text/html;base64,PHNjcmlwdD4=',
    'data:image/png,raw',
    'data:image/png;base64,PHNjcmlwdD5ydW4oKTwvc2NyaXB0Pg==',
    `data:image/png;base64,${PNG}"onerror=run()`,
    `data:image/png;charset=<script>;base64,${PNG}`,
    'data:image/png;base64,',
    'data:,',
  ])('%s is none', (address) => {
    expect(readEmbeddedPicture(address)).toBeNull();
    expect(htmlOf(`<img src="${address.replaceAll('"', '&quot;')}">`)).not.toContain('src=');
  });

  test('a larger one is named with its kind and size', () => {
    const large = sized(MAX_EMBEDDED_BYTES);
    expect(isEmbeddedPicture(large)).toBe(false);
    const html = htmlOf(`<img src="${large}" alt="A map">`);
    expect(html).toContain('data-src="data:image/png, 2.1 MB"');
    expect(html).toContain('alt="A map"');
    expect(html.length).toBeLessThan(300);
  });

  test('so are those beyond what one post may carry in all', () => {
    const one = sized(MAX_EMBEDDED_BYTES - 200);
    const count = Math.ceil(MAX_EMBEDDED_TOTAL / MAX_EMBEDDED_BYTES) + 2;
    const html = htmlOf(`<p>${`<img src="${one}">`.repeat(count)}</p>`, 'a.html');
    const shown = html.split(' src="data:image/png;base64,').length - 1;
    expect(shown).toBe(Math.floor(MAX_EMBEDDED_TOTAL / MAX_EMBEDDED_BYTES));
    expect(html.split('data-src="data:image/png, ').length - 1).toBe(count - shown);
  });
});

test('no attack of the collection leaves the core with anything that could do harm', () => {
  const site = { server: 'http://127.0.0.1:9', outside: '/outside' };
  const harms = attacks.flatMap((attack) => {
    const { path, text } = attackFile(attack, site);
    return harmIn(htmlOf(text, path)).map((harm) => `${attack.id} ${attack.category}: ${harm}`);
  });
  expect(harms).toEqual([]);
  expect(attacks.length).toBeGreaterThan(400);
});
