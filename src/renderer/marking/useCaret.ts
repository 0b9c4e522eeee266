import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { readArticleText } from '../article/articleText.ts';
import { stepCaret, type CaretStep } from './caretSteps.ts';
import type { Marking } from './marking.ts';
import { placeOf, selectInText } from './textPlaces.ts';

/** Lines that a page key goes. */
const PAGE_LINES = 12;

/** What a key asks of the caret. */
type CaretMove =
  | { readonly kind: 'step'; readonly step: CaretStep; readonly way: 1 | -1 }
  | { readonly kind: 'line'; readonly way: 1 | -1; readonly count: number }
  | { readonly kind: 'line-end'; readonly way: 1 | -1 }
  | { readonly kind: 'text-end'; readonly way: 1 | -1 };

/** What a key press means for a caret; null = nothing. Word keys are Alt on macOS, Control elsewhere. */
export function caretMove(
  { key, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  isMac: boolean,
): CaretMove | null {
  const isWord = isMac ? altKey : ctrlKey;
  const isFar = isMac ? metaKey : ctrlKey;
  if ((isMac ? ctrlKey : altKey || metaKey) || (isMac && altKey && metaKey)) return null;
  const way = /Right|Down|End/u.test(key) ? 1 : -1;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      if (isMac && metaKey) return { kind: 'line-end', way };
      return { kind: 'step', step: isWord ? 'word' : 'character', way };
    case 'ArrowUp':
    case 'ArrowDown':
      return isFar ? { kind: 'text-end', way } : { kind: 'line', way, count: 1 };
    case 'PageUp':
    case 'PageDown':
      return { kind: 'line', way, count: PAGE_LINES };
    case 'Home':
    case 'End':
      return isFar ? { kind: 'text-end', way } : { kind: 'line-end', way };
    default:
      return null;
  }
}

interface CaretPlace {
  readonly marking: Marking;
  readonly paper: HTMLElement | null;
  readonly lang: string;
  readonly isMac: boolean;
}

/** The caret of an article: while it is on, arrow keys move it and Shift selects; Esc ends it. */
export function useCaret({ marking, paper, lang, isMac }: CaretPlace): void {
  const { t } = useTranslation('marking');
  const hasCaret = useStore(marking.store, (state) => state.hasCaret);
  useEffect(() => {
    if (paper === null || !hasCaret) return undefined;
    const end = (): void => {
      marking.store.setState({ hasCaret: false });
      marking.say(t('caretOff'));
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.target !== paper && !isPlainStop(event.target)) return;
      if (event.key === 'Escape') {
        // The bar at a selection is a layer of its own: the first Esc closes that.
        if (marking.store.getState().selection !== null) return;
        end();
      } else {
        const move = caretMove(event, isMac);
        const body = marking.body();
        if (move === null || body === null) return;
        moveCaret({ body, lang, move, isSelecting: event.shiftKey });
        if (event.target !== paper) paper.focus({ preventScroll: true });
        keepInView(paper);
      }
      event.preventDefault();
      event.stopPropagation();
    };
    // Elsewhere (another pane, a field) arrow keys mean something else, and nobody would look for a caret here.
    const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
      const frame = paper.parentElement;
      if (relatedTarget instanceof Node && frame?.contains(relatedTarget) !== true) end();
    };
    paper.addEventListener('keydown', onKeyDown, true);
    paper.addEventListener('focusout', onFocusOut);
    return () => {
      paper.removeEventListener('keydown', onKeyDown, true);
      paper.removeEventListener('focusout', onFocusOut);
    };
  }, [marking, paper, hasCaret, lang, isMac, t]);
}

/** Links and highlights in the text: arrow keys mean nothing else on them. */
const isPlainStop = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('.post-body a, mark.hl');

interface Move {
  readonly body: HTMLElement;
  readonly lang: string;
  readonly move: CaretMove;
  readonly isSelecting: boolean;
}

function moveCaret({ body, lang, move, isSelecting }: Move): void {
  const selection = window.getSelection();
  if (selection === null) return;
  if (move.kind === 'line' || move.kind === 'line-end') {
    const how = isSelecting ? 'extend' : 'move';
    const granularity = move.kind === 'line' ? 'line' : 'lineboundary';
    const before = [selection.focusNode, selection.focusOffset] as const;
    const count = move.kind === 'line' ? move.count : 1;
    for (let done = 0; done < count; done += 1) {
      selection.modify(how, move.way === 1 ? 'forward' : 'backward', granularity);
    }
    stayInText(body, before, isSelecting);
    return;
  }
  const article = readArticleText(body);
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const focus = focusNode === null ? null : placeOf(article, focusNode, focusOffset);
  const anchor = anchorNode === null ? null : placeOf(article, anchorNode, anchorOffset);
  const from = focus ?? 0;
  const whole = article.text.length;
  const to =
    move.kind === 'text-end'
      ? textEnd(article.text, move.way)
      : stepCaret(article.text, Math.min(from, whole), { ...move, lang });
  selectInText(body, isSelecting ? (anchor ?? from) : to, to);
}

const textEnd = (text: string, way: 1 | -1): number =>
  way === 1 ? text.trimEnd().length : text.length - text.trimStart().length;

/** A line beyond the first or last one of the body is no place for the caret: it goes back to the nearest in it. */
function stayInText(
  body: HTMLElement,
  [node, offset]: readonly [Node | null, number],
  isSelecting: boolean,
): void {
  const selection = window.getSelection();
  const article = readArticleText(body);
  const now = selection?.focusNode ?? null;
  if (selection === null || now === null) return;
  if (now instanceof Text && article.nodes.includes(now)) return;
  const place = body.contains(now) ? placeOf(article, now, selection.focusOffset) : null;
  const back = place ?? (node === null ? 0 : placeOf(article, node, offset)) ?? 0;
  const { anchorNode, anchorOffset } = selection;
  const anchor =
    isSelecting && anchorNode !== null ? placeOf(article, anchorNode, anchorOffset) : null;
  selectInText(body, anchor ?? back, back);
}

/** Where the caret is drawn: the rectangle of the end of the selection that moves; null when there is none. */
export function caretRect(): DOMRect | null {
  const selection = window.getSelection();
  const node = selection?.focusNode ?? null;
  if (selection === null || node === null) return null;
  const range = document.createRange();
  range.setStart(node, selection.focusOffset);
  range.collapse(true);
  return range.getClientRects()[0] ?? null;
}

function keepInView(paper: HTMLElement): void {
  const rect = caretRect();
  if (rect === null) return;
  const view = paper.getBoundingClientRect();
  const margin = 48;
  if (rect.top < view.top + margin) paper.scrollTop -= view.top + margin - rect.top;
  else if (rect.bottom > view.bottom - margin) {
    paper.scrollTop += rect.bottom - view.bottom + margin;
  }
}

/** Puts the caret at the first character in view, unless something is selected in the body already. */
export function placeCaret(body: HTMLElement, paper: HTMLElement): void {
  const selection = window.getSelection();
  if (selection?.focusNode instanceof Text && body.contains(selection.focusNode)) return;
  const article = readArticleText(body);
  const top = paper.getBoundingClientRect().top;
  const range = document.createRange();
  const place = article.nodes.findIndex((node) => {
    if (node.data.trim() === '') return false;
    range.selectNodeContents(node);
    return range.getBoundingClientRect().bottom > top;
  });
  const start = article.spans[Math.max(0, place)]?.start ?? 0;
  const offset = article.text.slice(start).search(/\S/u);
  selectInText(body, start + Math.max(0, offset), start + Math.max(0, offset));
}
