import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { callCore } from '../core/callCore.ts';
import { createCoreHandlers } from '../core/coreHandlers.ts';
import type { Core } from '../core/coreHandlers.ts';
import { dropSuperseded } from '../core/supersede.ts';
import { tellLoaded } from '../core/tellLoaded.ts';
import type {
  CoreClose,
  CoreRequest,
  CoreResponse,
  CoreWorkerData,
} from '../core/workerMessages.ts';
import { toFailure } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';

/**
 * Entry of the core worker: answers requests one after another, in order. A search that a newer one made pointless
 * while both waited is answered with `cancelled`.
 */

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the main process starts this worker with exactly this
const { dataFolder } = workerData as CoreWorkerData;

let core: Core | null = null;
let waiting: readonly CoreRequest[] = [];
let isBusy = false;

let isClosing = false;

/** After so long without a call there is time for a backup, in milliseconds. */
const IDLE_MS = 10_000;
let idleTimer: NodeJS.Timeout | null = null;

tellLoaded();

parentPort?.on('message', (message: CoreRequest | CoreClose) => {
  if ('kind' in message) isClosing = true;
  else waiting = [...waiting, message];
  if (!isBusy) void answerAll();
});

async function answerAll(): Promise<void> {
  isBusy = true;
  while (waiting.length > 0) {
    // Lets every message that has arrived meanwhile join the queue before the next one is chosen.
    // Requests are answered in order.
    await nextTurn();
    const { wanted, superseded } = dropSuperseded(waiting);
    for (const request of superseded) respond(request, CANCELLED);
    const [next, ...others] = wanted;
    waiting = others;
    // Requests are answered in order.
    if (next !== undefined) respond(next, await answer(next));
  }
  isBusy = false;
  if (idleTimer !== null) clearTimeout(idleTimer);
  if (isClosing) close();
  else idleTimer = setTimeout(keepSafe, IDLE_MS).unref();
}

function close(): void {
  core?.close();
  core = null;
  // The thread ends once nothing can reach it any more.
  parentPort?.close();
}

function keepSafe(): void {
  if (!isBusy) core?.keepSafe();
}

const CANCELLED: Result<never> = {
  ok: false,
  error: { code: 'cancelled', message: 'A newer search took its place.' },
};

async function answer({ channel, input }: CoreRequest): Promise<Result<unknown>> {
  try {
    // Opened with the first call, so that a library that cannot be opened is told as an answer, and tried again.
    core ??= createCoreHandlers({ dataFolder });
  } catch (error) {
    return { ok: false, error: toFailure(error) };
  }
  return callCore(core.handlers, channel, input);
}

function respond({ id }: CoreRequest, result: Result<unknown>): void {
  const response: CoreResponse = { id, result };
  parentPort?.postMessage(response);
}
