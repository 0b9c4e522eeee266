import { expect, test } from 'vitest';
import {
  highlightsPage,
  passageAddress,
  type LinkedHighlight,
} from '../../../src/core/library/highlightPage.ts';
import { asHighlightId, asPostId } from '../../../src/shared/ids.ts';

const words = {
  title: 'Highlights',
  pens: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink' },
  orphan: 'not in the post any more',
  original: 'on the web',
};

const highlight = (change: Partial<LinkedHighlight> = {}): LinkedHighlight => ({
  id: asHighlightId('0'.repeat(32)),
  path: 'a.md',
  quote: 'The lamp is lit.',
  prefix: '',
  suffix: '',
  position: [0, 13],
  pen: 'yellow',
  note: null,
  createdAt: '2026-11-22T08:00:00.000Z',
  changedAt: '2026-11-22T08:00:00.000Z',
  postId: asPostId(1),
  title: 'A night',
  day: '2024-11-16',
  source: 'Gazette',
  isOrphan: false,
  fileAddress: 'file:///news/a.md',
  webAddress: null,
  ...change,
});

const page = (...highlights: readonly LinkedHighlight[]): string =>
  [...highlightsPage(highlights, words)].join('');

test('one heading for the highlights of a post, which leads to its file; notes stand below', () => {
  const second = highlight({ quote: '第一行\n第二行', pen: 'pink', note: 'one\ntwo' });
  expect(page(highlight(), second, highlight({ path: 'b.md', title: '', source: null, day: null })))
    .toBe(`# Highlights

## [A night](<file:///news/a.md>)

Gazette · 2024-11-16

> The lamp is lit.
>
> Yellow

> 第一行
> 第二行
>
> Pink

one\\
two


## [b.md](<file:///news/a.md>)

> The lamp is lit.
>
> Yellow

`);
});

test('words that are in the post lead to themselves on the web; others only say that they are gone', () => {
  const webAddress = 'https://news.example/a';
  expect(page(highlight({ webAddress }))).toContain(
    '> Yellow · [on the web](<https://news.example/a#:~:text=The%20lamp%20is%20lit.>)',
  );
  expect(page(highlight({ webAddress, isOrphan: true }))).toContain(
    '> Yellow · not in the post any more\n',
  );
});

test.each([
  [
    'https://a.example/x',
    'well-known, twice',
    'https://a.example/x#:~:text=well%2Dknown%2C%20twice',
  ],
  ['https://a.example/x#part', '灯', 'https://a.example/x#part:~:text=%E7%81%AF'],
])('%s with %j is %s', (address, quote, expected) => {
  expect(passageAddress(address, quote)).toBe(expected);
});

test('of a long passage the link names the beginning and the end, never half a character', () => {
  const quote = `${'😀'.repeat(60)} and then ${'𠮷'.repeat(60)}`;
  const [start = '', end = ''] = passageAddress('https://a.example/', quote)
    .replace('https://a.example/#:~:text=', '')
    .split(',');
  expect(decodeURIComponent(start)).toBe('😀'.repeat(24));
  expect(decodeURIComponent(end)).toBe('𠮷'.repeat(24));
});

test('what would be marks or HTML stays text', () => {
  const text = page(highlight({ quote: '<script>x</script> *b*', title: '[x](y)' }));
  expect(text).toContain('\\<script>x\\</script> \\*b\\*');
  expect(text).toContain('[\\[x&#93;(y)]');
});
