import { availableParallelism } from 'node:os';
import type { ArchivePlace, FileTask } from './fileTask.ts';
import { workOnFiles } from './fileTask.ts';
import { LocalLane } from './localLane.ts';
import { PortionUnderWay } from './portion.ts';
import type { Lane, Portion } from './portion.ts';
import { ThreadLane } from './threadLane.ts';

/** Reads files and turns them into posts, here or in threads of its own. */
export interface Parser {
  /** Tells that files will come: a thread takes its time to start. */
  readonly warmUp: () => void;
  /** Sends files; their answers are asked of the portion. At least one file. */
  readonly start: (tasks: readonly FileTask[]) => Portion;
  readonly stop: () => void;
}

/** A file takes less than a millisecond; a text that takes so long would never end, in milliseconds. */
const FILE_LIMIT_MS = 10_000;
/** One writer cannot take up more than two threads give. */
const MAX_THREADS = 2;
/** A thread costs its start; for fewer files than this waiting, no further one is started. */
const FILES_FOR_NEXT_THREAD = 200;

/** Reads and parses in this very thread; simple, and without a limit of time. */
export function localParser(place: ArchivePlace): Parser {
  const lane = new LocalLane(workOnFiles(place));
  return parserOver(lane, () => null);
}

/** What `threadParser` may be told otherwise. */
export interface ThreadLimits {
  readonly limitMs?: number;
  readonly maxThreads?: number;
}

/**
 * Reads and parses in threads of their own, so that this one only writes.
 * @param script the built index worker
 */
export function threadParser(
  script: string,
  place: ArchivePlace,
  { limitMs = FILE_LIMIT_MS, maxThreads = MAX_THREADS }: ThreadLimits = {},
): Parser {
  const open = (): Lane => new ThreadLane({ ...place, script, limitMs });
  const most = Math.min(maxThreads, availableParallelism());
  let count = 1;
  return parserOver(open(), () => {
    if (count >= most) return null;
    count += 1;
    return open();
  });
}

/** Gives every portion to the lane with the least to do; `another` opens one more lane, or none. */
function parserOver(firstLane: Lane, another: () => Lane | null): Parser {
  const lanes = [firstLane];
  return {
    warmUp: () => {
      firstLane.warmUp();
    },
    start: (tasks) => {
      const portion = new PortionUnderWay(tasks);
      let lane = idlest(lanes, firstLane);
      if (lane.waiting() >= FILES_FOR_NEXT_THREAD) {
        const added = another();
        if (added !== null) lanes.push(added);
        lane = added ?? lane;
      }
      lane.send(portion);
      return portion;
    },
    stop: () => {
      for (const lane of lanes) lane.stop();
    },
  };
}

function idlest(lanes: readonly Lane[], first: Lane): Lane {
  return lanes.reduce((best, lane) => (lane.waiting() < best.waiting() ? lane : best), first);
}
