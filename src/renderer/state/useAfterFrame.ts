import { startTransition, useEffect, useRef, useState } from 'react';

/** Changes that follow each other more quickly than this (milliseconds) are a key held down, or hit in a row. */
const QUICK = 70;

/** Where no frame is painted (a window that nobody sees), this many milliseconds are waited for. */
const WITHOUT_FRAME = 100;

/**
 * A value that comes after the one it is made from has been painted: what is quick to draw is on screen before what is
 * slow begins. Of values that follow each other quickly only the one that stays comes.
 */
export function useAfterFrame<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const changedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const now = performance.now();
    const isQuick = now - changedAt.current < QUICK;
    changedAt.current = now;
    const show = (): void => startTransition(() => setShown(() => value));
    if (isQuick) {
      const rest = setTimeout(show, QUICK);
      return () => clearTimeout(rest);
    }
    return afterFrame(show);
  }, [value]);
  return shown;
}

/** Runs once the next frame is drawn; returns what calls it off. */
function afterFrame(run: () => void): () => void {
  let next: ReturnType<typeof setTimeout> | undefined;
  const latest = setTimeout(run, WITHOUT_FRAME);
  const frame = requestAnimationFrame(() => {
    clearTimeout(latest);
    // A task of its own comes after the frame that this one prepares.
    next = setTimeout(run, 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(latest);
    clearTimeout(next);
  };
}
