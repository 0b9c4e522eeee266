import { describe, expect, test } from 'vitest';
import { formatMoment } from '../../../src/renderer/article/formatMoment.ts';

describe('formatMoment', () => {
  test.each([
    ['2022-05-18T05:00:29+08:00', 'Wed 18 May 2022, 05:00', '2022年5月18日 星期三 05:00'],
    ['2022-05-18T23:30:00-11:00', 'Wed 18 May 2022, 23:30', '2022年5月18日 星期三 23:30'],
    ['2022-05-18', 'Wed 18 May 2022', '2022年5月18日 星期三'],
    ['soon', null, null],
  ])('%s keeps its own day and clock', (date, english, chinese) => {
    expect(formatMoment(date, 'en')).toBe(english);
    expect(formatMoment(date, 'zh')).toBe(chinese);
  });
});
