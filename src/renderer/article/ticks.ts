/** One tick of the rail: a hit, or several that lie too close to be told apart. */
export interface Tick {
  /** Percent of the rail's height. */
  readonly top: number;
  /** The first hit it stands for, by its number. */
  readonly first: number;
  /** Hits it stands for. */
  readonly count: number;
}

/** Ticks closer than this (percent) are drawn as one: more would be a solid bar. */
const CLOSEST = 0.25;

/** Pixels between the pointer and a tick that it still means. */
const REACH = 6;

/** A hit and where it stands, in percent. */
interface Place {
  readonly top: number;
  readonly hit: number;
}

/** Joins hits (in order; perhaps only every second, third… of `total`) to ticks that can be told apart. */
export function clusterTicks(places: readonly Place[], total: number): readonly Tick[] {
  const starts: Place[] = [];
  for (const place of places) {
    const last = starts.at(-1);
    if (last === undefined || Math.abs(place.top - last.top) >= CLOSEST) starts.push(place);
  }
  return starts.map(({ top, hit }, at) => ({
    top,
    first: hit,
    count: (starts[at + 1]?.hit ?? total) - hit,
  }));
}

/** The tick that a pointer at `percent` of a rail so many pixels high means; null when none is near. */
export function nearestTick(ticks: readonly Tick[], percent: number, height: number): Tick | null {
  const reach = (REACH / Math.max(1, height)) * 100;
  let nearest: Tick | null = null;
  let distance = reach;
  for (const tick of ticks) {
    const apart = Math.abs(tick.top - percent);
    if (apart <= distance) {
      nearest = tick;
      distance = apart;
    }
  }
  return nearest;
}
