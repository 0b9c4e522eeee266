import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Marking } from './marking.ts';
import { highlightIdsAt } from './paintHighlights.ts';
import { selectedPassage } from './textPlaces.ts';

/** A selection made by keys is taken when it has stood still for this long (milliseconds). */
const STANDS_STILL = 350;

/**
 * Tells the marking what is selected: at the end of a drag, or when keys have rested. While a field has the focus (the
 * palette's, say) the last selection is kept: the page forgets it then, the reader does not.
 */
export function useSelectionWatch(marking: Marking, paper: HTMLElement | null): void {
  const { t } = useTranslation('marking');
  useFreshWatch(marking, paper);
  useEffect(() => {
    if (paper === null) return undefined;
    let isPointerDown = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Left with Escape, a selection stays on the page. It is not offered again when the focus comes back to the page.
    let seen: readonly [number, number] | null = null;
    const look = (isByKeys: boolean): void => {
      clearTimeout(timer);
      const selection = selectedPassage(marking.body());
      if (isByKeys && selection !== null && isSame(selection.range, seen)) return;
      seen = selection?.range ?? null;
      if (selection === null) {
        marking.store.setState({ selection: null });
        return;
      }
      marking.store.setState({ selection, isSelectedByKeys: isByKeys, tools: null, fresh: null });
      if (isByKeys) marking.say(t('selected'));
    };
    const onChange = (): void => {
      if (isPointerDown || isInField()) return;
      clearTimeout(timer);
      const selection = window.getSelection();
      if (selection === null || selection.isCollapsed) marking.store.setState({ selection: null });
      else if (!isKnown(marking)) timer = setTimeout(() => look(true), STANDS_STILL);
    };
    const onDown = ({ target }: PointerEvent): void => {
      if (target instanceof Element && target.closest('.passage-bar, .orphans') !== null) return;
      isPointerDown = paper.contains(target instanceof Node ? target : null);
      if (isPointerDown) {
        const { tools } = marking.store.getState();
        const isOnIt = tools !== null && highlightIdsAt(target).includes(tools.id);
        marking.store.setState({
          selection: null,
          fresh: null,
          ...(isOnIt ? {} : { tools: null }),
        });
      }
    };
    const onUp = (): void => {
      if (!isPointerDown) return;
      isPointerDown = false;
      // After the click, which may have taken the selection away.
      timer = setTimeout(() => look(false), 0);
    };
    document.addEventListener('selectionchange', onChange);
    window.addEventListener('pointerdown', onDown, true);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onUp);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', onChange);
      window.removeEventListener('pointerdown', onDown, true);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onUp);
    };
  }, [marking, paper, t]);
}

/** Pointed at another highlight, that one is meant: no more the one made just before. */
function useFreshWatch(marking: Marking, paper: HTMLElement | null): void {
  useEffect(() => {
    const onMove = ({ target, movementX, movementY }: PointerEvent): void => {
      const { fresh } = marking.store.getState();
      // Events without movement come from the page being laid out anew under a pointer that rests.
      if (fresh === null || (movementX === 0 && movementY === 0)) return;
      const ids = highlightIdsAt(target);
      if (ids.length > 0 && !ids.includes(fresh)) marking.store.setState({ fresh: null });
    };
    paper?.addEventListener('pointermove', onMove);
    return () => paper?.removeEventListener('pointermove', onMove);
  }, [marking, paper]);
}

const isInField = (): boolean =>
  document.activeElement instanceof HTMLInputElement ||
  document.activeElement instanceof HTMLTextAreaElement;

const isSame = (range: readonly [number, number], other: readonly [number, number] | null) =>
  range[0] === other?.[0] && range[1] === other[1];

/** Whether what is selected now is what the marking knows already (nodes were changed under it). */
function isKnown(marking: Marking): boolean {
  const known = marking.store.getState().selection;
  const now = selectedPassage(marking.body());
  return (
    known !== null &&
    now !== null &&
    known.range[0] === now.range[0] &&
    known.range[1] === now.range[1]
  );
}
