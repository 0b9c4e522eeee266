import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuery } from '../../src/shared/query/parseQuery.ts';
import type { Grade } from './judgedCase.ts';
import { judgedArchive, type JudgedQuery } from './judgedArchive.ts';
import { openJudgedIndex, type JudgedIndex } from './judgedIndex.ts';
import { isWrong, ndcg } from './ndcg.ts';
import { type Bag, bagsOf, plainBm25 } from './plainBm25.ts';

/** How one query fares: NDCG@10 under three orders. */
export interface RankingRow {
  readonly id: string;
  readonly query: string;
  readonly isEveryday: boolean;
  readonly newest: number;
  readonly plain: number;
  readonly ours: number;
  /** True where plain BM25 puts a post before one that is at least two grades better. */
  readonly isPlainWrong: boolean;
  readonly isOursWrong: boolean;
}

/** Means over all queries, and how often ours is better or worse than plain BM25 (by more than 0.005). */
export interface RankingSummary {
  readonly queries: number;
  readonly newest: number;
  readonly plain: number;
  readonly ours: number;
  readonly wins: number;
  readonly losses: number;
  readonly plainWrong: number;
  readonly oursWrong: number;
}

/** Measures every judged query on a real index in `dataFolder`. */
export function measureRanking(dataFolder: string): readonly RankingRow[] {
  const archive = judgedArchive();
  const index = openJudgedIndex(dataFolder, archive.posts);
  try {
    const bags = bagsOf(archive.posts);
    return archive.queries.map((query) => measureQuery(query, bags, index));
  } finally {
    index.close();
  }
}

function measureQuery(
  { id, query, isEveryday, grades }: JudgedQuery,
  bags: readonly Bag[],
  index: JudgedIndex,
): RankingRow {
  const gradesOf = (paths: readonly string[]): readonly Grade[] =>
    paths.map((path) => grades.get(path) ?? 0);
  const newest = index.search(query, 'newest');
  const scores = plainBm25(bags, parseQuery(query).terms);
  // Stable: equal scores stay newest first, as in ours.
  const plain = gradesOf(newest.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0)));
  const ours = gradesOf(index.search(query, 'relevance'));
  return {
    id,
    query,
    isEveryday,
    newest: ndcg(gradesOf(newest)),
    plain: ndcg(plain),
    ours: ndcg(ours),
    isPlainWrong: isWrong(plain),
    isOursWrong: isWrong(ours),
  };
}

const EVEN = 0.005;

/** The means and counts of a measurement. */
export function summarise(rows: readonly RankingRow[]): RankingSummary {
  const mean = (value: (row: RankingRow) => number): number =>
    rows.reduce((sum, row) => sum + value(row), 0) / Math.max(1, rows.length);
  return {
    queries: rows.length,
    newest: mean(({ newest }) => newest),
    plain: mean(({ plain }) => plain),
    ours: mean(({ ours }) => ours),
    wins: rows.filter(({ ours, plain }) => ours > plain + EVEN).length,
    losses: rows.filter(({ ours, plain }) => ours < plain - EVEN).length,
    plainWrong: rows.filter(({ isPlainWrong }) => isPlainWrong).length,
    oursWrong: rows.filter(({ isOursWrong }) => isOursWrong).length,
  };
}

/** The measurement as text for a terminal. */
function rankingTable(rows: readonly RankingRow[]): string {
  const isEveryday = (row: RankingRow): boolean => row.isEveryday;
  const all = summarise(rows);
  return [
    'NDCG@10 on the judged archive (! = a post stands before one that is two grades better)',
    'newest  plain   ours    query',
    ...rows.map(rowLine),
    meanLine('queries with a trap', summarise(rows.filter((row) => !isEveryday(row)))),
    meanLine('everyday queries', summarise(rows.filter(isEveryday))),
    meanLine('queries', all),
    `Ours against plain BM25: ${all.wins} better, ${all.losses} worse, ` +
      `${all.queries - all.wins - all.losses} even. ` +
      `Wrong orders: plain BM25 ${all.plainWrong}, ours ${all.oursWrong}.`,
  ].join('\n');
}

/** Measures in a temporary folder and prints the table. */
export function printRanking(): void {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-ranking-'));
  try {
    console.log(rankingTable(measureRanking(folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowLine({
  id,
  query,
  newest,
  plain,
  ours,
  isPlainWrong,
  isOursWrong,
}: RankingRow): string {
  const marked = (value: number, isWrongOrder: boolean): string =>
    `${figure(value)}${isWrongOrder ? '!' : ' '}`;
  const figures = [`${figure(newest)} `, marked(plain, isPlainWrong), marked(ours, isOursWrong)];
  return `${figures.join('  ')}  ${id}: ${query}`;
}

function meanLine(name: string, { newest, plain, ours, queries }: RankingSummary): string {
  return `${figure(newest)}   ${figure(plain)}   ${figure(ours)}   mean of ${queries} ${name}`;
}

function figure(value: number): string {
  return value.toFixed(3);
}
