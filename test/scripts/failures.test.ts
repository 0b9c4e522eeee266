import { describe, expect, it } from 'vitest';
import {
  failedInPlaywright,
  failedInVitest,
  failureLine,
  passedAgain,
  passedInPlaywright,
} from '../../scripts/lib/failures.mjs';

const assertion = (fullName: string, status: string, failureMessages: readonly string[] = []) => ({
  fullName,
  status,
  failureMessages,
});

describe('what failed in Vitest', () => {
  const report = {
    testResults: [
      {
        name: '/a.test.ts',
        status: 'failed',
        assertionResults: [
          assertion('a one', 'passed'),
          assertion('a two', 'failed', [
            '\u001b[31mAssertionError: 1 is not 2\u001b[39m\n    at x',
          ]),
        ],
      },
      { name: '/b.test.ts', status: 'failed', message: 'SyntaxError: no', assertionResults: [] },
    ],
  };

  it('is named with the first line of its reason, files that could not be loaded too', () => {
    expect(failedInVitest(report).map(failureLine)).toEqual([
      'FAILED /a.test.ts: a two (AssertionError: 1 is not 2)',
      'FAILED /b.test.ts: the file could not be loaded (SyntaxError: no)',
    ]);
    expect(failedInVitest(null)).toEqual([]);
  });

  it('has passed again only where the very test ran and passed', () => {
    const failed = failedInVitest(report);
    const again = {
      testResults: [
        { name: '/a.test.ts', assertionResults: [assertion('a two', 'passed')] },
        { name: '/b.test.ts', assertionResults: [assertion('b', 'failed')] },
      ],
    };
    expect(passedAgain(failed, again).map(({ title }) => title)).toEqual(['a two']);
    const onlyOther = {
      testResults: [
        { name: '/a.test.ts', assertionResults: [assertion('a one', 'passed')] },
        { name: '/b.test.ts', assertionResults: [assertion('b', 'passed')] },
      ],
    };
    expect(passedAgain(failed, onlyOther).map(({ file }) => file)).toEqual(['/b.test.ts']);
    expect(passedAgain(failed, null)).toEqual([]);
  });
});

describe('what failed and passed in Playwright', () => {
  const spec = (title: string, ok: boolean) => ({
    file: 'a.spec.ts',
    title,
    ok,
    tests: [{ results: [ok ? {} : { error: { message: 'Error: not there\n  at x' } }] }],
  });
  const report = {
    suites: [
      {
        specs: [spec('one', true), spec('two', false)],
        suites: [{ specs: [spec('three', true)] }],
      },
    ],
  };

  it('is named, from every depth of the report', () => {
    expect(failedInPlaywright(report).map(failureLine)).toEqual([
      'FAILED a.spec.ts: two (Error: not there)',
    ]);
    expect(passedInPlaywright(report)).toEqual([
      { file: 'a.spec.ts', title: 'one' },
      { file: 'a.spec.ts', title: 'three' },
    ]);
    expect(failedInPlaywright(null)).toEqual([]);
    expect(passedInPlaywright(null)).toEqual([]);
  });
});
