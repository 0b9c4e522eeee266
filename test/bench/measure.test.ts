import { describe, expect, it } from 'vitest';
import { figure, judged, markdown, percentile, rowOf, table } from '../../bench/measure.ts';

const base = { name: 'first index', posts: 1_000, unit: 's' };

describe('figure', () => {
  it('gives the value over the baseline, and the other way round for "times faster"', () => {
    expect(figure({ ...base, value: 7, baseline: 2 }).ratio).toBe(3.5);
    expect(figure({ ...base, value: 2, baseline: 300, isTimesFaster: true }).ratio).toBe(150);
  });

  it('has no ratio without a baseline', () => {
    expect(rowOf(figure({ ...base, value: 7 }))).toEqual({
      ...base,
      value: 7,
      baseline: null,
      ratio: null,
    });
    expect(figure({ ...base, value: 7, baseline: 0 }).ratio).toBeNull();
  });
});

describe('judged', () => {
  it('says what is asked and whether it is met', () => {
    const goal = { of: 'ratio', atMost: 3.5 } as const;
    expect(judged(figure({ ...base, value: 7, baseline: 2, goal }))).toBe('≤ 3.5× met');
    expect(judged(figure({ ...base, value: 8, baseline: 2, goal }))).toBe('≤ 3.5× MISSED');
    const least = { of: 'value', atLeast: 10 } as const;
    expect(judged(figure({ ...base, value: 8, goal: least }))).toBe('≥ 10 s MISSED');
    expect(judged(figure({ ...base, value: 8 }))).toBe('');
  });
});

describe('percentile', () => {
  it('takes the nearest rank', () => {
    const samples = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(percentile(samples, 0.5)).toBe(50);
    expect(percentile(samples, 0.95)).toBe(95);
    expect(percentile([4], 0.95)).toBe(4);
    expect(percentile([], 0.95)).toBe(0);
  });
});

describe('tables', () => {
  it('line up for a terminal and for Markdown', () => {
    const lines = table([figure({ ...base, value: 1_234.5, baseline: 10 })]).split('\n');
    expect(lines[1]).toBe('first index  1,000  1,235 s  10 s      123×');
    expect(
      markdown([
        ['posts', '1,000'],
        ['first index', '7 s'],
      ]),
    ).toBe('| posts | 1,000 |\n|---|---|\n| first index | 7 s |');
  });
});
