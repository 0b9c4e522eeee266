import { useEffect, useRef, type RefObject } from 'react';

/** Focuses what the answer is attached to as it comes, in place of what had the focus and is gone now. */
export function useFocusFirst(): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return button;
}
