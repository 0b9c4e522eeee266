import { useSyncExternalStore } from 'react';

/** From this width on the whole sidebar and two posts fit beside each other. */
const WIDE = '(min-width: 1680px)';

const subscribe = (listener: () => void): (() => void) => {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether the window is wide enough for sidebar, list and two posts. */
export const useWide = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches);
