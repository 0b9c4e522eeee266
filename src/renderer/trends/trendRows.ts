import type { TrendCounts } from '../../shared/timeModel.ts';
import { unitAt } from '../time/units.ts';
import { perThousand } from './trendLines.ts';

/** Heads of the columns. */
interface RowWords {
  readonly unit: string;
  readonly perThousand: string;
  readonly all: string;
}

/**
 * The numbers of a chart as a table: a row for each unit (`2022-04`, as programs read it), then for each line its posts and
 * its rate (empty where it is of nothing), last all that was found.
 */
export function trendRows(
  { first, grain, units, lines, found }: TrendCounts & { readonly first: string },
  names: readonly string[],
  words: RowWords,
): readonly (readonly string[])[] {
  const heads = names.flatMap((name) => [name, `${name} (${words.perThousand})`]);
  const rows = Array.from({ length: units }, (_, unit) => [
    unitAt(first, grain, unit),
    ...lines.flatMap(({ counts, bases }) => {
      const rate = perThousand(counts[unit] ?? 0, bases[unit] ?? 0);
      return [
        String(counts[unit] ?? 0),
        rate === null ? '' : String(Math.round(rate * 1000) / 1000),
      ];
    }),
    String(found[unit] ?? 0),
  ]);
  return [[words.unit, ...heads, words.all], ...rows];
}
