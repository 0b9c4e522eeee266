/**
 * What failed, from the reports of the test runners: a long run ends with its names, so that nobody has to look for them
 * far above.
 */

/**
 * Tests that failed in Vitest's JSON report, and files that could not even be loaded.
 *
 * @param {unknown} report the parsed report, or null when there is none
 * @returns {readonly { readonly file: string, readonly title: string, readonly reason: string }[]} `file` as the report
 *   has it, `title` empty for a file that could not be loaded, `reason` one line, empty where none was given
 */
export function failedInVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults = [] }) => {
    if (status === 'failed' && assertionResults.length === 0)
      return [{ file: name, title: '', reason: firstLine(message) }];
    return assertionResults
      .filter((each) => each.status === 'failed')
      .map(({ fullName, failureMessages = [] }) => ({
        file: name,
        title: fullName,
        reason: firstLine(failureMessages[0]),
      }));
  });
}

/**
 * Tests that failed in Playwright's JSON report, as `failedInVitest` gives them.
 *
 * @param {unknown} report the parsed report, or null when there is none
 */
export function failedInPlaywright(report) {
  return specsOf(report)
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests = [] }) => ({ file, title, reason: firstLine(reasonOf(tests)) }));
}

/**
 * Tests that passed in Playwright's JSON report, with their files.
 *
 * @param {unknown} report the parsed report, or null when there is none
 * @returns {readonly { readonly file: string, readonly title: string }[]}
 */
export function passedInPlaywright(report) {
  return specsOf(report)
    .filter(({ ok }) => ok)
    .map(({ file, title }) => ({ file, title }));
}

/**
 * Those of the tests that failed first and passed when their files were run again: file and title are the same. A file
 * that could not be loaded passes when it now has tests and none of them failed.
 *
 * @param {readonly { readonly file: string, readonly title: string }[]} failed of the first run
 * @param {unknown} again Vitest's report of the second run, or null
 */
export function passedAgain(failed, again) {
  return failed.filter(({ file, title }) => {
    const tests = (again?.testResults ?? []).find(({ name }) => name === file)?.assertionResults;
    if (tests === undefined) return false;
    if (title === '') return tests.length > 0 && tests.every(({ status }) => status !== 'failed');
    return tests.some(({ fullName, status }) => fullName === title && status === 'passed');
  });
}

/** One line for a person: `test/a.test.ts: what it says (why)`. */
export function failureLine({ file, title, reason }) {
  const name = title === '' ? 'the file could not be loaded' : title;
  return `FAILED ${file}: ${name}${reason === '' ? '' : ` (${reason})`}`;
}

const MOST_CHARACTERS = 200;

// Terminal colours are for the terminal.
const COLOURS = /\u001b\[[0-9;]*m/gu;

function specsOf(report) {
  const ofSuite = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(ofSuite)];
  return (report?.suites ?? []).flatMap(ofSuite);
}

function firstLine(text) {
  const line = (text ?? '').replaceAll(COLOURS, '').trim().split('\n')[0] ?? '';
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}

function reasonOf(tests) {
  return tests.flatMap(({ results = [] }) => results).find(({ error }) => error !== undefined)
    ?.error?.message;
}
