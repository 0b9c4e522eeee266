import { utilityProcess } from 'electron';
import type { UtilityProcess } from 'electron';
import type { WatchCommand, WatchReport } from '../core/watching/watchMessages.ts';
import { log } from './log.ts';

/** The way to the watching process. */
export interface WatchPort {
  readonly send: (command: WatchCommand) => void;
  readonly stop: () => void;
}

/** What is done with the process's messages. */
export interface WatchPortRecipe {
  /** The built process. */
  readonly script: string;
  readonly onReport: (report: WatchReport) => void;
  /** It runs anew and knows nothing: everything is to be said again. */
  readonly onRestart: () => void;
  /** It died too often and is left dead. */
  readonly onLost: () => void;
}

/** A process that dies so often dies of something here; without it folders are scanned every now and then. */
const MAX_DEATHS = 3;
/** Between a death and the next start, in milliseconds. */
const RESTART_MS = 1_000;

/** Starts the watching process and keeps it running. After Electron is ready. */
export function openWatchPort(recipe: WatchPortRecipe): WatchPort {
  let deaths = 0;
  let isStopped = false;
  let running: UtilityProcess | null = null;
  const start = (): void => {
    if (isStopped) return;
    const started = utilityProcess.fork(recipe.script, [], { serviceName: 'Broadsheet watcher' });
    started.on('message', (report: WatchReport) => recipe.onReport(report));
    started.on('exit', () => {
      running = null;
      if (isStopped) return;
      deaths += 1;
      log(`the watching process ended (${deaths})`);
      if (deaths >= MAX_DEATHS) {
        recipe.onLost();
        return;
      }
      setTimeout(() => {
        start();
        recipe.onRestart();
      }, RESTART_MS);
    });
    running = started;
  };
  start();
  return {
    send: (command) => running?.postMessage(command),
    stop: () => {
      isStopped = true;
      running?.kill();
    },
  };
}
