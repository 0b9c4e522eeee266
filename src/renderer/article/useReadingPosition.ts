import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { ArchiveId, Passage, Post } from '../../shared/model.ts';
import { useApi } from '../state/store.ts';
import { isAtEdge, passageInView, shareAbove, showPassage } from './passageInView.ts';

/** A position is saved when scrolling has rested for this long (milliseconds). */
const SAVE_DELAY = 800;

/** Share of a scroller scrolled past, 0 to 1; 0 when it does not scroll. */
function shareOf(scroller: HTMLElement): number {
  const range = scroller.scrollHeight - scroller.clientHeight;
  return range <= 0 ? 0 : Math.min(1, Math.max(0, scroller.scrollTop / range));
}

/** The share of a post for the share of the part on screen; the end of a part is not yet the next one. */
function shareOfWhole(share: number, part: Post['part']): number {
  return part === undefined ? share : (part.index + Math.min(share, 0.999)) / part.count;
}

/** Where the reader stood in a post. */
export interface ReadingPosition {
  /** Goes back to where the post was left. */
  readonly restore: () => void;
  /** To be called on every scroll. */
  readonly onScroll: () => void;
}

/** Where a post was left: the share scrolled past, and the words there (null = unknown). */
interface LeftAt {
  readonly share: number;
  readonly passage: Passage | null;
}

/** Positions of this window, by archive and path: newer than what the posts themselves say. */
export type KnownPositions = Map<string, LeftAt>;

/** Under what a post's position is known. */
export const positionKey = (archiveId: ArchiveId, path: string): string => `${archiveId}/${path}`;

interface Place {
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly post: Pick<Post, 'archiveId' | 'path' | 'position' | 'passage' | 'part'>;
  readonly known: KnownPositions;
}

/**
 * Remembers where a post was read, in this window at once and in the library shortly after: by the words at the upper edge,
 * which hold in another window, another size of type and after an edit above, and by the share of the whole for where there
 * are none, or they are gone.
 */
export function useReadingPosition({ scrollerRef, post, known }: Place): ReadingPosition {
  const api = useApi();
  const { archiveId, path, position, passage, part } = post;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const key =
    part === undefined
      ? positionKey(archiveId, path)
      : `${positionKey(archiveId, path)}/${part.index}`;

  /** The words that count: those known before while they stand at the edge, so that no layout moves the place bit by bit. */
  const kept = useRef<Passage | null>(passage);

  const save = useCallback(() => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    const scroller = scrollerRef.current;
    const share = known.get(key)?.share ?? 0;
    if (scroller !== null) {
      const before = share > 0 ? kept.current : null;
      kept.current =
        before !== null && isAtEdge(scroller, before, shareAbove(scroller))
          ? before
          : passageInView(scroller);
    }
    known.set(key, { share, passage: kept.current });
    void api.call('posts.setPosition', {
      archiveId,
      path,
      position: shareOfWhole(share, part),
      passage: kept.current,
    });
  }, [api, scrollerRef, archiveId, path, key, known, part]);

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => window.removeEventListener('pagehide', save);
  }, [save]);

  // Another post, or the end of the view: what is not saved yet is saved now, under the old path, while its text is there.
  useLayoutEffect(() => save, [save]);

  const restore = useCallback(() => {
    const scroller = scrollerRef.current;
    if (scroller === null) return;
    const left = known.get(key) ?? { share: position, passage };
    kept.current = left.passage;
    scroller.scrollTop = left.share * (scroller.scrollHeight - scroller.clientHeight);
    if (left.passage !== null) showPassage(scroller, left.passage, shareAbove(scroller));
  }, [scrollerRef, key, position, passage, known]);

  const onScroll = useCallback(() => {
    const scroller = scrollerRef.current;
    if (scroller === null) return;
    known.set(key, { share: shareOf(scroller), passage: kept.current });
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(save, SAVE_DELAY);
  }, [scrollerRef, key, save, known]);

  return { restore, onScroll };
}
