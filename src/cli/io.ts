import { isatty } from 'node:tty';

/** Everything a command touches of the world outside, so that tests can stand in for a terminal. */
export interface CliIo {
  /** Puts results on standard output and waits until they are taken, or are lost, which `signal` tells. */
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  /** Puts progress and messages on standard error. */
  readonly say: (text: string) => void;
  /** Whether standard error is a terminal, where one line may be written over. */
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the person stands: relative paths begin here. */
  readonly folder: string;
  /** Aborts when the person presses Ctrl-C or the reader of the output has gone. */
  readonly signal: AbortSignal;
}

/**
 * The process's own streams. npm changes the folder before it starts a script and keeps the person's in `INIT_CWD`
 * (docs.npmjs.com/cli/commands/npm-run-script). When the output is piped into something that ends early (`| head`),
 * the command stops quietly, and nothing failed; when it cannot be written for another reason (`> file` on a full disk),
 * that is said and is a failure. The exit code is the caller's affair.
 */
export function processIo(onOutputLost: (how: 'closed' | 'failed') => void): CliIo {
  const controller = new AbortController();
  let isClosed = false;
  const lose = (error: NodeJS.ErrnoException): void => {
    if (isClosed) return;
    isClosed = true;
    const how = error.code === 'EPIPE' ? 'closed' : 'failed';
    if (how === 'failed') process.stderr.write(`${lossOf(error)}\n`);
    onOutputLost(how);
    controller.abort();
  };
  process.stdout.on('error', lose);
  process.stderr.on('error', () => {
    // Nobody reads the messages: nothing to tell anybody.
  });
  const interrupt = (): void => controller.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  return {
    write: (piece) =>
      new Promise((done) => {
        if (isClosed) return done();
        const { signal } = controller;
        // A reader that reads no more must not hold a command that is to stop.
        const stop = (): void => done();
        if (signal.aborted) done();
        else signal.addEventListener('abort', stop);
        process.stdout.write(piece, (error) => {
          signal.removeEventListener('abort', stop);
          // Before the stream tells its listeners: whoever waits must know.
          if (error) lose(error);
          done();
        });
      }),
    say: (text) => process.stderr.write(text),
    isTerminal: isatty(2),
    environment: process.env,
    folder: process.env['INIT_CWD'] ?? process.cwd(),
    signal: controller.signal,
  };
}

function lossOf({ code, message }: NodeJS.ErrnoException): string {
  const reason = code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : message;
  return `Standard output could not be written: ${reason}.`;
}
