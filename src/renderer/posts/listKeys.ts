/** What a key means while the list has the focus. */
export type ListKey =
  | { readonly kind: 'move'; readonly by: number; readonly isExtending: boolean }
  | { readonly kind: 'go'; readonly to: 'first' | 'last'; readonly isExtending: boolean }
  | { readonly kind: 'enter' }
  | { readonly kind: 'escape' };

/** A key press, as far as the list looks at it. */
export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Reads a key; `pageRows` = rows that fit in view. Null = not the list's business. */
export function readListKey(pressed: PressedKey, pageRows: number): ListKey | null {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey) return null;
  const isExtending = pressed.shiftKey;
  return readPlainKey(pressed.key, isExtending, pageRows);
}

function readPlainKey(key: string, isExtending: boolean, pageRows: number): ListKey | null {
  switch (key) {
    case 'ArrowDown':
      return { kind: 'move', by: 1, isExtending };
    case 'ArrowUp':
      return { kind: 'move', by: -1, isExtending };
    case 'PageDown':
      return { kind: 'move', by: Math.max(1, pageRows - 1), isExtending };
    case 'PageUp':
      return { kind: 'move', by: -Math.max(1, pageRows - 1), isExtending };
    case 'Home':
      return { kind: 'go', to: 'first', isExtending };
    case 'End':
      return { kind: 'go', to: 'last', isExtending };
    case 'Enter':
      return isExtending ? null : { kind: 'enter' };
    case 'Escape':
      return { kind: 'escape' };
    default:
      return null;
  }
}
