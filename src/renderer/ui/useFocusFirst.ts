import { useEffect, useRef, type RefObject } from 'react';

/** Focuses what the answer is attached to as it comes, where wanted, in place of what had the focus and is gone now. */
export function useFocusFirst(isWanted = true): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const atFirst = useRef(isWanted);
  useEffect(() => {
    if (atFirst.current) button.current?.focus();
  }, []);
  return button;
}
