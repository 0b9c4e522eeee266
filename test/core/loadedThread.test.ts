import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { endWhenLoaded } from '../../src/core/loadedThread.ts';
import { bundleScript } from '../support/bundle.ts';

test('threads that are ended while they load native code end alone: this process goes on', async () => {
  const script = await bundleScript('test/core/startedThread.ts', true);
  for (let times = 0; times < 20; times += 1) {
    const flag = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(script, { workerData: flag });
    const end = endWhenLoaded(worker);
    while (Atomics.load(flag, 0) === 0) await nextTurn();
    await end();
    expect(worker.threadId).toBe(-1);
  }
});

test('a thread that hangs once it is loaded is ended', async () => {
  const hang = 'require("node:worker_threads").parentPort.postMessage("loaded"); for (;;);';
  const worker = new Worker(hang, { eval: true });
  await endWhenLoaded(worker)();
  expect(worker.threadId).toBe(-1);
});

test('a thread that fails before it is loaded can be ended too', async () => {
  const worker = new Worker('throw new Error("early")', { eval: true });
  worker.on('error', () => undefined);
  await endWhenLoaded(worker)();
  expect(worker.threadId).toBe(-1);
});
