import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { CoreRequest, CoreResponse, CoreWorkerData } from '../core/workerMessages.ts';
import type { CoreChannel, Input, Output } from '../shared/contract.ts';
import { AppError } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { logUnexpected } from './log.ts';

/** The core, answering from its own thread. */
export interface CoreProcess {
  /** Sends a call whose input has been checked. Never rejects. */
  readonly answer: (channel: CoreChannel, input: unknown) => Promise<Result<unknown>>;
  /** The same for main's own needs; rejects with an `AppError`. */
  readonly ask: <C extends CoreChannel>(channel: C, input: Input<C>) => Promise<Output<C>>;
  /** Ends the thread after the calls under way; further calls fail. */
  readonly stop: () => Promise<void>;
}

/** After so many deaths without an answer between them the core is left dead: it cannot start here. */
const MAX_DEATHS = 3;

/** How long closing the app waits for calls under way (what was on screen is being saved), in milliseconds. */
const DRAIN_MS = 2_000;

const STOPPED: Result<never> = {
  ok: false,
  error: { code: 'internal', message: 'The app is closing.' },
};

const DIED: Result<never> = {
  ok: false,
  error: {
    code: 'internal',
    message: 'The part that reads the library stopped and was started again: try once more.',
  },
};

/**
 * Starts the core worker thread and keeps one running: when it dies, the calls it had not answered fail and the next
 * call goes to a new one.
 *
 * @param script the built worker
 */
export function startCore(script: string, workerData: CoreWorkerData): CoreProcess {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let nextId = 1;
  let deaths = 0;
  let isStopping = false;
  let worker: Worker | null = null;

  const failAll = (result: Result<never>): void => {
    const answers = [...waiting.values()];
    waiting.clear();
    for (const settle of answers) settle(result);
  };
  const start = (): Worker => {
    const started = new Worker(script, { workerData });
    started.on('message', ({ id, result }: CoreResponse) => {
      deaths = 0;
      waiting.get(id)?.(result);
      waiting.delete(id);
    });
    started.on('error', (thrown) => logUnexpected('core worker', thrown));
    started.on('exit', () => {
      if (worker === started) worker = null;
      deaths += 1;
      failAll(isStopping ? STOPPED : DIED);
    });
    return started;
  };
  const answer: CoreProcess['answer'] = (channel, input) => {
    if (isStopping) return Promise.resolve(STOPPED);
    if (worker === null && deaths >= MAX_DEATHS) return Promise.resolve(DIED);
    worker ??= start();
    const request: CoreRequest = { id: nextId, channel, input };
    nextId += 1;
    return new Promise((settle) => {
      waiting.set(request.id, settle);
      worker?.postMessage(request);
    });
  };
  worker = start();
  return {
    answer,
    ask: async <C extends CoreChannel>(channel: C, input: Input<C>): Promise<Output<C>> => {
      const result = await answer(channel, input);
      if (!result.ok) throw asAppError(result);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract's handler type fixes what a channel answers
      return result.value as Output<C>;
    },
    stop: async () => {
      const under = [...waiting.keys()];
      isStopping = true;
      const until = performance.now() + DRAIN_MS;
      while (under.some((id) => waiting.has(id)) && performance.now() < until) await delay(5);
      await worker?.terminate();
    },
  };
}

function asAppError({ error }: Result<unknown> & { ok: false }): AppError {
  const { code, message, path } = error;
  return new AppError(code, message, path === undefined ? {} : { path });
}
