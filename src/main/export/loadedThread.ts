import type { Worker } from 'node:worker_threads';

/** What a thread tells first of all: that SQLite is loaded. */
export const LOADED = 'loaded';

/**
 * Answers what ends a thread that tells {@link LOADED}, and resolves when it has ended. It waits for that word: a thread that
 * is ended in the midst of loading native code takes the whole app down with it.
 */
export function endWhenLoaded(worker: Worker): () => Promise<void> {
  const loaded = new Promise<void>((resolve) => {
    worker.once('message', () => resolve());
    worker.once('exit', () => resolve());
  });
  return async () => {
    await loaded;
    await worker.terminate();
  };
}
