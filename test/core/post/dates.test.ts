import { describe, expect, it } from 'vitest';
import { readWrittenDate } from '../../../src/core/post/writtenDate.ts';
import { codesOf, makeFile, postOf } from './makeFile.ts';

const dateOf = (written: string, zone: string | null = null) => {
  const reading = readWrittenDate(written, zone);
  return typeof reading === 'string' ? reading : reading.date;
};

describe('a written date', () => {
  it.each([
    ['2022-05-18 05:00:29 +0800', '2022-05-18T05:00:29+08:00'],
    ['2022-05-18 05:00:29 +08:00', '2022-05-18T05:00:29+08:00'],
    ['2022-05-18 05:00:29 +8', '2022-05-18T05:00:29+08:00'],
    ['2022-05-18 05:00:29 -0330', '2022-05-18T05:00:29-03:30'],
    ['2022-05-18T05:00:29Z', '2022-05-18T05:00:29Z'],
    ['2022-05-18T05:00:29.123+08:00', '2022-05-18T05:00:29+08:00'],
    ['2022-05-18 05:00:29 UTC', '2022-05-18T05:00:29Z'],
    ['2022-05-18 05:00:29', '2022-05-18T05:00:29'],
    ['2022-05-18 5:00', '2022-05-18T05:00:00'],
    ['2022-05-18', '2022-05-18'],
    ['2022/5/8', '2022-05-08'],
    ['2022.05.18', '2022-05-18'],
    ['2022年5月18日', '2022-05-18'],
    ['2022年5月18日 15时04分', '2022-05-18T15:04:00'],
    ['20220518', '2022-05-18'],
    ['May 18, 2022', '2022-05-18'],
    ['Wed, 18 May 2022 05:00:29 +0800', '2022-05-18T05:00:29+08:00'],
    ['Wed May 18 2022 05:00:29 GMT+0800 (CST)', '2022-05-18T05:00:29+08:00'],
    ['May 18, 2022 11:30 PM', '2022-05-18T23:30:00'],
    ['2020-02-29', '2020-02-29'],
    ['2022-05-18 25:61:00', '2022-05-18'],
  ])('%s is %s', (written, date) => {
    expect(dateOf(written)).toBe(date);
  });

  it.each(['', '+0800', ' +0800', 'null', '~', '0001-01-01T00:00:00Z'])(
    '%j is missing',
    (written) => {
      expect(dateOf(written)).toBe('missing');
    },
  );

  it.each([
    '2022-02-30',
    '2022-13-45',
    '0000-00-00',
    '2021-02-29',
    'soon',
    '2022-05',
    '18/05/2022',
  ])('%s is no date', (written) => {
    expect(dateOf(written)).toBe('invalid');
  });

  it("takes the site's offset of that day where none is written", () => {
    expect(dateOf('2021-12-08 10:39:21', 'Asia/Shanghai')).toBe('2021-12-08T10:39:21+08:00');
    expect(dateOf('2021-07-08 10:39:21', 'America/New_York')).toBe('2021-07-08T10:39:21-04:00');
    expect(dateOf('2021-12-08 10:39:21', 'America/New_York')).toBe('2021-12-08T10:39:21-05:00');
    expect(dateOf('2021-03-14 03:30:00', 'America/New_York')).toBe('2021-03-14T03:30:00-04:00');
    expect(dateOf('2021-12-08', 'Asia/Shanghai')).toBe('2021-12-08');
    expect(dateOf('2021-12-08 10:39:21', 'Mars/Olympus')).toBe('2021-12-08T10:39:21');
  });
});

describe('the date of a post', () => {
  const post = (block: string, path?: string) =>
    postOf(makeFile(`---\ntitle: T\n${block}\n---\nx`, path));

  it('keeps the wall clock for day and order, whatever the offset', () => {
    const early = post('date: 2022-05-18 05:00:29 +0800');
    expect([early.date, early.day]).toEqual(['2022-05-18T05:00:29+08:00', '2022-05-18']);
    expect(early.wallMs).toBe(Date.UTC(2022, 4, 18, 5, 0, 29));
  });

  it.each([
    ['an empty date', 'date:  +0800', '_posts/2020-02-03-x.md', '2020-02-03', []],
    ['no date', 'x: y', '_posts/2020_02_03_x.md', '2020-02-03', []],
    ['no date, compact name', 'x: y', 'a/20200203-x.md', '2020-02-03', []],
    ['no date, dated folders', 'x: y', 'a/2020/02/03/x.md', '2020-02-03', []],
    [
      'an impossible date',
      'date: 2022-02-30',
      '_posts/2020-02-03-x.md',
      '2020-02-03',
      ['date-invalid'],
    ],
    [
      'an impossible time',
      'date: 2022-01-02 25:61:00',
      '_posts/2020-02-03-x.md',
      '2022-01-02',
      ['date-invalid'],
    ],
    ['nothing at all', 'x: y', '_posts/-202205262391921712.md', null, ['date-missing']],
    ['a draft without a date', 'x: y', '_drafts/x.md', null, []],
    ['no date, impossible name', 'x: y', '_posts/2020-02-31-x.md', null, ['date-missing']],
  ])('with %s', (_name, block, path, day, codes) => {
    const read = post(block, path);
    expect([read.day, codesOf(read)]).toEqual([day, codes]);
  });

  it('is not asked of a plain text file', () => {
    expect(codesOf(postOf(makeFile('words', 'notes/a.txt')))).toEqual([]);
  });
});
