import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createExportMeter } from '../../../src/main/export/exportMeter.ts';
import { workStages, type ExportProgress } from '../../../src/shared/exportModel.ts';

/** The clock that the meter reads. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

function metered(
  totalPosts: number,
  isMerged = true,
): {
  readonly told: readonly ExportProgress[];
  readonly tell: ReturnType<typeof createExportMeter>;
} {
  const told: ExportProgress[] = [];
  return {
    told,
    tell: createExportMeter({ jobId: 'one', totalPosts, isMerged }, (step) => void told.push(step)),
  };
}

describe('the time left', () => {
  test('is not guessed before there is anything to go by', () => {
    const { told, tell } = metered(100);
    tell({ stage: 'reading', donePosts: 0, donePages: null });
    vi.advanceTimersByTime(400);
    tell({ stage: 'printing', donePosts: 50, donePages: 90 });
    vi.advanceTimersByTime(60_000);
    tell({ stage: 'printing', donePosts: 1, donePages: 2 });
    expect(told.map(({ secondsLeft }) => secondsLeft)).toEqual([null, null, null]);
  });

  test('falls at an even pace down to nothing, in whole seconds', () => {
    const { told, tell } = metered(1000);
    vi.advanceTimersByTime(1000);
    for (let post = 100; post <= 1000; post += 100) {
      vi.advanceTimersByTime(7300);
      tell({ stage: 'printing', donePosts: post, donePages: post * 2 });
    }
    vi.advanceTimersByTime(7000);
    tell({ stage: 'contents', donePosts: 1000, donePages: 2000, share: 1 });
    vi.advanceTimersByTime(17_000);
    tell({ stage: 'stamping', donePosts: 1000, donePages: 2000, share: 1 });
    vi.advanceTimersByTime(2000);
    tell({ stage: 'writing', donePosts: 1000, donePages: 2000, share: 1 });
    const left = told.map(({ secondsLeft }) => secondsLeft ?? -1);
    // The whole takes a hundred seconds as it goes on; after a tenth of the printing 91.7 of them are left.
    expect(Math.abs((left[0] ?? 0) - 91.7)).toBeLessThan(3);
    expect(Math.abs((left[9] ?? 0) - 26)).toBeLessThan(2);
    expect(left).toEqual(left.toSorted((a, b) => b - a));
    expect(left.at(-1)).toBe(0);
    for (const seconds of left) expect(Number.isInteger(seconds)).toBe(true);
  });

  test('ends with the last print where each post is a file of its own', () => {
    const { told, tell } = metered(100, false);
    vi.advanceTimersByTime(1000);
    for (let post = 10; post <= 100; post += 10) {
      vi.advanceTimersByTime(9900);
      tell({ stage: 'printing', donePosts: post, donePages: post * 2 });
    }
    const left = told.map(({ secondsLeft }) => secondsLeft ?? -1);
    // A hundred seconds in all.
    expect(Math.abs((left[4] ?? 0) - 50)).toBeLessThan(2);
    expect(left.at(-1)).toBe(0);
  });

  test('is told in every stage, also of an export without posts', () => {
    const { told, tell } = metered(0);
    vi.advanceTimersByTime(10_000);
    for (const stage of workStages) tell({ stage, donePosts: 0, donePages: null });
    expect(told.map(({ stage }) => stage)).toEqual(workStages);
    for (const { secondsLeft } of told) expect(secondsLeft ?? 0).toBeGreaterThanOrEqual(0);
  });
});
