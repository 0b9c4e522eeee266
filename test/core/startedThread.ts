import { parentPort, workerData } from 'node:worker_threads';
import { tellLoaded } from '../../src/core/tellLoaded.ts';

/** A thread that loads what threads of exports load, and waits to be ended then. It shows when it begins to load. */
const flag: unknown = workerData;
if (flag instanceof Int32Array) Atomics.store(flag, 0, 1);
tellLoaded();
parentPort?.on('message', () => undefined);
