import { pens, type Pen } from '../../shared/annotations.ts';

/** PURE. What a key means while the list of highlights has the focus. */
export type HighlightKey =
  | { readonly kind: 'move'; readonly by: number; readonly isExtending: boolean }
  | { readonly kind: 'go'; readonly to: 'first' | 'last'; readonly isExtending: boolean }
  | { readonly kind: 'open' }
  | { readonly kind: 'tick' }
  | { readonly kind: 'tick-all' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'note' }
  | { readonly kind: 'pen'; readonly pen: Pen }
  | { readonly kind: 'escape' };

/** A key press, as far as the list looks at it. */
export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** How the list reads keys: rows in view, whether the reader wants single letters, and the system. */
export interface KeyReading {
  readonly pageRows: number;
  readonly hasSingleKeys: boolean;
  readonly isMac: boolean;
}

/** Reads a key; null = not the list's business. */
export function readHighlightKey(pressed: PressedKey, reading: KeyReading): HighlightKey | null {
  const isMod = reading.isMac ? pressed.metaKey : pressed.ctrlKey;
  if (isMod && pressed.key.toLowerCase() === 'a' && !pressed.shiftKey) return { kind: 'tick-all' };
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey) return null;
  const named = readNamed(pressed.key, pressed.shiftKey, Math.max(1, reading.pageRows - 1));
  if (named !== null) return named;
  return reading.hasSingleKeys && !pressed.shiftKey ? readLetter(pressed.key) : null;
}

function readNamed(key: string, isExtending: boolean, page: number): HighlightKey | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
  };
  const by = steps[key];
  if (by !== undefined) return { kind: 'move', by, isExtending };
  switch (key) {
    case 'Home':
      return { kind: 'go', to: 'first', isExtending };
    case 'End':
      return { kind: 'go', to: 'last', isExtending };
    case ' ':
      return isExtending ? null : { kind: 'tick' };
    case 'Enter':
      return { kind: 'open' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'remove' };
    case 'F2':
      return { kind: 'note' };
    case 'Escape':
      return { kind: 'escape' };
    default:
      return null;
  }
}

function readLetter(key: string): HighlightKey | null {
  const pen = pens[Number(key) - 1];
  if (pen !== undefined) return { kind: 'pen', pen };
  switch (key) {
    case 'j':
      return { kind: 'move', by: 1, isExtending: false };
    case 'k':
      return { kind: 'move', by: -1, isExtending: false };
    case 'o':
      return { kind: 'open' };
    case 'x':
      return { kind: 'tick' };
    case 'c':
      return { kind: 'note' };
    default:
      return null;
  }
}
