import { useSyncExternalStore } from 'react';

/** Below this width the sidebar is a rail; the same number stands in shell.css. */
const NARROW = '(max-width: 1199px)';

const subscribe = (listener: () => void): (() => void) => {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether the window is too narrow for the whole sidebar. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
