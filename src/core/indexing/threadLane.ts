import { Buffer } from 'node:buffer';
import { Worker } from 'node:worker_threads';
import type { ArchivePlace, FileAnswer, FileTask } from './fileTask.ts';
import { overlong, undone, workOnFiles } from './fileTask.ts';
import { LocalLane } from './localLane.ts';
import type { Lane, PortionUnderWay } from './portion.ts';

/** `workerData` that makes the index worker's script a parser. */
export interface ParserWorkerData extends ArchivePlace {
  readonly role: 'parser';
  /** What the thread is busy with, shared with it; see `stepOf`. */
  readonly step: Uint8Array;
  /** Which file of the list it is at, shared with it: 1 for the first; 0 = none, or it does not tell. */
  readonly turn: Uint32Array;
}

/** What a parser thread says: once that it runs, then the answers as they come, in the order of the tasks. */
export type ParserReply = 'ready' | TaskAnswers;

/** Answers that go from thread to thread together; large parts of them may be transferred instead of copied. */
interface TaskAnswers {
  readonly answers: readonly FileAnswer[];
}

/** The built index worker, and what its threads are to work on. */
export interface LaneRequest extends ArchivePlace {
  readonly script: string;
  /** How long a thread may be silent, in milliseconds, besides what large files take. */
  readonly limitMs: number;
}

/** A disk that has to wake up, or a computer busy with other things, gives a file so many times as long. */
const MOST_TURNS = 4;
/** More for large files: the parser's time grows with the size, in milliseconds a byte. */
const LIMIT_MS_PER_BYTE = 2e-3;
/** A thread starts within a second; one that does not start at all is done without, in milliseconds. */
const START_LIMIT_MS = 60_000;
/** Most memory a parser may take; a post that needs more is left out instead of ending the app, in megabytes. */
const MEMORY_LIMIT_MB = 2_048;

/**
 * Works on portions in a thread of its own. A file that would keep the thread busy for ever (a disk that gives nothing, a
 * text that no parser ends with) or eat all memory costs only itself: the thread is ended and started again, the files
 * it had are tried one by one, and the culprit becomes a problem. A thread that cannot even start is replaced by this one.
 */
export class ThreadLane implements Lane {
  readonly #request: LaneRequest;
  readonly #step = new Uint8Array(new SharedArrayBuffer(STEP_BYTES));
  readonly #turn = new Uint32Array(new SharedArrayBuffer(Uint32Array.BYTES_PER_ELEMENT));
  /** The files of the portion under way as they were sent to the thread that runs now. */
  #sent = new Map<PortionUnderWay, readonly FileTask[]>();
  #portions: PortionUnderWay[] = [];
  #worker: Worker | null = null;
  /** Whether the thread has said anything yet. */
  #isRunning = false;
  /** What this process, and so the thread at most, had used of the processor when the clock was started. */
  #cpuBefore = process.cpuUsage();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #local: LocalLane | null = null;

  constructor(request: LaneRequest) {
    this.#request = request;
  }

  warmUp(): void {
    if (this.#worker === null && this.#local === null) this.#start();
  }

  waiting(): number {
    if (this.#local !== null) return this.#local.waiting();
    return this.#portions.reduce((sum, { left }) => sum + left.length, 0);
  }

  send(portion: PortionUnderWay): void {
    if (this.#local !== null) {
      this.#local.send(portion);
      return;
    }
    this.#portions.push(portion);
    if (this.#worker === null) this.#start();
    else this.#post(this.#worker, portion);
    if (this.#portions.length === 1) this.#watch();
  }

  stop(): void {
    this.#portions = [];
    this.#local?.stop();
    this.#end();
  }

  #start(): void {
    const { folder, site, choices, script } = this.#request;
    const workerData: ParserWorkerData = {
      role: 'parser',
      folder,
      site,
      choices,
      step: this.#step,
      turn: this.#turn,
    };
    const resourceLimits = { maxOldGenerationSizeMb: MEMORY_LIMIT_MB };
    const started = new Worker(script, { workerData, resourceLimits });
    this.#isRunning = false;
    let reason = 'the parser stopped';
    started.on('message', (reply: ParserReply) => {
      if (this.#worker !== started) return;
      this.#isRunning = true;
      if (reply !== 'ready') this.#settle(reply.answers);
      this.#watch();
    });
    started.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    // Not before: answers that the thread had sent may come after its error, and are no fault of their files.
    started.on('exit', () => {
      if (this.#worker !== started) return;
      if (this.#isRunning) this.#giveUp((task) => undone(task, stepOf(this.#step), reason));
      else this.#fallBack();
    });
    this.#worker = started;
    this.#sent = new Map();
    this.#turn[0] = 0;
    for (const portion of this.#portions) this.#post(started, portion);
    this.#watch();
  }

  #settle(answers: readonly FileAnswer[]): void {
    const [first] = this.#portions;
    first?.take(answers);
    this.#dropDone();
  }

  #dropDone(): void {
    const [first] = this.#portions;
    if (first?.left.length !== 0) return;
    this.#portions.shift();
    this.#sent.delete(first);
  }

  #post(worker: Worker, portion: PortionUnderWay): void {
    const { left, isDoubtful } = portion;
    this.#sent.set(portion, left);
    if (isDoubtful) for (const task of left) worker.postMessage([task]);
    else worker.postMessage(left);
  }

  /** The clock is that of the portion the thread is busy with; every answer starts it anew. */
  #watch(turns = 1): void {
    clearTimeout(this.#timer);
    if (turns === 1) this.#cpuBefore = process.cpuUsage();
    if (this.#worker !== null && !this.#isRunning) {
      // What it does not even begin with says nothing about the files.
      this.#timer = setTimeout(() => {
        this.#fallBack();
      }, START_LIMIT_MS);
      return;
    }
    const [first] = this.#portions;
    if (first === undefined) return;
    const tasks = first.isDoubtful ? first.left.slice(0, 1) : first.left;
    const sizeBytes = tasks.reduce((sum, { file }) => sum + file.sizeBytes, 0);
    const timer = setTimeout(
      () => {
        // Answers may have come while this thread was writing; they are taken before the next turn, and renew the clock.
        setImmediate(() => {
          if (this.#timer !== timer) return;
          if (turns < MOST_TURNS && !this.#hadItsTime()) this.#watch(turns + 1);
          else this.#giveUp((task) => overlong(task, stepOf(this.#step)));
        });
      },
      this.#request.limitMs + sizeBytes * LIMIT_MS_PER_BYTE,
    );
    this.#timer = timer;
  }

  /** Whether the thread understood a text, and may have had as much of the processor as a text is given. */
  #hadItsTime(): boolean {
    const { user, system } = process.cpuUsage(this.#cpuBefore);
    return stepOf(this.#step) !== null && (user + system) / 1_000 >= this.#request.limitMs;
  }

  /**
   * Ends the thread and gives up the file it was at; the others are sent to the next thread. Where the thread does not
   * tell which one that was, its files are tried one by one until one of them is alone.
   */
  #giveUp(explain: (task: FileTask) => FileAnswer): void {
    const [first] = this.#portions;
    const culprit = first === undefined ? undefined : this.#culpritOf(first);
    this.#end();
    if (first === undefined) return;
    if (culprit === undefined) first.isDoubtful = true;
    else {
      first.decide(culprit, explain(culprit));
      this.#dropDone();
    }
    if (this.#portions.length > 0) this.#start();
  }

  #culpritOf(portion: PortionUnderWay): FileTask | undefined {
    const { left, isDoubtful } = portion;
    if (isDoubtful || left.length <= 1) return left[0];
    const at = this.#turn[0] ?? 0;
    return at === 0 ? undefined : this.#sent.get(portion)?.[at - 1];
  }

  #fallBack(): void {
    this.#end();
    this.#local = new LocalLane(workOnFiles(this.#request));
    for (const portion of this.#portions) this.#local.send(portion);
    this.#portions = [];
  }

  #end(): void {
    clearTimeout(this.#timer);
    const ended = this.#worker;
    this.#worker = null;
    // Whatever it is at: a parser loads no native code (see `endWhenLoaded`).
    void ended?.terminate();
  }
}

/** Whether a hash follows, and its 16 bytes. */
const STEP_BYTES = 17;

/** Writes down what a thread is about to do; see `OnStep`. */
export function setStep(step: Uint8Array, contentHash: string | null): void {
  if (contentHash !== null) step.set(Buffer.from(contentHash, 'hex'), 1);
  step[0] = contentHash === null ? 0 : 1;
}

function stepOf(step: Uint8Array): string | null {
  return step[0] === 1 ? Buffer.from(step.slice(1)).toString('hex') : null;
}
