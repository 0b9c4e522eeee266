import type { MessagePort } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isMeasured, measureBlock, measureLeft, shareMeasures } from './measureFiles.ts';
import type { FilesToMeasure, SharedMeasures, Span } from './measureFiles.ts';

/** `workerData` that makes the index worker's script a thread that measures files. */
export interface MeasurerWorkerData {
  readonly role: 'measurer';
}

/** Files that two threads measure together. */
interface Measuring {
  /** See `measureFiles`; true of a file once `whenMeasured` was awaited for it. */
  readonly numbers: Float64Array;
  /** Resolves when the files of the span are measured; never rejects. */
  readonly whenMeasured: (span: Span) => Promise<void>;
}

/** A second thread for what costs most in a scan of known files: asking the system about each of them. */
export interface MeasureThread {
  /** Starts the thread, which takes some 40 milliseconds. */
  readonly warmUp: () => void;
  /** Begins with the files of a folder. Without a thread that runs, or for few files, all is left to the caller. */
  readonly begin: (files: FilesToMeasure) => Measuring;
  readonly stop: () => void;
}

interface Order extends SharedMeasures {
  readonly folder: string;
  /** Joined by `/`, which stands in no name: a message with one long text is read much faster. */
  readonly names: string;
}

/** Fewer files are measured before a message has arrived. */
const FILES_WORTH_A_MESSAGE = 1_000;
/** How long the caller measures before it lets other things of its thread happen, in milliseconds. */
const SLICE_MS = 25;

/** @param script the built index worker; null for no thread at all */
export function createMeasureThread(script: string | null): MeasureThread {
  let worker: Worker | null = null;
  const end = (): void => {
    const ended = worker;
    worker = null;
    // Whatever it is at: it loads no native code (see `endWhenLoaded`).
    void ended?.terminate();
  };
  return {
    warmUp: () => {
      if (script === null || worker !== null) return;
      const workerData: MeasurerWorkerData = { role: 'measurer' };
      const started = new Worker(script, { workerData });
      // One that cannot work is done without: the caller measures what it left.
      started.on('error', end);
      worker = started;
    },
    begin: (files) => {
      const shared = shareMeasures(files.names.length);
      const isShared = worker !== null && files.names.length >= FILES_WORTH_A_MESSAGE;
      const helped =
        isShared && worker !== null ? helpOf(worker, files, shared) : Promise.resolve();
      return {
        numbers: shared.numbers,
        whenMeasured: (span) => measureSpan({ files, shared, helped }, span),
      };
    },
    stop: end,
  };
}

/** Resolves when the thread has done all it can, or has ended. */
function helpOf(worker: Worker, files: FilesToMeasure, shared: SharedMeasures): Promise<void> {
  const order: Order = { ...shared, folder: files.folder, names: files.names.join('/') };
  return new Promise((resolve) => {
    const settle = (): void => {
      worker.off('message', settle);
      worker.off('exit', settle);
      resolve();
    };
    worker.on('message', settle);
    worker.on('exit', settle);
    worker.postMessage(order);
  });
}

interface UnderWay {
  readonly files: FilesToMeasure;
  readonly shared: SharedMeasures;
  readonly helped: Promise<void>;
}

async function measureSpan({ files, shared, helped }: UnderWay, span: Span): Promise<void> {
  let sliceEnd = performance.now() + SLICE_MS;
  for (let at = span.start; at < span.end; at += 1) {
    while (!isMeasured(shared, at)) {
      if (!measureBlock(files, shared)) {
        await helped;
        measureLeft(files, shared);
      }
      if (performance.now() < sliceEnd) continue;
      await nextTurn();
      sliceEnd = performance.now() + SLICE_MS;
    }
  }
}

/** The inside of the thread: measures what nobody took yet of each folder it is told of. */
export function serveMeasurer(port: MessagePort): void {
  port.on('message', ({ folder, names, numbers, blocks }: Order) => {
    const files = { folder, names: names.split('/') };
    while (measureBlock(files, { numbers, blocks }));
    port.postMessage(null);
  });
}
