import { expect, onTestFinished, test } from 'vitest';
import { openIndexReader, openIndexWriter } from '../../../src/core/store/openIndex.ts';
import type { Filters } from '../../../src/shared/searchModel.ts';
import type { IndexReader } from '../../../src/core/store/storeTypes.ts';
import { noFilters } from '../../../src/shared/defaults.ts';
import { Random } from '../../support/random.ts';
import { amount, seeds, TEST_TIMEOUT_MS } from '../../support/scale.ts';
import { ARCHIVE, record, request, temporaryFolder } from './archiveFixture.ts';
import { checkSearch, marksOn } from './checkSearch.ts';
import type { OraclePost } from './oracle.ts';
import { randomFilters, randomPosts } from './randomPosts.ts';
import { randomQuery } from './randomQueries.ts';
import { FLAVOURS, type FlavourName, randomText } from './randomTexts.ts';

const QUERIES_PER_ARCHIVE = 650;
const SORTS = ['newest', 'oldest', 'relevance'] as const;

const flavours = Object.keys(FLAVOURS).filter((name): name is FlavourName => name in FLAVOURS);
const cases = seeds(1, 12).flatMap((seed) =>
  flavours.map((name, at) => [name, seed + at * 100] as const),
);

function indexed(posts: readonly OraclePost[], batchSize: number): IndexReader {
  const folder = temporaryFolder();
  const writer = openIndexWriter(folder, ARCHIVE);
  for (let at = 0; at < posts.length; at += batchSize) {
    writer.put(
      posts
        .slice(at, at + batchSize)
        .map(({ path, post, contentHash }) => record(path, post, contentHash)),
    );
  }
  writer.close();
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) throw new Error('no index');
  onTestFinished(() => reader.close());
  return reader;
}

test.for(cases)(
  'answers exactly what a plain scan answers (%s, seed %i)',
  { timeout: TEST_TIMEOUT_MS },
  ([flavour, seed]) => {
    const random = new Random(seed);
    const posts = randomPosts(random, 90, flavour);
    const reader = indexed(posts, 1 + random.below(40));
    const marks = marksOn(posts);
    let telling = 0;
    for (let asked = 0; asked < QUERIES_PER_ARCHIVE; asked += 1) {
      const keepsVariants = random.is(0.12);
      const query = randomQuery(random, { posts, flavour, keepsVariants });
      const filters = random.is(0.5) ? noFilters : randomFilters(random);
      const sort = random.pick(SORTS);
      const total = checkSearch({ reader, marks, posts, query, filters, sort });
      if (total > 0 && total < posts.length / 2) telling += 1;
    }
    // The queries are worth something: many of them find some posts and leave out others.
    expect(telling).toBeGreaterThan(QUERIES_PER_ARCHIVE / 4);
  },
);

test.for(seeds(1, 6))(
  'very long texts among short ones (seed %i)',
  { timeout: TEST_TIMEOUT_MS },
  (seed) => {
    const random = new Random(seed);
    const posts = randomPosts(random, 60, 'mixed').map((each, at) => {
      // More places in one text than two bytes can number, and one word again and again.
      if (at === 3) return withText(each, randomText(random, 'mixed', 45_000));
      if (at === 7) return withText(each, '国际 AI '.repeat(70_000));
      return each;
    });
    const reader = indexed(posts, 9);
    const marks = marksOn(posts);
    for (let asked = 0; asked < amount(40, 400); asked += 1) {
      const query = randomQuery(random, { posts, flavour: 'mixed', hasLongTexts: true });
      checkSearch({ reader, marks, posts, query, filters: noFilters, sort: random.pick(SORTS) });
    }
  },
);

test('each count of a facet is the number of posts one gets by choosing it', () => {
  const random = new Random(5);
  const posts = randomPosts(random, 110, 'mixed');
  const reader = indexed(posts, 30);
  const marks = marksOn(posts);
  for (let count = 0; count < amount(25, 250); count += 1) {
    const { typed } = randomQuery(random, { posts, flavour: 'mixed' });
    const filters = randomFilters(random);
    const { facets } = reader.search(request(typed, { filters }), marks);
    const totalOf = (chosen: Partial<Filters>): number => {
      const asked = { filters: { ...filters, ...chosen }, limit: 1 };
      return reader.search(request(typed, asked), marks).total;
    };
    for (const name of ['sources', 'categories', 'tags'] as const) {
      for (const { value, count: told } of facets[name]) {
        expect(totalOf({ [name]: [value] }), JSON.stringify([typed, name, value])).toBe(told);
      }
    }
    const noTime = { years: [], months: [], from: null, to: null };
    for (const { value, count: told } of facets.years) {
      expect(totalOf({ ...noTime, years: [value] }), JSON.stringify([typed, value])).toBe(told);
    }
    for (const { value, count: told } of facets.months) {
      for (const chosen of [{ months: [value] }, { from: value, to: value }]) {
        const total = totalOf({ ...noTime, ...chosen });
        expect(total, JSON.stringify([typed, value])).toBe(told);
      }
      const days = reader.time.days(request(typed, { filters }), value, marks);
      expect(
        days.reduce((sum, day) => sum + day.count, 0),
        `days of ${value}`,
      ).toBe(told);
      for (const day of days.slice(0, 3)) {
        const total = totalOf({ ...noTime, from: day.value, to: day.value });
        expect(total, JSON.stringify([typed, day.value])).toBe(day.count);
      }
    }
    const undated = reader.search(
      request(`(${typed}) -date:*`, { filters: { ...filters, ...noTime }, limit: 1 }),
      marks,
    ).total;
    expect(undated, `posts without a date of ${typed}`).toBe(facets.undatedCount);
    for (const state of ['bookmarked', 'unread', 'read', 'draft'] as const) {
      expect(totalOf({ states: [state] }), JSON.stringify([typed, state])).toBe(
        facets.states[state],
      );
    }
    expect(totalOf({ list: 'bookmarked' }), typed).toBe(facets.bookmarkedCount);
    expect(totalOf({ list: 'unread' }), typed).toBe(facets.unreadCount);
  }
});

function withText(each: OraclePost, text: string): OraclePost {
  const characterCount = text.replaceAll(/\s/g, '').length;
  return { ...each, post: { ...each.post, text, characterCount } };
}
