import { useEffect } from 'react';
import { useActions } from '../state/store.ts';

/** Buttons of a mouse that lead back and forward (UI Events, `MouseEvent.button`). */
const BACK_BUTTON = 3;
const FORWARD_BUTTON = 4;

/** History by what a mouse or a keyboard has for it, besides the commands. */
export function useHistoryKeys(): void {
  const { goBack, goForward } = useActions();
  useEffect(() => {
    const onButton = (event: MouseEvent): void => {
      if (event.button !== BACK_BUTTON && event.button !== FORWARD_BUTTON) return;
      event.preventDefault();
      if (event.button === BACK_BUTTON) goBack();
      else goForward();
    };
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'BrowserBack') goBack();
      else if (key === 'BrowserForward') goForward();
    };
    window.addEventListener('mouseup', onButton);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('mouseup', onButton);
      window.removeEventListener('keydown', onKey);
    };
  }, [goBack, goForward]);
}
