import type { KeyMaker } from './matchKeys.ts';

/**
 * Makes texts ready to be found while the window has nothing else to do, so that the first key pressed need not. The
 * maker must keep what it makes. Returns what ends it.
 */
export function makeAhead(texts: readonly string[], keysOf: KeyMaker): () => void {
  let next = 0;
  const makeSome = (deadline: IdleDeadline): void => {
    for (; next < texts.length && deadline.timeRemaining() > 1; next += 1) {
      keysOf(texts[next] ?? '');
    }
    if (next < texts.length) idle = requestIdleCallback(makeSome);
  };
  let idle = requestIdleCallback(makeSome);
  return () => cancelIdleCallback(idle);
}
