import { render } from 'dom-serializer';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { shortenAddresses } from '../../../../src/core/export/book/printAddresses.ts';

const shown = (html: string): string => {
  const tree = parseDocument(html);
  shortenAddresses(tree);
  return render(tree, { encodeEntities: 'utf8' });
};

const LONG = `https://paper.example/archive/${'a-part/'.repeat(200)}the-end.html`;
const SHORT = `https://paper.example/${'a'.repeat(100)}`;

test('a very long address is shown by its beginning and end, and its link stays whole', () => {
  const html = shown(`<p>见<a href="${LONG}">${LONG}</a>。</p>`);
  expect(html).toContain(`<a href="${LONG}">https://paper.example/archive/a-part/`);
  expect(html).toContain('…');
  expect(html).toContain('/the-end.html</a>。</p>');
  expect(textContent(parseDocument(html)).length).toBeLessThan(320);
});

test('one that was no link becomes one', () => {
  expect(shown(`<p>见${LONG} 和别的</p>`)).toContain(`<p>见<a href="${LONG}">https://`);
});

test('what is left of an address whose beginning alone is a link goes with it', () => {
  const html = shown(`<p><a href="${LONG}">${LONG}</a>${'x'.repeat(9_000)}yz 以后</p>`);
  expect(textContent(parseDocument(html))).toMatch(/the-end\.html…x{58}yz 以后$/u);
});

test('usual addresses and those in code are left alone', () => {
  for (const html of [`<p>${SHORT}</p>`, `<pre><code>${LONG}</code></pre>`]) {
    expect(shown(html)).toBe(html);
  }
});

test('a word without an end is set in blocks, and no letter is lost', () => {
  const word = Array.from({ length: 30_000 }, (_, at) => String(at % 7)).join('');
  const html = shown(`<p>前${word}后</p>`);
  expect(textContent(parseDocument(html))).toBe(`前${word}后`);
  const longest = Math.max(...html.split(/<[^>]+>/u).map((piece) => piece.length));
  expect(longest).toBeLessThanOrEqual(2_000);
});
