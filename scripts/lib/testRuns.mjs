/**
 * The two test runners, each with a report for people on the terminal and one for counting in a file.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { afterSecondTry, countPlaywright, countVitest } from './counts.mjs';
import { startDisplays } from './displays.mjs';
import {
  failedInPlaywright,
  failedInVitest,
  failureLine,
  passedAgain,
  passedInPlaywright,
} from './failures.mjs';
import { electronEnvironment } from './launch.mjs';
import { projectRoot, stampFolder } from './paths.mjs';
import { hasDisplay } from './readiness.mjs';
import { runInForeground } from './run.mjs';
import { readJson } from './stamps.mjs';
import { toolCommand } from './tools.mjs';

/** As playwright.config.ts has it. */
const WORKERS = 2;

/** More failures than this are no accident: they are not tried again. */
const MOST_AGAIN = 15;

/**
 * Unit and integration tests in plain Node; `filters` are parts of file names, none means all. Files with failures are
 * tried once more, one after the other, as `runAppTests` does it.
 *
 * @returns {Promise<{ counts: object, failures: readonly string[] }>} the failures a line each
 */
export async function runUnitTests(filters) {
  const first = await runVitest('vitest', filters);
  const failed = failedInVitest(first.report);
  if (failed.length === 0 || failed.length > MOST_AGAIN) return endOfUnitTests(first, failed, []);
  sayAgain(failed.length);
  const files = [...new Set(failed.map(({ file }) => file))];
  const again = await runVitest('vitest-again', [...files, '--no-file-parallelism']);
  return endOfUnitTests(first, failed, passedAgain(failed, again.report));
}

function endOfUnitTests({ counts, unhandled }, failed, mended) {
  for (const { file, title } of mended) sayUnsteady(shortFile(file), title);
  const left = [...failed.filter((each) => !mended.includes(each)), ...unhandled];
  return {
    counts: afterSecondTry(counts, { passed: mended.length, failed: left.length, skipped: 0 }),
    failures: left.map((each) => failureLine({ ...each, file: shortFile(each.file) })),
  };
}

async function runVitest(name, args) {
  const path = freshReport(name);
  const unhandledPath = freshReport(`${name}-unhandled`);
  const tool = toolCommand('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--reporter=${join(projectRoot, 'scripts/lib/UnhandledErrors.mjs')}`,
    `--outputFile.json=${path}`,
    ...args,
  ]);
  const exitCode = await runInForeground(tool.command, tool.args, {
    cwd: projectRoot,
    env: { ...process.env, BROADSHEET_UNHANDLED_ERRORS: unhandledPath },
  });
  const report = readJson(path);
  return {
    report,
    counts: countVitest(report, exitCode),
    unhandled: readJson(unhandledPath) ?? [],
  };
}

/**
 * Tests of the real app in Electron. What failed beside another test is tried once more alone; what passes then is
 * counted as passed and named, for it wants a look: a loaded machine, or a test that waits for a time and not for a state.
 *
 * @returns {Promise<{ counts: object, failures: readonly string[] }>} the failures a line each
 */
export async function runAppTests(filters) {
  rmSync(join(projectRoot, 'test-results-first'), { recursive: true, force: true });
  const first = await runReported('playwright', filters);
  const failed = first.counts.failed;
  if (failed === 0 || failed > MOST_AGAIN || first.report === null) return endOfAppTests(first);
  sayAgain(failed);
  // The second run empties the folder of traces and pictures; those of the first say more.
  cpSync(join(projectRoot, 'test-results'), join(projectRoot, 'test-results-first'), {
    recursive: true,
  });
  const again = await runReported('playwright-again', ['--last-failed', '--workers=1', ...filters]);
  for (const { file, title } of passedInPlaywright(again.report)) sayUnsteady(file, title);
  return endOfAppTests({
    report: again.report ?? first.report,
    counts: afterSecondTry(first.counts, again.counts),
  });
}

function endOfAppTests({ report, counts }) {
  return { counts, failures: failedInPlaywright(report).map(failureLine) };
}

function sayAgain(failed) {
  process.stdout.write(`\n${failed} failed beside another test; once more, alone:\n`);
}

function sayUnsteady(file, title) {
  process.stdout.write(`UNSTEADY ${file}: ${title}\n`);
}

const shortFile = (file) => (isAbsolute(file) ? relative(projectRoot, file) : file);

async function runReported(name, filters) {
  const path = freshReport(name);
  const exitCode = await runPlaywright('app', filters, {
    reporters: 'list,json',
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: path },
  });
  const report = readJson(path);
  return { report, counts: countPlaywright(report, exitCode) };
}

/**
 * One project of playwright.config.ts; gives the exit code. Without a display each worker gets a virtual one of its own
 * (test/e2e/launch.ts picks it).
 */
export async function runPlaywright(
  project,
  filters,
  { reporters = 'list', environment = {} } = {},
) {
  const { command, args } = toolCommand(
    '@playwright/test',
    ['test', `--project=${project}`, `--reporter=${reporters}`, ...filters],
    'playwright',
  );
  const displays = hasDisplay() ? null : await startDisplays(WORKERS);
  const screens =
    displays === null
      ? {}
      : { DISPLAY: displays.names[0], BROADSHEET_TEST_DISPLAYS: displays.names.join(',') };
  try {
    return await runInForeground(command, args, {
      cwd: projectRoot,
      env: { ...electronEnvironment(), ...environment, ...screens },
    });
  } finally {
    displays?.stop();
  }
}

function freshReport(name) {
  const path = join(stampFolder, 'reports', `${name}.json`);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  return path;
}
