import { expect, test } from 'vitest';
import { openIndexReader, openIndexWriter } from '../../../src/core/store/openIndex.ts';
import type { ReaderMarks } from '../../../src/core/store/storeTypes.ts';
import type { FacetValue } from '../../../src/shared/model.ts';
import { ARCHIVE, record, request, temporaryFolder } from './archiveFixture.ts';
import { expectedAnswer, type OraclePost } from './oracle.ts';
import { Random, randomFilters, randomPosts, randomQuery } from './randomQueries.ts';

const QUERIES_PER_ARCHIVE = 800;

const marksOn = (posts: readonly OraclePost[]): ReaderMarks => ({
  version: () => 1,
  changesSince: () => posts,
});

const asRecord = (values: readonly FacetValue[]): Record<string, number> =>
  Object.fromEntries(
    values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]),
  );

test.for([1, 2, 3, 4])('answers exactly what a plain scan answers (seed %i)', (seed) => {
  const random = new Random(seed);
  const folder = temporaryFolder();
  const posts = randomPosts(random, 120);
  const writer = openIndexWriter(folder, ARCHIVE);
  for (let at = 0; at < posts.length; at += 25) {
    writer.put(posts.slice(at, at + 25).map(({ path, post }) => record(path, post)));
  }
  writer.close();
  const reader = openIndexReader(folder, ARCHIVE);
  if (reader === null) throw new Error('no index');
  const marks = marksOn(posts);

  let nonEmpty = 0;
  for (let count = 0; count < QUERIES_PER_ARCHIVE; count += 1) {
    const query = randomQuery(random, posts);
    const filters = randomFilters(random);
    const sort = random.pick(['newest', 'oldest', 'relevance'] as const);
    const page = reader.search(request(query.typed, { filters, sort, limit: 500 }), marks);
    const answer = {
      paths: page.posts.map(({ path }) => path).toSorted(),
      sources: asRecord(page.facets.sources),
      categories: asRecord(page.facets.categories),
      tags: asRecord(page.facets.tags),
      months: asRecord(page.facets.months),
      bookmarkedCount: page.facets.bookmarkedCount,
      unreadCount: page.facets.unreadCount,
    };
    expect(answer, JSON.stringify(query.typed)).toEqual(expectedAnswer(posts, query, filters));
    if (page.total > 0 && page.total < posts.length / 2) nonEmpty += 1;
    expect(page.total, query.typed).toBe(page.posts.length);
    expect(page.hints.length, JSON.stringify([query.typed, page.hints])).toBe(0);
  }
  reader.close();
  // The queries are worth something: many of them find some posts and leave out others.
  expect(nonEmpty).toBeGreaterThan(QUERIES_PER_ARCHIVE / 4);
});
