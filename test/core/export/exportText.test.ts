import { expect, test } from 'vitest';
import { exportTexts } from '../../../src/core/export/exportText.ts';

test('writes days in words, with the time where one is written', () => {
  expect(exportTexts('en').formatDate('2022-05-18')).toBe('18 May 2022');
  expect(exportTexts('zh').formatDate('2022-05-18T05:00:29+08:00')).toBe('2022年5月18日 05:00');
  expect(exportTexts('en').formatDate('not a day')).toBe('not a day');
});

test('writes the days of very many posts without taking memory for each', () => {
  const { formatDate } = exportTexts('en');
  formatDate('2022-05-18');
  const before = process.memoryUsage().rss;
  for (let post = 0; post < 20_000; post += 1) {
    formatDate(new Date(post * 86_400_000).toISOString().slice(0, 10));
  }
  // A formatter for each took 600 MB.
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
});
