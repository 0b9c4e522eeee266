import { parentPort } from 'node:worker_threads';
import { loadSqlite } from './store/loadSqlite.ts';
import { LOADED } from './loadedThread.ts';

/**
 * To be done first in a thread that reads an index or the library: loads SQLite and says so to who may end the thread from
 * then on. Never throws: a SQLite that cannot be loaded is told by whoever opens the first database.
 */
export function tellLoaded(): void {
  try {
    loadSqlite();
  } catch {
    // The next one that tries is in a place where somebody waits for the reason.
  }
  parentPort?.postMessage(LOADED);
}
