import { readArticleText, type ArticleText } from '../article/articleText.ts';
import type { CaretMove } from './caretKeys.ts';
import { stepCaret } from './caretSteps.ts';
import { placeOf, selectInText } from './textPlaces.ts';

interface CaretPress {
  readonly body: HTMLElement;
  /** Language of the text, for its words. */
  readonly lang: string;
  readonly move: CaretMove;
  /** True with Shift: the beginning of the selection stays. */
  readonly isSelecting: boolean;
}

/** Moves the caret (the end of the selection that moves) in an article's body; it never leaves the post's own text. */
export function moveCaret({ body, lang, move, isSelecting }: CaretPress): void {
  const selection = window.getSelection();
  if (selection === null) return;
  const article = readArticleText(body);
  const { anchor, focus } = ends(article, selection);
  const target =
    move.kind === 'line' || move.kind === 'line-end'
      ? lineTarget(article, selection, move)
      : textTarget(article.text, focus ?? 0, { move, lang });
  const to = target ?? focus ?? 0;
  selectInText(body, isSelecting ? (anchor ?? to) : to, to);
}

/** Both ends of the selection as places of the text; null where they are not in it. */
function ends(article: ArticleText, selection: Selection) {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return {
    anchor: anchorNode === null ? null : placeOf(article, anchorNode, anchorOffset),
    focus: focusNode === null ? null : placeOf(article, focusNode, focusOffset),
  };
}

/** Only the page knows its lines: the selection itself goes there, and its place is read off. Null = out of the text. */
function lineTarget(
  article: ArticleText,
  selection: Selection,
  move: Extract<CaretMove, { kind: 'line' | 'line-end' }>,
): number | null {
  const count = move.kind === 'line' ? move.count : 1;
  const granularity = move.kind === 'line' ? 'line' : 'lineboundary';
  let place: number | null = null;
  for (let done = 0; done < count; done += 1) {
    selection.modify('extend', move.way === 1 ? 'forward' : 'backward', granularity);
    const { focusNode, focusOffset } = selection;
    // Beyond the first or last line stands something else: the headline, say.
    if (!(focusNode instanceof Text) || !article.nodes.includes(focusNode)) break;
    place = placeOf(article, focusNode, focusOffset);
  }
  return place;
}

function textTarget(
  text: string,
  from: number,
  {
    move,
    lang,
  }: {
    readonly move: Extract<CaretMove, { kind: 'step' | 'text-end' }>;
    readonly lang: string;
  },
): number {
  if (move.kind === 'step') return stepCaret(text, Math.min(from, text.length), { ...move, lang });
  return move.way === 1 ? text.trimEnd().length : text.length - text.trimStart().length;
}
