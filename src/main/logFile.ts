import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Size at which a log is put aside and a new one begun. */
const MOST_BYTES = 512 * 1024;

/** Logs put aside: `broadsheet.1.log` is the newest of them. */
const MOST_ASIDE = 3;

const nameOf = (number: number): string =>
  number === 0 ? 'broadsheet.log' : `broadsheet.${number}.log`;

/** A log in files that never grow beyond some megabytes in all. */
export interface LogFile {
  /** Appends text with the time before each line. Never throws: a full disk must not end the app. */
  readonly write: (text: string, now: Date) => void;
}

/** The log of a folder, made when it is not there. Folders of the reader's home are written as `~`. */
export function openLogFile(folder: string, home = homedir()): LogFile {
  const file = join(folder, nameOf(0));
  let bytes = sizeOf(file);
  return {
    write: (text, now) => {
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      if (lines.length === 0) return;
      const plain = lines.map((line) => (home === '' ? line : line.replaceAll(home, '~')));
      const written = plain.map((line) => `${now.toISOString()} ${line}\n`).join('');
      try {
        mkdirSync(folder, { recursive: true });
        if (bytes > MOST_BYTES) {
          putAside(folder);
          bytes = 0;
        }
        appendFileSync(file, written);
        bytes += Buffer.byteLength(written);
      } catch {
        // Nothing is lost but a line of the log.
      }
    },
  };
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

function putAside(folder: string): void {
  for (let number = MOST_ASIDE - 1; number >= 0; number -= 1) {
    try {
      renameSync(join(folder, nameOf(number)), join(folder, nameOf(number + 1)));
    } catch {
      // Not there yet.
    }
  }
}

/**
 * Keeps what this process and its threads write to their error output in a log too, so that a reader who did not start
 * the app from a terminal can find it. Nothing of it leaves the computer.
 */
export function keepErrorOutput(folder: string): void {
  const log = openLogFile(folder);
  const { stderr } = process;
  const write = stderr.write.bind(stderr);
  const both: typeof stderr.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]) => {
    log.write(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'), new Date());
    const [encoding, done] = rest;
    if (typeof encoding === 'function') return write(chunk, () => void encoding());
    return write(chunk, () => {
      if (typeof done === 'function') done();
    });
  };
  stderr.write = both;
}
