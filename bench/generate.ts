import { parseArgs } from 'node:util';
import { writeArchive } from './generateArchive.ts';

/*
 * Command line of the generator: writes an archive to measure with, prints one JSON line.
 *   generate --out FOLDER [--n 20000] [--seed 1] [--monthly] [--hostile]
 */
const USAGE = 'usage: generate --out FOLDER [--n 20000] [--seed 1] [--monthly] [--hostile]';

process.exitCode = run(process.argv.slice(2));

function run(argumentList: readonly string[]): number {
  const wanted = parseCommandLine(argumentList);
  if (typeof wanted === 'string') {
    process.stderr.write(`${wanted}\n${USAGE}\n`);
    return 2;
  }
  const startedMs = Date.now();
  const summary = writeArchive(wanted.out, wanted, (written) => {
    if (written % 10_000 === 0) process.stderr.write(`${written} of ${wanted.count} posts\n`);
  });
  const seconds = (Date.now() - startedMs) / 1000;
  process.stdout.write(`${JSON.stringify({ folder: wanted.out, ...summary, seconds })}\n`);
  return 0;
}

type Wanted = {
  readonly out: string;
  readonly count: number;
  readonly seed: number;
  readonly layout: 'flat' | 'monthly';
  readonly hostile: boolean;
};

/** What to write, or a sentence that says what is wrong with the command line. */
function parseCommandLine(argumentList: readonly string[]): Wanted | string {
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args: [...argumentList],
      options: {
        out: { type: 'string' },
        n: { type: 'string', default: '20000' },
        seed: { type: 'string', default: '1' },
        monthly: { type: 'boolean', default: false },
        hostile: { type: 'boolean', default: false },
      },
    }));
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
  const { out } = values;
  const count = Number(values['n']);
  const seed = Number(values['seed']);
  if (typeof out !== 'string' || out === '') return '--out needs a folder.';
  if (!Number.isInteger(count) || count < 0) return '--n needs a whole number.';
  if (!Number.isInteger(seed)) return '--seed needs a whole number.';
  const layout = values['monthly'] === true ? 'monthly' : 'flat';
  return { out, count, seed, layout, hostile: values['hostile'] === true };
}
