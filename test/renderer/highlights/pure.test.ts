import { expect, test } from 'vitest';
import { cardHead } from '../../../src/renderer/highlights/cardHead.ts';
import { readHighlightKey } from '../../../src/renderer/highlights/highlightKeys.ts';
import { highlightsMarkdown } from '../../../src/renderer/highlights/highlightMarkdown.ts';
import {
  changeHighlightsView,
  isNarrowed,
  wholeHighlightsView,
} from '../../../src/renderer/state/highlightsView.ts';
import type { ListedHighlight } from '../../../src/shared/annotations.ts';
import { asHighlightId, asPostId } from '../../../src/shared/ids.ts';

const highlight = (change: Partial<ListedHighlight> = {}): ListedHighlight => ({
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
  ...change,
});

test('Markdown: a quotation with where it is from, the note below, one after the other', () => {
  const second = highlight({ quote: '第一行\n第二行', source: null, day: null, note: '存疑' });
  expect(highlightsMarkdown([highlight(), second])).toBe(
    [
      '> The lamp is lit.',
      '>',
      '> — *A night*, Gazette, 2024-11-16',
      '',
      '> 第一行',
      '> 第二行',
      '>',
      '> — *A night*',
      '',
      '存疑',
    ].join('\n'),
  );
});

test('Markdown: characters that would be marks stay what they were', () => {
  const strange = highlight({
    quote: '# 2 * 3 [a](b) <i>\n1. `x`_y',
    title: 'A *star*',
    note: '- not a list\n| nor a table',
  });
  expect(highlightsMarkdown([strange]).split('\n')).toEqual([
    String.raw`> \# 2 \* 3 \[a](b) \<i>`,
    String.raw`> 1\. ${'\\'}${'`'}x${'\\'}${'`'}\_y`,
    '>',
    String.raw`> — *A \*star\**, Gazette, 2024-11-16`,
    '',
    String.raw`\- not a list`,
    String.raw`\| nor a table`,
  ]);
});

test('a head stands over the first card of each post, pen or month', () => {
  const first = highlight();
  const head = { kind: 'post', title: 'A night', source: 'Gazette', day: '2024-11-16' };
  expect(cardHead(first, null, 'post')).toEqual(head);
  expect(cardHead(first, highlight({ pen: 'blue' }), 'post')).toBeNull();
  expect(cardHead(first, highlight({ path: 'b.md' }), 'post')).toEqual(head);
  expect(cardHead(first, highlight({ pen: 'blue' }), 'pen')).toEqual({
    kind: 'pen',
    pen: 'yellow',
  });
  expect(cardHead(first, highlight({ day: '2024-11-01' }), 'date')).toBeNull();
  expect(cardHead(highlight({ day: null }), first, 'date')).toEqual({ kind: 'month', month: null });
  expect(cardHead(first, null, 'newest')).toBeNull();
});

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const reading = { pageRows: 8, hasSingleKeys: true, isMac: false };

test.each([
  [{ key: 'ArrowDown' }, { kind: 'move', by: 1, isExtending: false }],
  [
    { key: 'ArrowUp', shiftKey: true },
    { kind: 'move', by: -1, isExtending: true },
  ],
  [{ key: 'PageDown' }, { kind: 'move', by: 7, isExtending: false }],
  [{ key: 'End' }, { kind: 'go', to: 'last', isExtending: false }],
  [{ key: 'Enter' }, { kind: 'open' }],
  [{ key: ' ' }, { kind: 'tick' }],
  [{ key: 'Delete' }, { kind: 'remove' }],
  [{ key: 'a', ctrlKey: true }, { kind: 'tick-all' }],
  [{ key: '3' }, { kind: 'pen', pen: 'blue' }],
  [{ key: '5' }, null],
  [{ key: '0' }, null],
  [{ key: 'c' }, { kind: 'note' }],
  [{ key: 'j' }, { kind: 'move', by: 1, isExtending: false }],
  [{ key: 'ArrowLeft', altKey: true }, null],
  [{ key: 'q' }, null],
])('key %j means %j', (pressed, meaning) => {
  expect(readHighlightKey({ ...plain, ...pressed }, reading)).toEqual(meaning);
});

test('single letters mean nothing when they are switched off; named keys still do', () => {
  const off = { ...reading, hasSingleKeys: false };
  expect(readHighlightKey({ ...plain, key: 'j' }, off)).toBeNull();
  expect(readHighlightKey({ ...plain, key: '1' }, off)).toBeNull();
  expect(readHighlightKey({ ...plain, key: 'F2' }, off)).toEqual({ kind: 'note' });
});

test('another filter or order starts at the top; moving the cursor filters nothing', () => {
  const moved = changeHighlightsView(wholeHighlightsView, { cursor: 7, scrollTop: 900 });
  expect(moved).toMatchObject({ cursor: 7, scrollTop: 900 });
  expect(isNarrowed(moved)).toBe(false);
  const filtered = changeHighlightsView(moved, { pens: ['pink'] });
  expect(filtered).toMatchObject({ cursor: 0, scrollTop: 0 });
  expect(isNarrowed(filtered)).toBe(true);
  expect(isNarrowed({ ...wholeHighlightsView, text: '  ' })).toBe(false);
});
