/** A rectangle of the desktop in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Size of a window that opens for the first time. */
const DEFAULT_SIZE = { width: 1440, height: 900 } as const;

/** Smallest size at which the three panes still work (DESIGN.md, layout rules). */
export const MINIMUM_SIZE = { width: 900, height: 600 } as const;

/** Size of a window for one post, and the smallest it may have. */
const READER_SIZE = { width: 900, height: 860 } as const;
export const READER_MINIMUM = { width: 480, height: 400 } as const;

/** How far a window stands from the one it was opened from. */
const STEP = 32;

/** How much of the window's top edge must be on a screen for it to be found and dragged. */
const GRIP = { width: 160, height: 32 } as const;

/**
 * Where the window opens: where it was, if a person can reach it there, else centred on the first screen.
 *
 * @param remembered null when there is nothing to remember
 * @param workAreas usable parts of the screens connected now, the main one first; at least one
 */
export function placeWindow(remembered: Bounds | null, workAreas: readonly Bounds[]): Bounds {
  const [first] = workAreas;
  if (first === undefined) return { x: 0, y: 0, ...DEFAULT_SIZE };
  if (remembered === null || !isReachable(remembered, workAreas)) {
    return centre(remembered ?? { ...DEFAULT_SIZE }, first);
  }
  const screen = largestShare(remembered, workAreas) ?? first;
  const { width, height } = fit(remembered, screen);
  return {
    width,
    height,
    x: clamp(remembered.x, screen.x - width + GRIP.width, screen.x + screen.width - GRIP.width),
    y: clamp(remembered.y, screen.y, screen.y + screen.height - GRIP.height),
  };
}

/** So many steps are tried for a place of its own; more windows than that lie on each other. */
const MOST_STEPS = 24;

/**
 * Where a window for one post opens: a step right of and below the window it was opened from, back at the screen's corner
 * when that would lead off it; steps further where another window stands exactly there.
 *
 * @param from null when there is no such window
 * @param taken upper left corners of the windows that are open
 */
export function cascade(
  from: Bounds | null,
  screen: Bounds,
  taken: readonly Pick<Bounds, 'x' | 'y'>[] = [],
): Bounds {
  const width = Math.min(READER_SIZE.width, screen.width);
  const height = Math.min(READER_SIZE.height, screen.height);
  let place = from ?? screen;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    place = {
      width,
      height,
      x: stepFrom(place.x, width, { low: screen.x, high: screen.x + screen.width }),
      y: stepFrom(place.y, height, { low: screen.y, high: screen.y + screen.height }),
    };
    const { x, y } = place;
    if (!taken.some((other) => other.x === x && other.y === y)) break;
  }
  return place;
}

function stepFrom(
  start: number,
  size: number,
  { low, high }: { readonly low: number; readonly high: number },
): number {
  const wanted = start + STEP;
  return wanted >= low && wanted + size <= high ? wanted : low;
}

/** True when enough of the window's top edge lies on one screen. */
function isReachable(bounds: Bounds, workAreas: readonly Bounds[]): boolean {
  const grip: Bounds = { x: bounds.x, y: bounds.y, width: bounds.width, height: GRIP.height };
  return workAreas.some((area) => {
    const shared = overlap(grip, area);
    return shared.width >= GRIP.width && shared.height >= GRIP.height / 2;
  });
}

function largestShare(bounds: Bounds, workAreas: readonly Bounds[]): Bounds | undefined {
  const share = (area: Bounds): number => {
    const shared = overlap(bounds, area);
    return shared.width * shared.height;
  };
  return workAreas.toSorted((one, other) => share(other) - share(one))[0];
}

function overlap(one: Bounds, other: Bounds): { readonly width: number; readonly height: number } {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return { width: Math.max(0, width), height: Math.max(0, height) };
}

function centre(size: { readonly width: number; readonly height: number }, screen: Bounds): Bounds {
  const { width, height } = fit(size, screen);
  return {
    width,
    height,
    x: Math.round(screen.x + Math.max(0, screen.width - width) / 2),
    y: Math.round(screen.y + Math.max(0, screen.height - height) / 2),
  };
}

/** At most the screen, at least the minimum (a screen smaller than that is scrolled by the system). */
function fit(
  size: { readonly width: number; readonly height: number },
  screen: Bounds,
): { readonly width: number; readonly height: number } {
  return {
    width: Math.round(Math.max(MINIMUM_SIZE.width, Math.min(size.width, screen.width))),
    height: Math.round(Math.max(MINIMUM_SIZE.height, Math.min(size.height, screen.height))),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.round(Math.min(Math.max(value, low), Math.max(low, high)));
}
