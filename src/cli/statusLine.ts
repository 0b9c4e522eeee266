import type { CliIo } from './io.ts';
import { printable } from './printable.ts';

/** Progress on standard error: one line written over on a terminal, else a new line now and then. */
export interface StatusLine {
  readonly show: (text: string) => void;
  /** Leaves a clean line for what comes next. */
  readonly end: () => void;
}

const ON_TERMINAL_EVERY_MS = 100;
/** In a log file progress is worth a line only this often. */
const ELSEWHERE_EVERY_MS = 5_000;
/** Text after this many characters would wrap and could not be written over. */
const MAX_CHARACTERS = 78;

/** A status line that has shown nothing yet. */
export function createStatusLine(io: Pick<CliIo, 'say' | 'isTerminal'>): StatusLine {
  const everyMs = io.isTerminal ? ON_TERMINAL_EVERY_MS : ELSEWHERE_EVERY_MS;
  // A short run in a log says nothing of its progress.
  let shownAt = io.isTerminal ? Number.NEGATIVE_INFINITY : performance.now();
  let isOpen = false;
  return {
    show: (text) => {
      const now = performance.now();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      const line = printable(text);
      if (!io.isTerminal) {
        io.say(`${line}\n`);
        return;
      }
      isOpen = true;
      io.say(`\r${fit(line)}${CLEAR_TO_END}`);
    },
    end: () => {
      if (isOpen) io.say(`\r${CLEAR_TO_END}`);
      isOpen = false;
    },
  };
}

/** ECMA-48 "erase in line". */
const CLEAR_TO_END = '\u001B[K';

/** Wide characters take two columns. */
function fit(line: string): string {
  let columns = 0;
  let end = 0;
  for (const character of line) {
    columns +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u.test(
        character,
      )
        ? 2
        : 1;
    if (columns > MAX_CHARACTERS) return `${line.slice(0, end)}…`;
    end += character.length;
  }
  return line;
}
