/**
 * What set-up prints: one line for each step, a sign of life for the long ones, one sentence for a failure.
 */
import { SetupFailure } from './run.mjs';

/**
 * A reporter for a fixed number of steps.
 *
 * @param {number} total how many steps there are
 * @param {(line: string) => void} [write] where lines go (stderr keeps stdout free for results)
 */
export function createReporter(total, write = (line) => process.stderr.write(`${line}\n`)) {
  let current = 0;
  return {
    /** Begins the next step; lines printed until the next call belong to it. */
    begin: () => (current += 1),
    /** `[2/5] title: text` */
    line: (title, text) => write(`[${current}/${total}] ${title}: ${text}`),
    /** An indented line below the step's own. */
    note: (text) => write(`      ${text}`),
  };
}

/** A reporter that stays silent, for checks that only want the answer. */
export const silentReporter = { begin: () => 0, line: () => {}, note: () => {} };

/** `1 m 05 s` or `12 s`. */
export function formatSeconds(seconds) {
  const whole = Math.round(seconds);
  return whole < 60
    ? `${whole} s`
    : `${Math.floor(whole / 60)} m ${String(whole % 60).padStart(2, '0')} s`;
}

/**
 * Runs a script's main function. A SetupFailure ends with its sentence and exit code 1; anything else is a fault
 * of the script and shows its stack.
 *
 * @param {() => Promise<number | void>} main gives the exit code; nothing means 0
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (failure) {
    const text = failure instanceof SetupFailure ? failure.message : (failure?.stack ?? failure);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  }
}
