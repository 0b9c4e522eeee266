import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { ArchiveId, Post } from '../../shared/model.ts';
import { useApi } from '../state/store.ts';

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

/** Positions of this window, by archive and path: newer than what the posts themselves say. */
export type KnownPositions = Map<string, number>;

/** Under what a post's position is known. */
export const positionKey = (archiveId: ArchiveId, path: string): string => `${archiveId}/${path}`;

interface Place {
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly post: Pick<Post, 'archiveId' | 'path' | 'position' | 'part'>;
  readonly known: KnownPositions;
}

/** Remembers how far a post was read, in this window at once and in the library shortly after. */
export function useReadingPosition({ scrollerRef, post, known }: Place): ReadingPosition {
  const api = useApi();
  const { archiveId, path, position, part } = post;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const key =
    part === undefined
      ? positionKey(archiveId, path)
      : `${positionKey(archiveId, path)}/${part.index}`;

  const save = useCallback(() => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    void api.call('posts.setPosition', {
      archiveId,
      path,
      position: shareOfWhole(known.get(key) ?? 0, part),
    });
  }, [api, archiveId, path, key, known, part]);

  // Another post, or the end of the view or of the window: what is not saved yet is saved now, under the old path.
  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  const restore = useCallback(() => {
    const scroller = scrollerRef.current;
    if (scroller === null) return;
    const share = known.get(key) ?? position;
    scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
  }, [scrollerRef, key, position, known]);

  const onScroll = useCallback(() => {
    const scroller = scrollerRef.current;
    if (scroller === null) return;
    known.set(key, shareOf(scroller));
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(save, SAVE_DELAY);
  }, [scrollerRef, key, save, known]);

  return { restore, onScroll };
}
