import { expect } from 'vitest';
import { parsePost } from '../../src/core/post/parsePost.ts';
import type { ParsedPost, PostFile } from '../../src/core/post/parsedPost.ts';
import { renderPost } from '../../src/core/post/renderPost.ts';
import { sanitiseHtml } from '../../src/core/post/sanitiseHtml.ts';
import { safeFileName } from '../../src/core/export/fileNames.ts';
import { cutSnippet, cutSnippets } from '../../src/core/search/snippet.ts';
import type { Snippet, TextRange } from '../../src/shared/model.ts';
import { findTermRanges, prepareTerm } from '../../src/shared/text/matchText.ts';
import { expectSafe } from './safeHtml.ts';

/** Everything that holds of every file, whatever is in it. */
export function checkPost(file: PostFile): void {
  const outcome = parsePost(file);
  const { html, headings } = renderPost(file);
  expectUnpolluted();
  expectReadable(html, file);
  if (outcome.outcome === 'problem') {
    expect(outcome.problem).toMatchObject({ path: file.path, severity: 'error' });
    expect(outcome.problem.message).not.toBe('');
    expect(html).toBe('');
    return;
  }
  const { post } = outcome;
  expectReadable(post, file);
  expectMetadata(post);
  expectPlaces(post);
  const shown = expectSafe(html);
  expectSettled(html, shown);
  for (const { id, text } of headings) {
    expect(html, 'the heading is there').toContain(
      `id="${id.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`,
    );
    expect(text).not.toBe('');
  }
  // Ruby is searched with its base first, so that its order differs from the page's.
  if (!html.includes('<ruby') && !html.includes('<r')) {
    expect(bare(shown), 'what is shown is what is searched').toBe(bare(post.text));
  }
}

/**
 * Sanitising again takes nothing away. What the policy lets out of elements it does not know may nest as HTML does not
 * (`<p><main>` becomes `<p><div>`): that is put right by whoever reads it next, and then stays as it is.
 */
function expectSettled(html: string, shown: string): void {
  const again = sanitiseHtml(html).trim();
  if (again === html) return;
  // What stands in `<rp>` is text only where it came out of it.
  if (!html.includes('<rp>')) expect(bare(expectSafe(again)), 'sanitised twice').toBe(bare(shown));
  expect(sanitiseHtml(again).trim(), 'sanitised three times').toBe(again);
}

function bare(text: string): string {
  return text.replaceAll(/\s|\u21A9\uFE0E?/gu, '');
}

function expectUnpolluted(): void {
  const inherited: string[] = [];
  for (const key in {}) inherited.push(key);
  expect(inherited).toEqual([]);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PROTOTYPE);
}

const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype);

/** Strings that can be written down, keys that are no trap, and nothing that was turned into text without thought. */
export function expectReadable(value: unknown, file: Pick<PostFile, 'bytes'> | null): void {
  const isTold = file !== null && Buffer.from(file.bytes).includes('[object');
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === 'string') {
      expect(one.isWellFormed(), 'no half of a character').toBe(true);
      if (!isTold) expect(one.includes('[object Object]'), 'no object as text').toBe(false);
    } else if (typeof one === 'number') expect(Number.isFinite(one)).toBe(true);
    else if (typeof one === 'object' && one !== null) {
      expect(Object.hasOwn(one, '__proto__'), 'no own __proto__').toBe(false);
      waiting.push(...Object.keys(one), ...Object.values(one));
    } else expect(['boolean', 'undefined', 'object']).toContain(typeof one);
  }
}

function expectMetadata(post: ParsedPost): void {
  expect(post.title.trim()).not.toBe('');
  expectFileName(safeFileName(post.title));
  const lines = [
    post.title,
    post.source,
    post.author,
    post.url,
    post.sourceId,
    ...post.tags,
    ...post.categories,
  ];
  for (const line of lines) expect(line ?? '', 'one line').not.toMatch(/[\n\r]/u);
  for (const names of [post.tags, post.categories]) {
    expect(new Set(names).size, 'every name once').toBe(names.length);
    for (const name of names) expect(name.trim()).not.toBe('');
  }
  if (post.day !== null) {
    const [year = 0, month = 0, day = 0] = post.day.split('-').map(Number);
    const written = new Date(Date.UTC(2000, month - 1, day));
    written.setUTCFullYear(year, month - 1, day);
    expect(written.toISOString().slice(0, 10), 'a day of the calendar').toBe(post.day);
    expect(post.date?.slice(0, 10)).toBe(post.day);
  }
  expect(post.wallMs === null).toBe(post.day === null);
  expect(post.text.trim() === '').toBe(post.text === '');
  expect(post.characterCount).toBe(Array.from(post.text.replaceAll(/\s/gu, '')).length);
  if (post.url !== null) expect(post.url).toMatch(/^https?:\/\//iu);
}

/** Names that no common file system refuses or misreads (Microsoft, "Naming Files, Paths, and Namespaces"). */
function expectFileName(name: string): void {
  expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*]|^[. ]|[. ]$|^$/u);
  expect(Buffer.byteLength(name)).toBeLessThan(200);
}

/** Links, marks and excerpts lie inside their texts. */
function expectPlaces({ text, links = [] }: ParsedPost): void {
  for (const { start, end } of links) expectInside([start, end], text);
  const middle = Math.floor(text.length / 2);
  const words = [text.slice(middle, middle + 3), text.slice(0, 1), 'a', '潮'];
  const terms = words
    .filter((word) => word.trim() !== '')
    .map((word) => ({ text: word, isPrefix: true }));
  const hits = findTermRanges(text, terms);
  expectOrdered(hits, text);
  const prepared = terms.map(prepareTerm);
  expectSnippet(cutSnippet(text, hits, prepared));
  let last = 0;
  for (const snippet of cutSnippets(text, hits, { terms: prepared, limit: 3 })) {
    expectSnippet(snippet);
    expect(snippet.start).toBeGreaterThanOrEqual(last);
    expectInside([snippet.start, snippet.end], text);
    last = snippet.end;
  }
}

/** An excerpt whose marks lie in it, in order, and that cuts no character in two. */
export function expectSnippet({ text, marks }: Snippet): void {
  expectOrdered(marks, text);
  expect(text.isWellFormed(), `a whole excerpt: ${JSON.stringify(text)}`).toBe(true);
}

/** Ranges in order, inside the text. */
export function expectOrdered(ranges: readonly TextRange[], text: string): void {
  let last = 0;
  for (const range of ranges) {
    expectInside(range, text);
    expect(range[0]).toBeGreaterThanOrEqual(last);
    last = range[1];
  }
}

function expectInside([start, end]: TextRange, text: string): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(text.length);
}
