/** How a run under way is paused, resumed and cancelled. */
export interface IndexingControl {
  readonly signal: AbortSignal;
  readonly isPaused: () => boolean;
  readonly setPaused: (isPaused: boolean) => void;
  readonly cancel: () => void;
  /** Resolves at once, or when the pause ends or the run is cancelled. */
  readonly whenRunning: () => Promise<void>;
}

/** A control for one run, in its running state. */
export function createIndexingControl(): IndexingControl {
  const controller = new AbortController();
  let isPaused = false;
  let waiting: (() => void)[] = [];
  const release = (): void => {
    const resolvers = waiting;
    waiting = [];
    for (const resolve of resolvers) resolve();
  };
  return {
    signal: controller.signal,
    isPaused: () => isPaused,
    setPaused: (next) => {
      isPaused = next;
      if (!next) release();
    },
    cancel: () => {
      controller.abort();
      release();
    },
    whenRunning: () =>
      isPaused && !controller.signal.aborted
        ? new Promise((resolve) => {
            waiting.push(resolve);
          })
        : Promise.resolve(),
  };
}
