import type { Filters } from '../../shared/searchModel.ts';
import type { TrendCounts } from '../../shared/timeModel.ts';
import { placeOf, spanOfUnit } from '../time/units.ts';
import type { UnitSpan } from './useCrosshair.ts';

/** The units of an axis that the filter of time has chosen, also in part, as bands in their order. */
export function chosenSpans(
  { from, to, years, months }: Pick<Filters, 'from' | 'to' | 'years' | 'months'>,
  { first, grain, units }: Pick<TrendCounts, 'grain' | 'units'> & { readonly first: string },
): readonly UnitSpan[] {
  const spans = [...years, ...months].map((unit) => spanOfUnit(unit));
  const place = (date: string, isEnd: boolean): number =>
    placeOf(first, grain, isEnd ? lastDay(date) : date);
  const bands = spans.map((span) => ({
    first: place(span.from, false),
    last: place(span.to, true),
  }));
  if (from !== null || to !== null) {
    bands.push({
      first: from === null ? 0 : place(from, false),
      last: to === null ? units - 1 : place(to, true),
    });
  }
  return merged(
    bands
      .filter((band) => band.last >= 0 && band.first < units)
      .map((band) => ({
        first: Math.max(0, band.first),
        last: Math.min(units - 1, band.last),
      })),
  );
}

/** The last day of a month; a day is its own. */
function lastDay(date: string): string {
  if (date.length !== 7) return date;
  const [year = 0, month = 1] = date.split('-').map(Number);
  const end = new Date(0);
  end.setUTCFullYear(year, month, 0);
  return `${date}-${String(end.getUTCDate()).padStart(2, '0')}`;
}

function merged(bands: readonly UnitSpan[]): readonly UnitSpan[] {
  const whole: { first: number; last: number }[] = [];
  for (const band of bands.toSorted((a, b) => a.first - b.first)) {
    const before = whole.at(-1);
    if (before !== undefined && band.first <= before.last + 1) {
      before.last = Math.max(before.last, band.last);
    } else whole.push({ ...band });
  }
  return whole;
}
