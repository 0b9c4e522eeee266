import type { Worker } from 'node:worker_threads';

/** What a thread tells first of all: that SQLite is loaded. It is no answer to anything. */
export const LOADED = 'loaded';

/**
 * Answers what ends a thread that tells {@link LOADED}, and resolves when it has ended. It waits for that word: a thread that
 * is ended in the midst of loading native code takes the whole app down with it. One that hangs later is ended at once.
 *
 * Every thread that loads SQLite begins with `tellLoaded` and is ended by this alone. To be called right after the thread was
 * started: a word that was told before is not heard.
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
