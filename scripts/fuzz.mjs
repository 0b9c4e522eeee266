/**
 * `npm run fuzz [-- --seed N --count N]`: broken and random front matter, Markdown, HTML, bytes, file names, queries, links
 * and library files (test/fuzz), 20,000 of them unless told otherwise. Another seed makes other ones; the same seed and
 * count make the same ones. A failing input is made small and saved under `.cache/fuzz`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './lib/paths.mjs';
import { formatSeconds, runMain } from './lib/progress.mjs';
import { runInForeground, SetupFailure } from './lib/run.mjs';
import { ensureSetUp } from './lib/setup.mjs';
import { toolCommand } from './lib/tools.mjs';

const folder = join(projectRoot, '.cache', 'fuzz');

await runMain(async () => {
  const { seed, count } = readOptions();
  await ensureSetUp();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say(`Seed ${seed}, ${count} inputs`);
  const startedAt = Date.now();
  const tool = toolCommand('vitest', ['run', '--project', 'fuzz']);
  const env = {
    ...process.env,
    BROADSHEET_FUZZ_COUNT: count,
    BROADSHEET_FUZZ_FOLDER: folder,
    BROADSHEET_SEED: seed,
  };
  const exitCode = await runInForeground(tool.command, tool.args, { cwd: projectRoot, env });
  reportCounts();
  const took = formatSeconds((Date.now() - startedAt) / 1000);
  say(`${exitCode === 0 ? 'Nothing failed' : `Failed; inputs are in ${folder}`}. Took ${took}.`);
  return exitCode;
});

function readOptions() {
  const values = parse();
  if (values === null || !/^\d{1,6}$/.test(values.seed) || !/^[1-9]\d{0,7}$/.test(values.count)) {
    throw new SetupFailure('npm run fuzz takes --seed N and --count N.');
  }
  return values;
}

function parse() {
  try {
    const options = {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '20000' },
    };
    return parseArgs({ options }).values;
  } catch {
    return null;
  }
}

/** One line an area that held: its inputs, its time, and the processor time of its slowest input. */
function reportCounts() {
  const lines = readCounts().toSorted((one, other) => one[0].localeCompare(other[0]));
  for (const [area, inputs, seconds, longestMs] of lines) {
    say(
      `${area.padEnd(18)}${inputs.padStart(7)} inputs${seconds.padStart(6)} s, slowest ${longestMs} ms`,
    );
  }
  const total = lines.reduce((sum, [, inputs]) => sum + Number(inputs), 0);
  say(`${'all'.padEnd(18)}${String(total).padStart(7)} inputs`);
}

function readCounts() {
  try {
    const text = readFileSync(join(folder, 'counts.txt'), 'utf8');
    return text
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
  } catch {
    return [];
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
