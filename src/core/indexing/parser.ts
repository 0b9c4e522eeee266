import { Worker } from 'node:worker_threads';
import type { ParseOutcome, PostFile } from '../post/parsedPost.ts';
import { overlong, parseSafely, unparsed } from './parseSafely.ts';

/** Turns files into posts, here or in a thread of its own. */
export interface Parser {
  /** Outcomes in the order of the files. Never rejects. */
  readonly parse: (files: readonly PostFile[]) => Promise<readonly ParseOutcome[]>;
  readonly stop: () => void;
}

/** `workerData` that makes the index worker's script a parser. */
export interface ParserWorkerData {
  readonly role: 'parser';
}

/** What a parser thread says: once that it runs, then one answer for each request, in order. */
export type ParserReply = 'ready' | readonly ParseOutcome[];

/** A post takes a millisecond; one that takes so long would never end, in milliseconds. */
const FILE_LIMIT_MS = 20_000;
/** More for large files: the parser's time grows with the size, in milliseconds a byte. */
const LIMIT_MS_PER_BYTE = 2e-3;
/** Most memory the parser may take; a post that needs more is left out instead of ending the app, in megabytes. */
const MEMORY_LIMIT_MB = 2_048;

/** Parses in this very thread; simple, and without a limit of time. */
export function localParser(): Parser {
  return { parse: (files) => Promise.resolve(files.map(parseSafely)), stop: () => undefined };
}

interface Portion {
  readonly files: readonly PostFile[];
  readonly settle: (outcomes: readonly ParseOutcome[]) => void;
}

/**
 * Parses in a thread of its own, so that writing and parsing go on side by side, and a post that would keep the parser
 * busy for ever (or eat all memory) costs only itself: the thread is ended and started again, the posts it had are
 * tried one by one, and the culprit becomes a problem. A thread that cannot even start is replaced by this one.
 *
 * @param script the built index worker
 */
export function threadParser(script: string, limitMs = FILE_LIMIT_MS): Parser {
  return new ThreadParser(script, limitMs);
}

/** Owns the thread and its clock. */
class ThreadParser implements Parser {
  readonly #script: string;
  readonly #limitMs: number;
  #waiting: Portion[] = [];
  #worker: Worker | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isLocal = false;

  constructor(script: string, limitMs: number) {
    this.#script = script;
    this.#limitMs = limitMs;
  }

  parse(files: readonly PostFile[]): Promise<readonly ParseOutcome[]> {
    if (this.#isLocal) return Promise.resolve(files.map(parseSafely));
    return new Promise((settle) => {
      this.#waiting.push({ files, settle });
      if (this.#worker === null) this.#start();
      else this.#worker.postMessage(files);
      if (this.#waiting.length === 1) this.#watch();
    });
  }

  stop(): void {
    this.#waiting = [];
    this.#end();
  }

  #start(): void {
    const workerData: ParserWorkerData = { role: 'parser' };
    const resourceLimits = { maxOldGenerationSizeMb: MEMORY_LIMIT_MB };
    const started = new Worker(this.#script, { workerData, resourceLimits });
    let hasAnswered = false;
    const fail = (reason: string): void => {
      if (this.#worker !== started) return;
      if (hasAnswered) this.#giveUp((file) => unparsed(file, reason));
      else this.#fallBack();
    };
    started.on('message', (reply: ParserReply) => {
      hasAnswered = true;
      if (reply !== 'ready') this.#waiting.shift()?.settle(reply);
      this.#watch();
    });
    started.on('error', (error) => {
      fail(error instanceof Error ? error.message : String(error));
    });
    started.on('exit', () => {
      fail('the parser stopped');
    });
    this.#worker = started;
    for (const { files } of this.#waiting) started.postMessage(files);
    this.#watch();
  }

  /** The clock is that of the portion the thread is busy with. */
  #watch(): void {
    clearTimeout(this.#timer);
    const [first] = this.#waiting;
    if (first === undefined) return;
    const sizeBytes = first.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    this.#timer = setTimeout(
      () => {
        this.#giveUp(overlong);
      },
      this.#limitMs + sizeBytes * LIMIT_MS_PER_BYTE,
    );
  }

  /** Ends the thread; what it was busy with is tried again file by file, and one file alone is given up. */
  #giveUp(explain: (file: PostFile) => ParseOutcome): void {
    this.#end();
    const [first, ...others] = this.#waiting;
    if (first === undefined) return;
    const [only, ...more] = first.files;
    const isAlone = only !== undefined && more.length === 0;
    this.#waiting = isAlone ? others : [...splitUp(first), ...others];
    if (isAlone) first.settle([explain(only)]);
    if (this.#waiting.length > 0) this.#start();
  }

  #fallBack(): void {
    this.#isLocal = true;
    this.#end();
    const portions = this.#waiting;
    this.#waiting = [];
    for (const { files, settle } of portions) settle(files.map(parseSafely));
  }

  #end(): void {
    clearTimeout(this.#timer);
    const ended = this.#worker;
    this.#worker = null;
    void ended?.terminate();
  }
}

/** The same files in portions of one, answered together. */
function splitUp({ files, settle }: Portion): Portion[] {
  const outcomes: ParseOutcome[] = [];
  return files.map((file) => ({
    files: [file],
    settle: (own) => {
      outcomes.push(...own);
      if (outcomes.length === files.length) settle(outcomes);
    },
  }));
}
