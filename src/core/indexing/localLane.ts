import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WorkOnFile } from './fileTask.ts';
import type { Lane, PortionUnderWay } from './portion.ts';

/** How long it works before it lets other things of its thread happen, in milliseconds. */
const SLICE_MS = 25;

/** Works on portions in this very thread; simple, and without a limit of time. */
export class LocalLane implements Lane {
  readonly #work: WorkOnFile;
  #portions: PortionUnderWay[] = [];
  #isBusy = false;

  constructor(work: WorkOnFile) {
    this.#work = work;
  }

  warmUp(): void {
    // There is nothing to start.
  }

  waiting(): number {
    return this.#portions.reduce((sum, { left }) => sum + left.length, 0);
  }

  send(portion: PortionUnderWay): void {
    this.#portions.push(portion);
    if (!this.#isBusy) void this.#run();
  }

  stop(): void {
    this.#portions = [];
  }

  async #run(): Promise<void> {
    this.#isBusy = true;
    for (let [first] = this.#portions; first !== undefined; [first] = this.#portions) {
      await nextTurn();
      const endsAt = performance.now() + SLICE_MS;
      for (const task of first.left) {
        first.take([this.#work(task)]);
        if (performance.now() >= endsAt) break;
      }
      if (first.left.length === 0) this.#portions = this.#portions.filter((one) => one !== first);
    }
    this.#isBusy = false;
  }
}
