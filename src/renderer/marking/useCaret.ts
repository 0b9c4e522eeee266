import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { readArticleText } from '../article/articleText.ts';
import { caretMove } from './caretKeys.ts';
import { moveCaret } from './moveCaret.ts';
import type { Marking } from './marking.ts';
import { selectInText } from './textPlaces.ts';

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

/** The first hit of the search that is wholly in view: who comes from a search wants those words. Null when none is. */
function hitInView(body: HTMLElement, paper: HTMLElement): Text | null {
  const view = paper.getBoundingClientRect();
  const hit = [...body.querySelectorAll('mark.hit')].find((mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return top >= view.top && bottom <= view.bottom;
  });
  return hit?.firstChild instanceof Text ? hit.firstChild : null;
}

/**
 * Puts the caret at the first hit in view, without one at the first line that begins in view; not when something is
 * selected in the body already.
 */
export function placeCaret(body: HTMLElement, paper: HTMLElement): void {
  const selection = window.getSelection();
  if (selection?.focusNode instanceof Text && body.contains(selection.focusNode)) return;
  const article = readArticleText(body);
  const hit = hitInView(body, paper);
  const place = hit === null ? firstInView(article.nodes, paper) : article.nodes.indexOf(hit);
  const start = article.spans[Math.max(0, place)]?.start ?? 0;
  const offset = article.text.slice(start).search(/\S/u);
  selectInText(body, start + Math.max(0, offset), start + Math.max(0, offset));
}

/** The number of the first text that begins in view, else of the first that reaches into it; -1 when none does. */
function firstInView(nodes: readonly Text[], paper: HTMLElement): number {
  const { top, bottom } = paper.getBoundingClientRect();
  const range = document.createRange();
  let reaching = -1;
  for (const [place, node] of nodes.entries()) {
    if (node.data.trim() === '') continue;
    range.selectNodeContents(node);
    const first = range.getClientRects()[0];
    if (first === undefined || range.getBoundingClientRect().bottom <= top) continue;
    if (first.top >= top && first.bottom <= bottom) return place;
    if (first.top >= bottom) break;
    if (reaching < 0) reaching = place;
  }
  return reaching;
}
