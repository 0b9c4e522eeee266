/**
 * The two test runners, each with a report for people on the terminal and one for counting in a file.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { countPlaywright, countVitest } from './counts.mjs';
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

/** Tests of the real app in Electron. */
export async function runAppTests(filters) {
  const report = freshReport('playwright');
  const exitCode = await runPlaywright('app', filters, {
    reporters: 'list,json',
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return countPlaywright(readJson(report), exitCode);
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
