/** A pair's second key that comes later than this finds the hint on screen (milliseconds). */
const HINT_DELAY = 600;
/** The hint stays for so long (milliseconds); until then the pair can be ended. */
const HINT_TIME = 8000;

/** The first key of a pair that waits for its second. */
export interface PairWait {
  readonly start: (first: string) => void;
  readonly end: () => void;
  /** Null while none waits. */
  readonly first: () => string | null;
}

/** Waits for the second key of a pair; `show` is told the first key after a while, and null at the end. */
export function createPairWait(show: (first: string | null) => void): PairWait {
  let first: string | null = null;
  let timers: readonly ReturnType<typeof setTimeout>[] = [];
  const end = (): void => {
    if (first === null) return;
    for (const timer of timers) clearTimeout(timer);
    first = null;
    show(null);
  };
  const start = (name: string): void => {
    end();
    first = name;
    timers = [setTimeout(() => show(name), HINT_DELAY), setTimeout(end, HINT_DELAY + HINT_TIME)];
  };
  return { start, end, first: () => first };
}
