import type { CaretStep } from './caretSteps.ts';

/** What a key asks of the caret. */
export type CaretMove =
  | { readonly kind: 'step'; readonly step: CaretStep; readonly way: 1 | -1 }
  | { readonly kind: 'line'; readonly way: 1 | -1; readonly count: number }
  | { readonly kind: 'line-end'; readonly way: 1 | -1 }
  | { readonly kind: 'text-end'; readonly way: 1 | -1 };

/** Lines that a page key goes. */
const PAGE_LINES = 12;

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What the keys mean without a modifier, with the one for words, and with the one for far moves. */
type Table = Readonly<Record<string, CaretMove>>;

const plain: Table = {
  ArrowLeft: { kind: 'step', step: 'character', way: -1 },
  ArrowRight: { kind: 'step', step: 'character', way: 1 },
  ArrowUp: { kind: 'line', way: -1, count: 1 },
  ArrowDown: { kind: 'line', way: 1, count: 1 },
  PageUp: { kind: 'line', way: -1, count: PAGE_LINES },
  PageDown: { kind: 'line', way: 1, count: PAGE_LINES },
  Home: { kind: 'line-end', way: -1 },
  End: { kind: 'line-end', way: 1 },
};
const words: Table = {
  ArrowLeft: { kind: 'step', step: 'word', way: -1 },
  ArrowRight: { kind: 'step', step: 'word', way: 1 },
};
const ends: Table = {
  Home: { kind: 'text-end', way: -1 },
  End: { kind: 'text-end', way: 1 },
};
const macEnds: Table = {
  ArrowLeft: { kind: 'line-end', way: -1 },
  ArrowRight: { kind: 'line-end', way: 1 },
  ArrowUp: { kind: 'text-end', way: -1 },
  ArrowDown: { kind: 'text-end', way: 1 },
};

/** Tables by the modifiers held; word keys are Alt on macOS, Control elsewhere. */
const onMac: Readonly<Record<string, Table>> = { '': plain, alt: words, meta: macEnds };
const elsewhere: Readonly<Record<string, Table>> = { '': plain, ctrl: { ...words, ...ends } };

/** What a key press means for a caret; null = nothing. Shift does not count: it selects. */
export function caretMove(
  { key, ctrlKey, altKey, metaKey }: Keys,
  isMac: boolean,
): CaretMove | null {
  const held = [ctrlKey && 'ctrl', altKey && 'alt', metaKey && 'meta'].filter(Boolean).join('+');
  const table = (isMac ? onMac : elsewhere)[held] ?? {};
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
