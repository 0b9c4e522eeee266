/**
 * Counting what the test runners reported, for the closing line of `npm test`.
 */

/** Counts of nothing. */
const noCounts = Object.freeze({ passed: 0, failed: 0, skipped: 0 });

/** The sum of several counts. */
export function addCounts(...all) {
  return all.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
    }),
    noCounts,
  );
}

/**
 * Counts from Vitest's JSON report. A file that could not even be loaded has no tests to count: it counts as one
 * failure, and so does a run that failed without saying why.
 *
 * @param {unknown} report the parsed report, or null when there is none
 * @param {number} exitCode of the run
 */
export function countVitest(report, exitCode) {
  const unloaded = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && (file.assertionResults ?? []).length === 0,
  ).length;
  return blameExitCode(exitCode, {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + unloaded,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
}

/**
 * Counts from Playwright's JSON report of one run. A test that passed only when repeated in it counts as failed.
 *
 * @param {unknown} report the parsed report, or null when there is none
 * @param {number} exitCode of the run
 */
export function countPlaywright(report, exitCode) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return blameExitCode(exitCode, { passed: expected, failed: unexpected + flaky, skipped });
}

/**
 * Counts of a run after its failed tests were run once more. Only tests that were really run again and passed change
 * sides; where the second run lost some, they stay failed.
 */
export function afterSecondTry(first, again) {
  const mended = Math.min(again.passed, first.failed);
  return {
    ...first,
    passed: first.passed + mended,
    failed: Math.max(first.failed - mended, again.failed),
  };
}

/** The closing line: `12 passed, 0 failed`, with `, 1 skipped` only when something was. */
export function closingLine(counts) {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`;
}

function blameExitCode(exitCode, counts) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
