import type { MessageEvent } from 'electron';
import { serveWatching } from '../core/watching/serveWatching.ts';
import type { WatchCommand } from '../core/watching/watchMessages.ts';

/**
 * Entry of the watching process. A process of its own: native code that crashes, or a dead network disk that never
 * answers, must not take the window along.
 */

const service = serveWatching((message) => {
  process.parentPort.postMessage(message);
});

process.parentPort.on('message', (event: MessageEvent) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the main process sends nothing else
  service.take(event.data as WatchCommand);
});
