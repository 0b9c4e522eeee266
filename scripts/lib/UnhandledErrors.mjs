/**
 * A reporter for Vitest that keeps what no test is blamed for: errors outside of every test. Such a run fails although
 * all its tests passed, and the JSON report does not say why. The file's path comes by BROADSHEET_UNHANDLED_ERRORS.
 * Source: Vitest's reporter API, onTestRunEnd.
 */
import { writeFileSync } from 'node:fs';

// oxlint-disable-next-line import/no-default-export -- Vitest takes the default export of a reporter
export default class UnhandledErrors {
  /** Writes the errors as a list of `{ file, title, reason }`, as scripts/lib/failures.mjs has them. */
  onTestRunEnd(_modules, errors) {
    const path = process.env['BROADSHEET_UNHANDLED_ERRORS'];
    if (path === undefined) return;
    const rows = errors.map(({ name, message, stack, VITEST_TEST_PATH, VITEST_TEST_NAME }) => ({
      file: VITEST_TEST_PATH ?? 'outside of the tests',
      title: VITEST_TEST_NAME ?? 'an error that no test caught',
      reason: [`${name ?? 'Error'}: ${message ?? ''}`, ...(stack ?? '').split('\n').slice(1, 4)]
        .map((line) => line.trim())
        .join(' '),
    }));
    writeFileSync(path, JSON.stringify(rows));
  }
}
