import { parentPort } from 'node:worker_threads';
import { loadSqlite } from '../../core/store/loadSqlite.ts';
import { LOADED } from './loadedThread.ts';

/** To be done first in a thread that reads an index: loads SQLite and says so to who may end the thread from then on. */
export function tellLoaded(): void {
  loadSqlite();
  parentPort?.postMessage(LOADED);
}
