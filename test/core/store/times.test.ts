import { describe, expect, test } from 'vitest';
import { noFilters } from '../../../src/shared/defaults.ts';
import type { Filters } from '../../../src/shared/searchModel.ts';
import type { TrendCounts, TrendSplit } from '../../../src/shared/timeModel.ts';
import { openIndexReader, openIndexWriter } from '../../../src/core/store/openIndex.ts';
import type { FileRecord, IndexReader } from '../../../src/core/store/storeTypes.ts';
import { Random } from '../../support/random.ts';
import {
  ARCHIVE,
  noMarks,
  parsedPost,
  record,
  request,
  temporaryFolder,
} from './archiveFixture.ts';

interface SmallPost {
  readonly path: string;
  readonly day: string | null;
  readonly source: string | null;
  readonly text: string;
  readonly tags: readonly string[];
}

const SOURCES = ['新华日报', '南昌日报', '经济日报', '解放日报', '浙江日报', '湖北日报', null];
const WORDS = ['供应链', '白名单', 'harbour', '渡轮'];

/** Posts of 2021-02 to 2022-08 with a gap in between; some without a date, some of a mistaken one. */
function somePosts(random: Random, howMany: number, days: () => string | null): SmallPost[] {
  return Array.from({ length: howMany }, (_, at) => ({
    path: `p/${at}.md`,
    day: days(),
    source: random.pick(SOURCES),
    text: random.some(WORDS, 0.4).join('。'),
    tags: random.some(['新华日报', 'b'], 0.3),
  }));
}

function daysBetween(random: Random, first: string, last: string): () => string {
  const from = Date.parse(first);
  const count = (Date.parse(last) - from) / 86_400_000 + 1;
  return () => new Date(from + random.below(count) * 86_400_000).toISOString().slice(0, 10);
}

const fileOf = ({ path, ...post }: SmallPost): FileRecord => record(path, parsedPost(post));

function indexed(records: readonly FileRecord[]): IndexReader {
  const folder = temporaryFolder();
  const writer = openIndexWriter(folder, ARCHIVE);
  writer.put(records);
  writer.close();
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) throw new Error('no index');
  return reader;
}

interface Asked {
  readonly text?: string;
  readonly filters?: Partial<Filters>;
  readonly split?: TrendSplit;
  readonly within?: { readonly from: string; readonly to: string } | null;
}

function trends(reader: IndexReader, asked: Asked): TrendCounts {
  const filters = { ...noFilters, ...asked.filters };
  const wish = { split: asked.split ?? { by: 'source' }, within: asked.within ?? null } as const;
  return reader.time.trends(request(asked.text ?? '', { filters }), wish, noMarks);
}

/** Months, years or days between two of them, by stepping through the days of the calendar. */
function unitsFrom(first: string, units: number): string[] {
  const seen: string[] = [];
  const day = new Date(`${first}${'-01-01'.slice(first.length === 4 ? 0 : first.length - 4)}`);
  for (; seen.length < units; day.setUTCDate(day.getUTCDate() + 1)) {
    const unit = day.toISOString().slice(0, first.length);
    if (seen.at(-1) !== unit) seen.push(unit);
  }
  return seen;
}

describe('posts over time', () => {
  const random = new Random(11);
  const early = daysBetween(random, '2021-02-03', '2021-09-30');
  const late = daysBetween(random, '2022-02-01', '2022-08-20');
  const posts = somePosts(random, 600, () =>
    random.is(0.05) ? null : random.is(0.5) ? early() : late(),
  );
  const mistaken: SmallPost = {
    path: 'p/old.md',
    day: '1970-01-01',
    source: '新华日报',
    text: '供应链',
    tags: [],
  };
  const all = [...posts, mistaken];
  const open = (): IndexReader => indexed(all.map(fileOf));
  const dated = posts.flatMap(({ day }) => (day === null ? [] : [day]));
  const first = dated.toSorted()[0]?.slice(0, 7) ?? '';
  const last = dated.toSorted().at(-1)?.slice(0, 7) ?? '';

  const countBy = (units: readonly string[], chosen: readonly SmallPost[]): number[] =>
    units.map((unit) => chosen.filter(({ day }) => day?.startsWith(unit) === true).length);
  const mentioning = (word: string): SmallPost[] => posts.filter(({ text }) => text.includes(word));

  test('by source: months from the first post to the last, empty ones included', () => {
    const counts = trends(open(), { text: '供应链' });
    expect(counts.grain).toBe('month');
    expect(counts.first).toBe(first);
    const units = unitsFrom(first, counts.units);
    expect(units.at(-1)).toBe(last);
    const found = mentioning('供应链');
    expect(counts.found).toEqual(countBy(units, found));
    expect(counts.found).toContain(0);
    const datedCount = (wanted: string | null): number =>
      found.filter(({ day, source }) => day !== null && source === wanted).length;
    const sizes = SOURCES.map(datedCount)
      .filter((size) => size > 0)
      .toSorted((a, b) => b - a);
    expect(counts.lines.map((line) => line.counts.reduce((a, b) => a + b))).toEqual(
      sizes.slice(0, 5),
    );
    expect(counts.otherSources).toBe(sizes.length - 5);
    for (const { name, counts: line, bases } of counts.lines) {
      expect(line, String(name)).toEqual(
        countBy(
          units,
          found.filter(({ source }) => source === name),
        ),
      );
      expect(bases, String(name)).toEqual(
        countBy(
          units,
          posts.filter(({ source }) => source === name),
        ),
      );
    }
    expect(counts.undated).toBe(found.filter(({ day }) => day === null).length);
    expect(counts.outside).toBe(1);
  });

  test('filters hold but that of time, which the chart is there to set', () => {
    const filters = { sources: ['南昌日报', '渡轮报'], from: '2022-03', to: '2022-05' };
    const counts = trends(open(), { text: '渡轮', filters });
    expect(counts.lines.map(({ name }) => name)).toEqual(['南昌日报']);
    const units = unitsFrom(counts.first ?? '', counts.units);
    expect(counts.found).toEqual(
      countBy(
        units,
        mentioning('渡轮').filter(({ source }) => source === '南昌日报'),
      ),
    );
    expect(counts.units).toBeGreaterThan(12);
  });

  test('by term: one line for each, of all posts of the archive', () => {
    const split = { by: 'terms', others: ['白名单', 'harbour -供应链'] } as const;
    const counts = trends(open(), { text: '供应链', split });
    const units = unitsFrom(first, counts.units);
    expect(counts.lines.map(({ name }) => name)).toEqual(['供应链', '白名单', 'harbour -供应链']);
    expect(counts.lines.map((line) => line.counts)).toEqual([
      countBy(units, mentioning('供应链')),
      countBy(units, mentioning('白名单')),
      countBy(
        units,
        mentioning('harbour').filter(({ text }) => !text.includes('供应链')),
      ),
    ]);
    for (const { bases } of counts.lines) expect(bases).toEqual(countBy(units, posts));
  });

  test('without a query the rate is a share of the archive', () => {
    const counts = trends(open(), {});
    const units = unitsFrom(first, counts.units);
    expect(counts.found).toEqual(countBy(units, posts));
    for (const { bases } of counts.lines) expect(bases).toEqual(counts.found);
  });

  test('a few months are counted by day', () => {
    const counts = trends(open(), { text: '供应链', within: { from: '2022-04', to: '2022-05' } });
    expect([counts.grain, counts.first, counts.units]).toEqual(['day', '2022-04-01', 61]);
    expect(counts.found).toEqual(countBy(unitsFrom('2022-04-01', 61), mentioning('供应链')));
  });

  test('no query finds it: an axis without lines; no date at all: no axis', () => {
    const counts = trends(open(), { text: '不存在的词' });
    expect([counts.lines, counts.otherSources, counts.first]).toEqual([[], 0, first]);
    const undated = indexed([record('a.md', parsedPost({ text: 'x' }))]);
    expect(trends(undated, {})).toMatchObject({ first: null, units: 0, lines: [], undated: 1 });
  });
});

test('a hundred and fifty years are counted by year', () => {
  const random = new Random(3);
  const posts = somePosts(random, 400, daysBetween(random, '1872-04-30', '2021-12-31'));
  const counts = trends(indexed(posts.map(fileOf)), { text: '渡轮' });
  expect(counts.grain).toBe('year');
  const units = unitsFrom(counts.first ?? '', counts.units);
  expect(counts.found).toEqual(
    units.map(
      (unit) =>
        posts.filter(({ day, text }) => day?.startsWith(unit) === true && text.includes('渡轮'))
          .length,
    ),
  );
  expect(counts.found.reduce((a, b) => a + b)).toBe(
    posts.filter(({ text }) => text.includes('渡轮')).length,
  );
});

describe('on this day', () => {
  const days = ['2022-05-18', '2021-05-18', '2021-05-18', '1999-05-18', '2022-05-19', '2022-06-18'];
  const records = [
    ...days.map((day, at) => record(`${at}.md`, parsedPost({ day, title: `t${at}`, source: 's' }))),
    record('page.md', parsedPost({ day: '2020-05-18', kind: 'page' })),
    record('undated.md', parsedPost({})),
    record('leap.md', parsedPost({ day: '2020-02-29', title: 'leap' })),
  ];

  test('the same month and day of other years, newest first', () => {
    const { time } = indexed(records);
    const found = time.onThisDay({ month: 5, day: 18, exceptYear: '2022' });
    expect(found.total).toBe(3);
    expect(found.years.map(({ year, count }) => [year, count])).toEqual([
      ['2021', 2],
      ['1999', 1],
    ]);
    expect(found.years[0]?.posts.map(({ title }) => title).toSorted()).toEqual(['t1', 't2']);
    expect(found.years[1]?.posts).toEqual([
      { id: expect.any(Number), path: '3.md', title: 't3', day: '1999-05-18', source: 's' },
    ]);
  });

  test('every year when none is left out; nothing on a day that no post is of', () => {
    const { time } = indexed(records);
    expect(time.onThisDay({ month: 5, day: 18, exceptYear: null }).total).toBe(4);
    expect(time.onThisDay({ month: 2, day: 29, exceptYear: null }).years[0]?.posts).toHaveLength(1);
    expect(time.onThisDay({ month: 1, day: 1, exceptYear: null })).toEqual({ total: 0, years: [] });
  });

  test('of a year with very many, the first are named and all are counted', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      record(`${at}.md`, parsedPost({ day: '2001-01-01' })),
    );
    const { years } = indexed(many).time.onThisDay({ month: 1, day: 1, exceptYear: null });
    expect([years[0]?.count, years[0]?.posts.length]).toEqual([60, 20]);
  });
});
