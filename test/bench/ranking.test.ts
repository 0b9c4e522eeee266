import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measureRanking, type RankingRow, summarise } from '../../bench/ranking/rankingBench.ts';

describe('relevance on the judged archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-ranking-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let rows: readonly RankingRow[] = [];
  beforeAll(() => {
    rows = measureRanking(folder);
  });

  test('is far better than plain BM25 and than newest first, over all queries', () => {
    const { ours, plain, newest } = summarise(rows);
    expect(ours).toBeGreaterThan(0.97);
    expect(ours).toBeGreaterThan(plain + 0.3);
    expect(ours).toBeGreaterThan(newest + 0.3);
  });

  test('pays for its traps with nothing on ordinary queries', () => {
    const { ours, plain, newest } = summarise(rows.filter(({ isEveryday }) => isEveryday));
    expect(ours).toBeGreaterThan(plain + 0.03);
    expect(plain).toBeGreaterThan(newest + 0.3);
  });

  test('fails no query: none is poor, none is clearly worse than with plain BM25', () => {
    expect(rows.filter(({ ours }) => ours < 0.75).map(({ id }) => id)).toEqual([]);
    expect(rows.filter(({ ours, plain }) => ours < plain - 0.05).map(({ id }) => id)).toEqual([]);
  });

  test('puts a post before one that is two grades better in hardly any query', () => {
    expect(summarise(rows).oursWrong).toBeLessThanOrEqual(4);
  });
});
