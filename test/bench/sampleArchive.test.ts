import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../resources/sample-archive');

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((name) => join(ROOT, name))
  .filter((path) => statSync(path).isFile());
const posts = files
  .filter((path) => path.startsWith(join(ROOT, '_posts')))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** Local addresses of images and of links to other posts, as written. */
function localAddresses(text: string): string[] {
  const image = /!\[[^\]]*\]\(([^)\s]+)|<img[^>]*\ssrc="([^"]+)"/gu;
  const post = /\]\((\.\.[^)\s]+\.(?:md|html))\)|href="(\.\.[^"]+\.(?:md|html))"/gu;
  return [...text.matchAll(image), ...text.matchAll(post)]
    .map((match) => match.slice(1).find((group) => group !== undefined) ?? '')
    .filter((address) => !address.startsWith('http'));
}

function sourceOf(text: string): string | undefined {
  return /（文章[来來]源：(.+?)）/u.exec(text)?.[1] ?? /^source: (.+)$/mu.exec(text)?.[1];
}

describe('the bundled sample archive', () => {
  it('has enough posts, languages, years and sources to show the reader', () => {
    expect(posts.length).toBeGreaterThanOrEqual(30);
    const years = new Set(posts.map((post) => /(\d{4})-\d\d-\d\d-/u.exec(post.path)?.[1]));
    expect(years.size).toBeGreaterThanOrEqual(4);
    expect(new Set(posts.map((post) => sourceOf(post.text))).size).toBeGreaterThanOrEqual(6);
    const english = posts.filter(({ text }) => (text.match(/\p{Script=Han}/gu) ?? []).length < 100);
    expect(english.length).toBeGreaterThanOrEqual(8);
    expect(posts.length - english.length).toBeGreaterThanOrEqual(20);
  });

  it('holds every picture and post that it refers to', () => {
    const missing = posts.flatMap(({ path, text }) =>
      localAddresses(text)
        .map((address) =>
          address.startsWith('/') ? join(ROOT, address) : join(dirname(path), address),
        )
        .filter((target) => !existsSync(target) || !target.startsWith(ROOT)),
    );
    expect(missing).toEqual([]);
    expect(posts.flatMap(({ text }) => localAddresses(text)).length).toBeGreaterThan(8);
  });

  it('has the topic that the screenshots search for in eight posts of four sources', () => {
    const hits = posts.filter((post) => post.text.replace(/\]\([^)]*\)/gu, '').includes('灯塔'));
    expect(new Set(hits.map((post) => sourceOf(post.text))).size).toBe(4);
    expect(hits).toHaveLength(8);
  });

  it('stays small', () => {
    const sizeBytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
    expect(sizeBytes).toBeLessThan(600_000);
  });
});
