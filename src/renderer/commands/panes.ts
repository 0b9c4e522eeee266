import type { Pane } from '../state/model.ts';

/** Panes in the order of F6. */
const order: readonly Pane[] = ['sidebar', 'list', 'article', 'second', 'problems'];

/** The element of a pane; panes carry `data-pane`. The sidebar lies over its rail. Null when it is not on screen. */
const elementOf = (pane: Pane): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>(`[data-pane="${pane}"]`)].at(-1) ?? null;

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), [tabindex]:not([tabindex="-1"])';

/** Moves the focus into a pane: to what it marks with `data-pane-focus`, else to its first control. */
export function focusPane(pane: Pane): void {
  const element = elementOf(pane);
  const target =
    element?.querySelector<HTMLElement>('[data-pane-focus]') ??
    element?.querySelector<HTMLElement>(FOCUSABLE);
  target?.focus();
}

/** As {@link focusPane}; the other pane when this one is not on screen. */
export const focusPaneOr = (pane: Pane, other: Pane): void =>
  focusPane(elementOf(pane) === null ? other : pane);

/** Whether the reader is typing a search. */
export const hasSearchFocus = (): boolean =>
  document.activeElement instanceof HTMLElement && 'search' in document.activeElement.dataset;

/** Moves the focus into the search field and selects a part of its text; null leaves what is selected. */
export function focusSearchField(range: readonly [start: number, end: number] | null): void {
  const field = document.querySelector<HTMLInputElement>('input[data-search]');
  field?.focus();
  if (range !== null) field?.setSelectionRange(range[0], range[1]);
}

/** The pane that holds the focus; the list when none does. */
export const focusedPane = (): Pane => {
  const pane = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
  return order.find((known) => known === pane) ?? 'list';
};

/** F6: the next pane on screen (or the one before), around the corner. */
export function cyclePane(step: 1 | -1): void {
  const shown = order.filter((pane) => elementOf(pane) !== null);
  const place = shown.indexOf(focusedPane());
  const next = shown[(place + step + shown.length) % shown.length];
  if (next !== undefined) focusPane(next);
}
