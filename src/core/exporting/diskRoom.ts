import { freeBytes, noRoom } from './exportPlace.ts';

/** Tells early that the disk will not do. */
export interface Room {
  readonly check: (state: RunState) => Promise<void>;
}

/** How far a run is: posts done, posts in all, bytes written. */
interface RunState {
  readonly done: number;
  readonly total: number;
  readonly written: number;
}

/** Where nothing is known of what is written to. */
export const anyRoom: Room = { check: () => Promise.resolve() };

/** Posts after which the size of the others can be told, as a share of all of them and as a count. */
const SAMPLE_SHARE = 0.05;
const SAMPLE_POSTS = 100;
/** Posts are of different sizes: only what is beyond doubt ends an export. */
const SURELY = 2;

/** Looks once, when a part is written, whether the disk of a folder has room for the rest. */
export function roomIn(folder: string): Room {
  let isKnown = false;
  return {
    check: async ({ done, total, written }) => {
      if (isKnown || done < Math.max(SAMPLE_POSTS, total * SAMPLE_SHARE)) return;
      isKnown = true;
      const needed = (written / done) * (total - done);
      const free = await freeBytes(folder);
      if (free !== null && needed > free * SURELY) throw noRoom(folder, { free, needed });
    },
  };
}
