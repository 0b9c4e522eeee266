import { describe, expect, test } from 'vitest';
import { cutToFit, pathOf, plotOf, textWidth } from '../../../src/renderer/trends/chartPlot.ts';
import { placeLabels, timeTicks, valueTicks } from '../../../src/renderer/trends/chartScale.ts';
import { chosenSpans } from '../../../src/renderer/trends/chosenSpans.ts';
import { sparkBars } from '../../../src/renderer/trends/sparkBars.ts';
import { shownLines, unbroken } from '../../../src/renderer/trends/trendLines.ts';
import { trendRows } from '../../../src/renderer/trends/trendRows.ts';
import { nextUnit } from '../../../src/renderer/trends/useCrosshair.ts';
import { noFilters } from '../../../src/shared/defaults.ts';

describe('values at the left', () => {
  test.each([
    [112, true, [0, 40, 80, 120]],
    [18, true, [0, 5, 10, 15, 20]],
    [3, true, [0, 1, 2, 3]],
    [1, true, [0, 1]],
    [0, true, [0, 1]],
    [0.62, false, [0, 0.2, 0.4, 0.6, 0.8]],
    [463, false, [0, 200, 400, 600]],
    [1_234_567, true, [0, 400_000, 800_000, 1_200_000, 1_600_000]],
  ])('up to %d', (largest, isWhole, expected) => {
    expect(valueTicks(largest, isWhole)).toEqual(expected);
  });

  test('no value is above the last, and there are never more than six', () => {
    for (let largest = 1; largest < 3_000; largest += 7) {
      const ticks = valueTicks(largest, true);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }
  });
});

describe('dates below', () => {
  test('are quarters with their years where there is room for them', () => {
    const ticks = timeTicks({ first: '2021-01', grain: 'month', units: 19 }, 10);
    expect(ticks.map(({ unit, isMajor }) => (isMajor ? unit.slice(0, 4) : unit.slice(5)))).toEqual([
      '2021',
      '04',
      '07',
      '10',
      '2022',
      '04',
      '07',
    ]);
  });

  test('are round years of a long time, and never more than fit', () => {
    const ticks = timeTicks({ first: '1872', grain: 'year', units: 151 }, 10);
    expect(ticks.map(({ unit }) => unit)).toEqual([
      '1880',
      '1900',
      '1920',
      '1940',
      '1960',
      '1980',
      '2000',
      '2020',
    ]);
    for (const units of [1, 5, 40, 240]) {
      const few = timeTicks({ first: '2003-05', grain: 'month', units }, 7);
      expect(few.length).toBeLessThanOrEqual(7);
    }
  });

  test('are days of a month, its first one named as such', () => {
    const ticks = timeTicks({ first: '2022-04-01', grain: 'day', units: 61 }, 10);
    expect(ticks.map(({ unit }) => unit.slice(5))).toEqual(
      ['04-01', '04-11', '04-21', '05-01', '05-11', '05-21', '05-31'].filter(
        (unit) => unit !== '05-31',
      ),
    );
    expect(ticks.filter(({ isMajor }) => isMajor)).toHaveLength(2);
  });
});

describe('names at the right', () => {
  const bounds = { top: 10, bottom: 300 };

  test('stay where they belong when they have room', () => {
    expect(placeLabels([200, 50, 120], 16, bounds)).toEqual([200, 50, 120]);
  });

  test('never stand on each other, keep their order, stay inside', () => {
    for (const wanted of [
      [300, 300, 300, 300, 300],
      [10, 12, 14, 290, 295],
      [100, 101, 130, 131, 132],
      [-20, 500, 150],
    ]) {
      const placed = placeLabels(wanted, 16, bounds);
      const sorted = placed.toSorted((a, b) => a - b);
      for (let at = 1; at < sorted.length; at += 1) {
        expect((sorted[at] ?? 0) - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-9);
      }
      expect(sorted[0]).toBeGreaterThanOrEqual(bounds.top);
      expect(sorted.at(-1)).toBeLessThanOrEqual(bounds.bottom);
      const order = (values: readonly number[]) =>
        values
          .map((y, at) => ({ y, at }))
          .toSorted((a, b) => a.y - b.y || a.at - b.at)
          .map(({ at }) => at);
      expect(order(placed)).toEqual(order(wanted));
    }
  });

  test('are cut to their room with an ellipsis', () => {
    expect(textWidth('江亭报A')).toBe(43);
    expect(cutToFit('江亭日报', 60)).toBe('江亭日报');
    expect(cutToFit('北岸经济观察周报', 60)).toBe('北岸经济…');
  });
});

test('a point and its unit lead to each other, also of one unit alone', () => {
  const plot = plotOf({ width: 744, height: 392, before: 36, behind: 84, units: 19, largest: 120 });
  for (const unit of [0, 7, 18]) expect(plot.unitAt(plot.x(unit))).toBe(unit);
  expect([plot.unitAt(-50), plot.unitAt(5_000)]).toEqual([0, 18]);
  expect([plot.y(0), plot.y(120)]).toEqual([plot.bottom, plot.top]);
  const lone = plotOf({ width: 744, height: 392, before: 36, behind: 84, units: 1, largest: 1 });
  expect(lone.unitAt(600)).toBe(0);
  expect(lone.x(-0.5)).toBeLessThan(lone.x(0.5));
});

test('a line is broken where there is nothing to be a rate of', () => {
  const runs = unbroken([1, null, 3, 4]);
  expect(runs).toEqual([
    [[0, 1]],
    [
      [2, 3],
      [3, 4],
    ],
  ]);
  const path = pathOf(runs, { x: (unit) => unit * 10, y: (value) => value });
  expect(path).toBe('M0 1h0.01M20 3L30 4');
});

const line = {
  name: '江亭日报',
  counts: [1, 2, 3, 1, 2, 3, 12, 0],
  bases: [100, 100, 100, 100, 100, 100, 100, 0],
};

describe('the numbers of a line', () => {
  test('posts, rate, peak, and the peak against what was usual before', () => {
    const [shown] = shownLines({ lines: [line], grain: 'month' }, 'posts');
    expect(shown).toMatchObject({ posts: 24, peak: 6, peakToUsual: 6 });
    expect(shown?.rate).toBeCloseTo((24 / 700) * 1000);
  });

  test('by rate a unit without posts has no value', () => {
    const [shown] = shownLines({ lines: [line], grain: 'month' }, 'rate');
    expect(shown?.values).toEqual([10, 20, 30, 10, 20, 30, 120, null]);
  });

  test('too little before the peak is no measure of what is usual', () => {
    const early = { ...line, counts: [1, 9, 1], bases: [1, 1, 1] };
    const none = { ...line, counts: [0, 0, 0], bases: [0, 0, 0] };
    const shown = shownLines({ lines: [early, none], grain: 'month' }, 'posts');
    expect(shown[0]).toMatchObject({ peak: 1, peakToUsual: null });
    expect(shown[1]).toMatchObject({ peak: null, peakToUsual: null, rate: null });
  });

  test('as a table for other programs', () => {
    const counts = {
      grain: 'month',
      first: '2021-12',
      units: 2,
      lines: [{ ...line, counts: [1, 2], bases: [3, 0] }],
      found: [4, 5],
      undated: 0,
      outside: 0,
      otherSources: 0,
    } as const;
    const words = { unit: 'Month', perThousand: 'Per 1,000', all: 'All' };
    expect(trendRows(counts, ['江亭日报'], words)).toEqual([
      ['Month', '江亭日报', '江亭日报 (Per 1,000)', 'All'],
      ['2021-12', '1', '333.333', '4'],
      ['2022-01', '2', '', '5'],
    ]);
  });
});

test('the chosen time is a band on the chart, whichever way it was chosen', () => {
  const axis = { first: '2021-01', grain: 'month', units: 19 } as const;
  const bands = (changes: object) => chosenSpans({ ...noFilters, ...changes }, axis);
  expect(bands({})).toEqual([]);
  expect(bands({ from: '2022-03', to: '2022-05' })).toEqual([{ first: 14, last: 16 }]);
  expect(bands({ from: '2022-03-10', to: '2022-03-12' })).toEqual([{ first: 14, last: 14 }]);
  expect(bands({ years: ['2021'], months: ['2022-01', '2022-04'] })).toEqual([
    { first: 0, last: 12 },
    { first: 15, last: 15 },
  ]);
  expect(bands({ from: null, to: '2020-01' })).toEqual([]);
  expect(bands({ from: '2022-06' })).toEqual([{ first: 17, last: 18 }]);
});

test('small bars keep their peaks when several units share one', () => {
  const values = Array.from({ length: 300 }, (_, at) => (at === 123 ? 50 : 1));
  const bars = sparkBars(values, [{ first: 123, last: 123 }]);
  expect(bars.length).toBeLessThanOrEqual(76);
  expect(Math.max(...bars.map(({ height }) => height))).toBe(23);
  expect(bars.filter(({ isChosen }) => isChosen)).toHaveLength(1);
});

test('keys move the crosshair and stop at the ends', () => {
  const axis = { last: 18, page: 12 };
  expect(nextUnit('ArrowRight', 18, axis)).toBe(18);
  expect(nextUnit('ArrowLeft', 5, axis)).toBe(4);
  expect(nextUnit('PageUp', 0, axis)).toBe(12);
  expect(nextUnit('End', 3, axis)).toBe(18);
  expect(nextUnit('x', 3, axis)).toBeNull();
});
