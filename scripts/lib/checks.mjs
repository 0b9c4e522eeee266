/**
 * The checks that read the sources without running them: types, lint, formatting, dead code.
 */
import { projectRoot } from './paths.mjs';
import { run } from './run.mjs';
import { toolCommand } from './tools.mjs';

const CHECKS = [
  {
    name: 'types of main, core and tests',
    tool: ['typescript', ['-p', 'tsconfig.node.json'], 'tsc'],
  },
  { name: 'types of the window', tool: ['typescript', ['-p', 'tsconfig.web.json'], 'tsc'] },
  {
    name: 'lint',
    tool: ['oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives']],
  },
  { name: 'formatting', tool: ['oxfmt', ['--check', '.']] },
  { name: 'dead code', tool: ['knip', []] },
];

/**
 * Runs all of them, whatever fails, and prints a line for each with what it had to say below.
 *
 * @returns {Promise<{ counts: { passed: number, failed: number, skipped: number }, failures: readonly string[] }>}
 *   the failures a line each
 */
export async function runChecks(write = (text) => process.stdout.write(`${text}\n`)) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  for (const { name, tool } of CHECKS) {
    const startedAt = Date.now();
    const { command, args } = toolCommand(...tool);
    const result = await run(command, args, {
      cwd: projectRoot,
      env: { ...process.env, NO_COLOR: '1' },
      timeoutMs: 600_000,
    });
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    const isPassed = result.code === 0;
    write(`${isPassed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
    if (!isPassed) write(result.output.trimEnd() || `it was ended by ${result.ended}`);
    if (!isPassed) failures.push(`FAILED ${name}`);
    counts[isPassed ? 'passed' : 'failed'] += 1;
  }
  return { counts, failures };
}
