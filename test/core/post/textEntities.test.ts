import { describe, expect, test } from 'vitest';
import { makeFile, postOf } from './makeFile.ts';

const read = (front: string) => postOf(makeFile(`---\n${front}\n---\nWords.\n`, 'a.md'));

describe('entities in front matter', () => {
  test.each([
    ['"AT&amp;T &#8211; R&eacute;sum&eacute;"', 'AT&T – Résumé'],
    ['&#x6E2F;&#x53E3;', '港口'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['a &amp;lt; b', 'a &lt; b'],
    ['Salt & pepper', 'Salt & pepper'],
    ['AT&T; and &unknown; and &amp', 'AT&T; and &unknown; and &amp'],
    ['R&D', 'R&D'],
    ['red &#27;[31m', 'red [31m'],
  ])('title %s', (written, title) => {
    expect(read(`title: ${written.startsWith('&') ? `'${written}'` : written}`).title).toBe(title);
  });

  test('names are decoded once and not cut at the entity’s own sign', () => {
    const post = read(
      "tags: ['AT&amp;T', 'a &amp;lt; b']\ncategories: Q&amp;A, News\nauthor: Jos&eacute;\nsource: Harbour &amp; Sea",
    );
    expect(post).toMatchObject({
      tags: ['AT&T', 'a &lt; b'],
      categories: ['Q&A', 'News'],
      author: 'José',
      source: 'Harbour & Sea',
    });
  });
});
