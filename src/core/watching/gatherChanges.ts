import { joinDirty } from './dirtyPaths.ts';
import type { DirtyPaths } from './dirtyPaths.ts';

/** Changes that come close together, given on as one. */
export interface Gathering {
  readonly add: (changed: DirtyPaths) => void;
  readonly close: () => void;
}

/** When changes are given on, in milliseconds. */
export interface GatheringTimes {
  /** After so long without another change: an editor's save or a checkout is over. */
  readonly quietMs: number;
  /** However long the changes go on, those gathered are given on after so long. */
  readonly longestMs: number;
}

/** Short enough to be found within a second, long enough for the several steps of an editor's save. */
const TIMES: GatheringTimes = { quietMs: 250, longestMs: 1_000 };

/** Gathers changes until they rest, and gives them to `give`. */
export function gatherChanges(
  give: (changed: DirtyPaths) => void,
  { quietMs, longestMs }: GatheringTimes = TIMES,
): Gathering {
  let gathered: DirtyPaths | undefined;
  let firstAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handOver = (): void => {
    const changed = gathered;
    gathered = undefined;
    if (changed !== undefined) give(changed);
  };
  return {
    add: (changed) => {
      const now = performance.now();
      if (gathered === undefined) firstAt = now;
      gathered = gathered === undefined ? joinDirty([], changed) : joinDirty(gathered, changed);
      clearTimeout(timer);
      timer = setTimeout(handOver, Math.max(0, Math.min(quietMs, firstAt + longestMs - now)));
    },
    close: () => {
      clearTimeout(timer);
      gathered = undefined;
    },
  };
}
