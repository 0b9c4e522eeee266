import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { endWhenLoaded, LOADED } from '../../core/loadedThread.ts';
import { AppError } from '../../shared/result.ts';
import type { ExportAnswers, ExportReply, ExportStep, ExportWorkerData } from './exportMessages.ts';

/** The export worker as the main process sees it. */
export interface Composer {
  /** Rejects with what the step threw; a PDF of the step is handed over and empty here afterwards. */
  readonly ask: <K extends ExportStep['kind']>(
    step: Extract<ExportStep, { readonly kind: K }>,
  ) => Promise<ExportAnswers[K]>;
  /** Ends the thread; what was asked and not answered, or is asked later, rejects with `cancelled`. Resolves when it has ended. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
}

/** Starts an export worker from the built bundle beside the main one. */
export const startComposer = (input: ExportWorkerData): Composer => follow('exportWorker', input);

/** Starts a thread for previews, which takes one job after the other: each is told by the step `begin`. */
export const startPreviewComposer = (): Composer => follow('previewWorker', null);

function follow(script: string, input: ExportWorkerData | null): Composer {
  const worker = new Worker(join(import.meta.dirname, `${script}.js`), { workerData: input });
  const end = endWhenLoaded(worker);
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let ended: Error | null = null;
  const rejectAll = (reason: Error): void => {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  worker.on('message', (reply: ExportReply | typeof LOADED) => {
    if (reply === LOADED) return;
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the worker answers step K with ExportAnswers[K]
    if (reply.ok) call?.resolve(reply.answer as never);
    else call?.reject(new AppError(reply.code, reply.message));
  });
  worker.on('error', (reason) =>
    rejectAll(new AppError('export-failed', reason.message, { cause: reason })),
  );
  worker.on('exit', () => rejectAll(new AppError('cancelled', 'The export was cancelled.')));
  return {
    ask: (step) =>
      new Promise((resolve, reject) => {
        // A thread that has ended never answers, and says nothing about what is posted to it.
        if (ended !== null) {
          reject(ended);
          return;
        }
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, step }, 'pdf' in step ? handedOver(step.pdf) : []);
      }),
    close: async () => {
      rejectAll(new AppError('cancelled', 'The export was cancelled.'));
      await end();
    },
  };
}

/** A view of part of a larger buffer cannot be handed over without the rest of it. */
function handedOver({ buffer, byteLength }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
