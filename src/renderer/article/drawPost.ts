import { cutPost, isLongHtml, PIECE_WEIGHT, type PostPiece } from './cutPost.ts';
import {
  buildFragment,
  dressPiece,
  type FragmentSource,
  type FragmentWords,
} from './postFragment.ts';

/** A post being drawn. */
export interface Drawing {
  /** Draws what is left at once; nothing when all of it is there. */
  readonly finish: () => void;
  /** Ends it where it stands. */
  readonly stop: () => void;
}

interface DrawingChoice {
  readonly post: FragmentSource;
  readonly words: FragmentWords;
  /** True: all of it at once, however long it is. */
  readonly isWhole: boolean;
  /** All of the post is in the body. Called once, before `drawPost` returns when the post is drawn at one go. */
  readonly onDrawn: () => void;
}

/** Drawing goes on for so long (milliseconds) before the window gets its turn. */
const TURN = 8;

/** Class of the boxes that the pieces of a long post stand in; they are drawn anew one by one. */
const PIECE = 'piece';

/**
 * Puts a post into the body of the article view. A long one comes in pieces: what fills the first screen at once, the
 * rest in short turns, so that no key and no click waits for it.
 */
export function drawPost(body: HTMLElement, choice: DrawingChoice): Drawing {
  const { post, words, isWhole, onDrawn } = choice;
  if (isWhole || !isLongHtml(post.html)) {
    body.replaceChildren(buildFragment(post, words));
    onDrawn();
    return { finish: () => undefined, stop: () => undefined };
  }
  body.replaceChildren();
  const pieces = cutPost(post.html);
  let next = 0;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drawNext = (): number => {
    const piece = pieces[next];
    next += 1;
    if (piece === undefined) return 0;
    dressPiece(piece.holder, { post, words, isFirst: next === 1 });
    piece.finish?.();
    putPiece(body, piece);
    return piece.weight;
  };
  const stop = (): void => {
    isOver = true;
    clearTimeout(timer);
  };
  const end = (): void => {
    stop();
    onDrawn();
  };
  const turn = (): void => {
    const until = performance.now() + TURN;
    // Laid out within the turn, so that its time is known.
    while (next < pieces.length && body.offsetHeight >= 0 && performance.now() < until) drawNext();
    // Whoever works with the whole of it takes a turn of its own.
    timer = setTimeout(next < pieces.length ? turn : end, 0);
  };
  let weight = 0;
  while (next < pieces.length && weight < PIECE_WEIGHT * 0.75) weight += drawNext();
  if (next < pieces.length) timer = setTimeout(turn, 0);
  else end();
  return {
    stop,
    finish: () => {
      if (isOver) return;
      while (next < pieces.length) drawNext();
      end();
    },
  };
}

/** Where the element that a piece belongs into did not outlive sanitising, it goes to the end of the post. */
function putPiece(body: HTMLElement, { holder, from, into }: PostPiece): void {
  if (into !== null && body.contains(into)) {
    into.append(...from.childNodes);
    return;
  }
  holder.className = PIECE;
  body.append(holder);
}
