import * as fc from 'fast-check';
import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { fuzz } from './fuzzRun.ts';
import { expectReadable, expectSnippet } from './postRules.ts';
import { expectSafe } from './safeHtml.ts';

/* What fuzzing rests on: rules that can fail, and failures that are told. */

describe('the reader of what may be shown', () => {
  it('gives the text', () => {
    const html = '<p id="post-a">a &lt;b&gt;<br /><a href="x?a=1&amp;b=2">c</a><rp>(</rp></p>';
    expect(expectSafe(html)).toBe('a <b>c');
  });

  it.each([
    '<script>a</script>',
    '<svg></svg>',
    '<p onclick="a">b</p>',
    '<p style="color:red">b</p>',
    '<p id="a">b</p>',
    '<p class="toolbar">b</p>',
    '<p id="post-a">b</p><p id="post-a">c</p>',
    '<a href="javascript:a">b</a>',
    '<a href=" java\tscript:a">b</a>',
    '<a href="file:///etc/passwd">b</a>',
    '<img src="https://a.example/b.png" />',
    '<img src="//a.example/b.png" />',
    '<img src="\\\\a.example\\b.png" />',
    '<img src="data:image/svg+xml,a" />',
    '<img src=a.png />',
    '<p>a',
    'a</p>',
    '<p><b>a</p></b>',
    '<P>a</P>',
    '<!-- a -->',
    'a < b',
    '<p title="<b>">a</p>',
  ])('refuses %s', (html) => {
    expect(() => expectSafe(html)).toThrow(Error);
  });
});

describe('the reader of values', () => {
  it.each([
    'a\uD800',
    ['[object Object]'],
    { a: Number.NaN },
    JSON.parse('{"__proto__":1}'),
    { '\uDC00': 1 },
    [() => 1],
  ])('refuses %j', (value) => {
    expect(() => {
      expectReadable(value, null);
    }).toThrow(Error);
  });

  it('refuses marks outside of their text', () => {
    expect(() => {
      expectSnippet({ text: 'abc', marks: [[1, 4]] });
    }).toThrow(Error);
  });
});

test('a failure is made small, saved, and told with its seed', async () => {
  const isLong = (text: string) => text.length > 3;
  const failure = await fuzz({
    name: 'self-test',
    percent: 10,
    inputs: fc.string({ unit: 'grapheme-ascii', maxLength: 50 }),
    check: (text) => {
      if (isLong(text)) throw new Error('Too long.');
    },
  }).catch((error: unknown) => error);
  const told = failure instanceof Error ? failure.message : '';
  const [, place = '', small = ''] = /saved in (.*):\n(.*)/u.exec(told) ?? [];
  expect(told).toMatch(/^self-test: Too long\.\nseed \d+/u);
  expect(JSON.parse(small)).toHaveLength(4);
  expect(readFileSync(place, 'utf8')).toContain(small);
  rmSync(place);
});
