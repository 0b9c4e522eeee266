/**
 * The two test runners, each with a report for people on the terminal and one for counting in a file.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterSecondTry, countPlaywright, countVitest, passedTitles } from './counts.mjs';
import { startDisplays } from './displays.mjs';
import { electronEnvironment } from './launch.mjs';
import { projectRoot, stampFolder } from './paths.mjs';
import { hasDisplay } from './readiness.mjs';
import { runInForeground } from './run.mjs';
import { readJson } from './stamps.mjs';
import { toolCommand } from './tools.mjs';

/** As playwright.config.ts has it. */
const WORKERS = 2;

/** Unit and integration tests in plain Node; `filters` are parts of file names, none means all. */
export async function runUnitTests(filters) {
  const report = freshReport('vitest');
  const tool = toolCommand('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ]);
  const exitCode = await runInForeground(tool.command, tool.args, { cwd: projectRoot });
  return countVitest(readJson(report), exitCode);
}

/** More failures than this are no accident: they are not tried again. */
const MOST_AGAIN = 15;

/**
 * Tests of the real app in Electron. What failed beside another test is tried once more alone; what passes then is
 * counted as passed and named, for it wants a look: a loaded machine, or a test that waits for a time and not for a state.
 */
export async function runAppTests(filters) {
  rmSync(join(projectRoot, 'test-results-first'), { recursive: true, force: true });
  const first = await runReported('playwright', filters);
  const failed = first.counts.failed;
  if (failed === 0 || failed > MOST_AGAIN || first.report === null) return first.counts;
  process.stdout.write(`\n${failed} failed beside another test; once more, alone:\n`);
  // The second run empties the folder of traces and pictures; those of the first say more.
  cpSync(join(projectRoot, 'test-results'), join(projectRoot, 'test-results-first'), {
    recursive: true,
  });
  const again = await runReported('playwright-again', ['--last-failed', '--workers=1', ...filters]);
  for (const title of passedTitles(again.report)) process.stdout.write(`UNSTEADY ${title}\n`);
  return afterSecondTry(first.counts, again.counts);
}

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
