import { expect, test } from 'vitest';
import { sampleBody } from '../../../../src/core/export/book/sampleBody.ts';

test('is set as the scripts of its words are', () => {
  const chinese = sampleBody({ typeface: 'serif', sample: '港口清晨' });
  expect(chinese).toContain('<body class="book serif">');
  expect(chinese).toContain('class="chapter cjk"');
  expect(chinese).not.toContain('class="chapter latin"');
  const english = sampleBody({ typeface: 'sans', sample: 'Tide tables' });
  expect(english).toContain('class="chapter latin"');
  expect(english).not.toContain('cjk');
  expect(sampleBody({ typeface: 'serif', sample: '' })).toBe('<body class="book serif"></body>');
});

test('takes words for words, never for markup', () => {
  expect(sampleBody({ typeface: 'serif', sample: '<img src="a.png">' })).not.toContain('<img');
});
