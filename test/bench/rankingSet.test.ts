import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, describe, expect, test } from 'vitest';
import { CASES, judgedArchive } from '../../bench/ranking/judgedArchive.ts';
import { openJudgedIndex } from '../../bench/ranking/judgedIndex.ts';
import { isWrong, ndcg } from '../../bench/ranking/ndcg.ts';
import { bagsOf, plainBm25 } from '../../bench/ranking/plainBm25.ts';
import { parseQuery } from '../../src/shared/query/parseQuery.ts';

describe('the judged archive', () => {
  const archive = judgedArchive();

  test('is the same every time, with paths that are given once', () => {
    expect(judgedArchive()).toEqual(archive);
    expect(new Set(archive.posts.map(({ path }) => path)).size).toBe(archive.posts.length);
    expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
  });

  test('has at least fifty queries, each with something to find and something to leave behind', () => {
    expect(archive.queries.length).toBeGreaterThanOrEqual(50);
    for (const { id, grades } of archive.queries) {
      const values = [...grades.values()];
      expect(Math.max(...values), id).toBe(3);
      expect(Math.min(...values), id).toBeLessThan(3);
    }
  });

  test('judges every post that a query finds, and no other', () => {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-judged-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const index = openJudgedIndex(folder, archive.posts);
    onTestFinished(() => index.close());
    for (const { id, query, grades } of archive.queries) {
      const found = index.search(query, 'newest').toSorted();
      expect(found, id).toEqual([...grades.keys()].toSorted());
    }
  });

  test('holds at least twenty queries that plain BM25 orders wrongly', () => {
    const bags = bagsOf(archive.posts);
    const wrong = archive.queries.filter(({ query, grades }) => {
      const scores = plainBm25(bags, parseQuery(query).terms);
      const ordered = [...grades].toSorted(
        ([a], [b]) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0),
      );
      return isWrong(ordered.map(([, grade]) => grade));
    });
    expect(wrong.length).toBeGreaterThanOrEqual(20);
  });
});

describe('NDCG', () => {
  test('is 1 for the best order, less for others, and looks at ten rows', () => {
    expect(ndcg([3, 2, 1, 0])).toBe(1);
    expect(ndcg([0, 0])).toBe(1);
    // By hand: (1 / log2(2) + 7 / log2(3)) / (7 / log2(2) + 1 / log2(3)).
    expect(ndcg([1, 3])).toBeCloseTo(0.7098, 4);
    expect(ndcg([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3])).toBe(0);
  });

  test('an order is wrong where a post stands before one that is two grades better', () => {
    expect(isWrong([3, 2, 1])).toBe(false);
    expect(isWrong([2, 3, 1])).toBe(false);
    expect(isWrong([1, 3])).toBe(true);
  });
});
