import { useEffect, type RefObject } from 'react';

/** Runs when Esc is pressed inside an element and nothing inside of it took the key. */
export function useEscape(ref: RefObject<HTMLElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [ref, onEscape]);
}
