import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Post } from '../../shared/model.ts';
import type { HitArrival, Session } from '../state/model.ts';
import { useActions, useAppContext } from '../state/store.ts';
import { hitCount, type ArticleMarks, type Matcher } from './articleMarks.ts';
import { showFragment } from './useArticleLinks.ts';
import { positionKey, type KnownPositions } from './useReadingPosition.ts';

interface Place {
  readonly post: Post;
  readonly marks: ArticleMarks;
  /** What to mark; null = nothing. */
  readonly matcher: Matcher | null;
  /** True when the find bar asks for it: then a change goes to the first match. */
  readonly isFinding: boolean;
  readonly restore: () => void;
  readonly paperRef: RefObject<HTMLDivElement | null>;
  readonly known: KnownPositions;
  /** Whether all of the post is on screen; a long one comes in pieces. */
  readonly isHere: boolean;
}

/**
 * Marks, then places the post: at the hit that the reader came to from another post, else where the link that led here
 * points, else at its first hit when something is looked for, else where it was left. One that is back from last time
 * stands where it was left, whatever is looked for.
 */
export function usePlace(place: Place): void {
  const { post, marks, matcher, isFinding, restore, paperRef, known, isHere } = place;
  const { store } = useAppContext();
  const { arrivedAtHit } = useActions();
  const isReturned = useIsReturned(post, known);
  const [arrival] = useState(() => arrivalAt(post, store.getState().session?.arrival ?? null));
  const isPlaced = useRef(false);
  useLayoutEffect(() => {
    marks.setMatcher(matcher);
    if (!isHere) return;
    const total = hitCount(marks.store.getState());
    if (isPlaced.current) {
      if (isFinding && total > 0) marks.step(1);
      return;
    }
    isPlaced.current = true;
    if (arrival !== null) {
      arrivedAtHit();
      if (arrival === 'left') restore();
      else if (total > 0) marks.goTo(arrival === 'first' ? 0 : total - 1);
    } else if (!showNamedPlace(paperRef.current, store.getState().session)) {
      if (!isReturned && total > 0) marks.show(0);
      else restore();
    }
  }, [
    marks,
    matcher,
    isFinding,
    restore,
    paperRef,
    isReturned,
    store,
    arrival,
    arrivedAtHit,
    isHere,
  ]);
}

/** Shows the place that the link which led here names; false when it names none, or one that is not there. */
function showNamedPlace(paper: HTMLElement | null, session: Session | null): boolean {
  const fragment = session?.openFragment ?? null;
  return fragment !== null && showFragment(paper?.querySelector('.post-body') ?? null, fragment);
}

const arrivalAt = ({ path }: Post, arrival: HitArrival | null): HitArrival['at'] | null =>
  arrival?.path === path ? arrival.at : null;

/**
 * Whether the post was open when the archive was last left (the app was closed, or its page died) and has not been
 * read in this window yet.
 */
function useIsReturned({ archiveId, path }: Post, known: KnownPositions): boolean {
  const { store } = useAppContext();
  const [isReturned] = useState(
    () =>
      store.getState().session?.returnedPath === path && !known.has(positionKey(archiveId, path)),
  );
  return isReturned;
}
