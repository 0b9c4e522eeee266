import type { KeyboardEvent } from 'react';

/**
 * Keys of a field in which something gets its name: Enter keeps it, Esc ends without. Neither goes on to what lies
 * around it (a dialog would close, a list would open a row). While an input method composes both are its own.
 */
export const nameKeys =
  ({ keep, end }: { readonly keep: () => void; readonly end: () => void }) =>
  (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape') end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
