/**
 * The two test runners, each with a report for people on the terminal and one for counting in a file.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { countPlaywright, countVitest } from './counts.mjs';
import { electronEnvironment, withDisplay } from './launch.mjs';
import { projectRoot, stampFolder } from './paths.mjs';
import { runInForeground } from './run.mjs';
import { readJson } from './stamps.mjs';
import { toolCommand } from './tools.mjs';

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

/** One project of playwright.config.ts, under xvfb-run where there is no display; gives the exit code. */
export async function runPlaywright(
  project,
  filters,
  { reporters = 'list', environment = {} } = {},
) {
  const tool = toolCommand(
    '@playwright/test',
    ['test', `--project=${project}`, `--reporter=${reporters}`, ...filters],
    'playwright',
  );
  const { command, args } = withDisplay(tool.command, tool.args);
  return runInForeground(command, args, {
    cwd: projectRoot,
    env: { ...electronEnvironment(), ...environment },
  });
}

function freshReport(name) {
  const path = join(stampFolder, 'reports', `${name}.json`);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  return path;
}
