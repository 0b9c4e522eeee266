import { describe, expect, it } from 'vitest';
import {
  addCounts,
  afterSecondTry,
  closingLine,
  countPlaywright,
  countVitest,
} from '../../scripts/lib/counts.mjs';

describe('the closing line of npm test', () => {
  it('names passed and failed, and skipped only when something was', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(closingLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
  });

  it('sums the parts', () => {
    const unit = { passed: 3, failed: 1, skipped: 0 };
    const app = { passed: 4, failed: 0, skipped: 2 };
    expect(addCounts(unit, app)).toEqual({ passed: 7, failed: 1, skipped: 2 });
    expect(addCounts()).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

describe('countVitest', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [],
  };

  it('takes the numbers of the report', () => {
    expect(countVitest(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const unloaded = { ...report, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countVitest(unloaded, 1).failed).toBe(2);
  });

  it('never calls a failed run a success', () => {
    expect(countVitest(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countVitest({ ...report, numFailedTests: 0 }, 1).failed).toBe(1);
  });
});

describe('countPlaywright', () => {
  it('counts a test that passed only when repeated as failed', () => {
    const report = { stats: { expected: 8, unexpected: 1, flaky: 1, skipped: 2 } };
    expect(countPlaywright(report, 1)).toEqual({ passed: 8, failed: 2, skipped: 2 });
  });

  it('never calls a run without a report a success', () => {
    expect(countPlaywright(null, 1).failed).toBe(1);
    expect(countPlaywright(null, 0)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

describe('a second try of failed tests', () => {
  const first = { passed: 10, failed: 3, skipped: 1 };

  it('takes over what passed then, and nothing else', () => {
    expect(afterSecondTry(first, { passed: 2, failed: 1, skipped: 0 })).toEqual({
      passed: 12,
      failed: 1,
      skipped: 1,
    });
    // A second run that broke off, or ran other tests, mends nothing that it did not run.
    expect(afterSecondTry(first, { passed: 0, failed: 1, skipped: 0 }).failed).toBe(3);
    expect(afterSecondTry(first, { passed: 300, failed: 2, skipped: 0 }).failed).toBe(2);
  });
});
