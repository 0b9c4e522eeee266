import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pen } from '../../shared/annotations.ts';
import type { MarkingWish } from '../state/model.ts';
import { useAppContext } from '../state/store.ts';
import type { Marking } from './marking.ts';
import { placeCaret } from './useCaret.ts';
import type { Marker } from './useMarker.ts';

const penOf: Readonly<Partial<Record<MarkingWish, Pen>>> = {
  'pen-yellow': 'yellow',
  'pen-green': 'green',
  'pen-blue': 'blue',
  'pen-pink': 'pink',
};

/** Does what keys, menu, palette and buttons ask for. */
export function useMarkingWishes(
  marking: Marking,
  marker: Marker,
  paper: HTMLElement | null,
): void {
  const { store } = useAppContext();
  const { t } = useTranslation('marking');
  useEffect(() => {
    const toggleCaret = (): void => {
      const body = marking.body();
      const hasCaret = !marking.store.getState().hasCaret;
      if (body === null || paper === null) return;
      if (hasCaret) {
        paper.focus({ preventScroll: true });
        placeCaret(body, paper);
      }
      marking.store.setState({ hasCaret });
      marking.say(t(hasCaret ? 'caretOn' : 'caretOff'));
    };
    const grant = (wish: MarkingWish): void => {
      const pen = penOf[wish];
      if (pen !== undefined) void marker.highlight(pen);
      else if (wish === 'highlight') void marker.highlight(null);
      else if (wish === 'note') void marker.writeNote();
      else if (wish === 'post-note') marking.edit('post');
      else if (wish === 'caret') toggleCaret();
      else marker.step(wish === 'next-highlight' ? 1 : -1);
    };
    return store.subscribe(({ session }, { session: before }) => {
      const asked = session?.marking ?? null;
      if (asked === null || asked.request === before?.marking?.request) return;
      if (before?.archiveId === session?.archiveId) grant(asked.wish);
    });
  }, [store, marking, marker, paper, t]);
}
