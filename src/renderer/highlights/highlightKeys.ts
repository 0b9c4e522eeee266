import { pens, type Pen } from '../../shared/annotations.ts';
import { readListKey, type ListKey, type PressedKey } from '../posts/listKeys.ts';

/** PURE. What a key means while the list of highlights has the focus. */
export type HighlightKey =
  | Exclude<ListKey, { kind: 'enter' }>
  | { readonly kind: 'open' }
  | { readonly kind: 'tick' }
  | { readonly kind: 'tick-all' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'note' }
  | { readonly kind: 'pen'; readonly pen: Pen };

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
  const named = readMove(pressed, reading.pageRows) ?? readNamed(pressed.key, pressed.shiftKey);
  if (named !== null) return named;
  return reading.hasSingleKeys && !pressed.shiftKey ? readLetter(pressed.key) : null;
}

/** The rows are gone through as those of the posts are. */
function readMove(pressed: PressedKey, pageRows: number): HighlightKey | null {
  const key = readListKey(pressed, pageRows);
  return key === null || key.kind === 'enter' ? null : key;
}

function readNamed(key: string, isExtending: boolean): HighlightKey | null {
  switch (key) {
    case ' ':
      return isExtending ? null : { kind: 'tick' };
    case 'Enter':
      return { kind: 'open' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'remove' };
    case 'F2':
      return { kind: 'note' };
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
