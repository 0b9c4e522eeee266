import { Worker } from 'node:worker_threads';

/** Processor time after which an input counts as one that never ends, in milliseconds. */
const HANG_MS = 90_000;
const LONGEST = 1_000_000;

/** Watches one input after the other from a thread of its own, for nothing else gets a turn while code runs in circles. */
export interface HangWatch {
  readonly begin: (show: () => string) => void;
  readonly end: () => void;
  readonly stop: () => void;
}

/** The thread: looks once a second whether the same input is still at work; if so for too long, saves it and ends all. */
const SCRIPT = `
const { workerData } = require('node:worker_threads');
const { writeFileSync } = require('node:fs');
const turns = new Int32Array(workerData.turns);
let turn = 0;
let since = 0;
setInterval(() => {
  const { user, system } = process.cpuUsage();
  const now = (user + system) / 1000;
  const current = Atomics.load(turns, 0);
  if (current !== turn) [turn, since] = [current, now];
  if (turn % 2 === 0 || now - since < workerData.limitMs) return;
  const text = Buffer.from(new Uint8Array(workerData.text, 0, Atomics.load(turns, 1)));
  writeFileSync(workerData.file, text);
  process.stderr.write('An input does not end; it is saved in ' + workerData.file + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 1000);
`;

/** @param file where an input that never ends is saved */
export function watchForHangs(file: string): HangWatch {
  const turns = new SharedArrayBuffer(8);
  const text = new SharedArrayBuffer(LONGEST);
  const worker = new Worker(SCRIPT, {
    eval: true,
    workerData: { turns, text, file, limitMs: HANG_MS },
  });
  worker.unref();
  const state = new Int32Array(turns);
  const encoder = new TextEncoder();
  return {
    begin: (show) => {
      const bytes = encoder.encode(show()).subarray(0, LONGEST);
      new Uint8Array(text).set(bytes);
      Atomics.store(state, 1, bytes.length);
      Atomics.add(state, 0, 1);
    },
    end: () => {
      Atomics.add(state, 0, 1);
    },
    stop: () => {
      void worker.terminate();
    },
  };
}
