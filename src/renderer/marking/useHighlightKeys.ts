import { useEffect } from 'react';
import type { HighlightId } from '../../shared/annotations.ts';
import type { Marking } from './marking.ts';
import { focusBar } from './PassageBar.tsx';
import { highlightIdsAt } from './paintHighlights.ts';
import type { Marker } from './useMarker.ts';

/** Presses on highlights, and the keys that belong to the text while its tools are open. */
export function useHighlightKeys(
  marking: Marking,
  marker: Marker,
  paper: HTMLElement | null,
): void {
  useEffect(() => {
    if (paper === null) return undefined;
    const open = (target: EventTarget | null, hasFocus: boolean): boolean => {
      const ids = knownIds(marking, highlightIdsAt(target));
      const [id] = ids;
      if (id === undefined) return false;
      marking.store.setState({ tools: { id, ids, hasFocus }, selection: null });
      return true;
    };
    const onClick = (event: MouseEvent): void => {
      if (event.button !== 0 || event.defaultPrevented) return;
      if (window.getSelection()?.isCollapsed === false) return;
      open(event.target, false);
    };
    const remove = (target: EventTarget | null): boolean => {
      const [id] = knownIds(marking, highlightIdsAt(target));
      if (id === undefined) return false;
      paper.focus({ preventScroll: true });
      void marker.remove(id);
      return true;
    };
    const onMarkKey = ({ key, target }: KeyboardEvent): boolean => {
      if (!isMark(target)) return false;
      if (key === 'Enter') return open(target, true);
      return (key === 'Delete' || key === 'Backspace') && remove(target);
    };
    const onToolsKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
      const { tools, selection } = marking.store.getState();
      if (tools === null && selection === null) return false;
      if (key === 'Tab' && !shiftKey) return focusBar(paper.parentElement);
      if (key === 'Escape') marking.rest();
      return key === 'Escape';
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isWriting(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      // On the way to another highlight: the one made just before is no longer meant.
      if (event.key === 'Tab') marking.store.setState({ fresh: null });
      if (!onMarkKey(event) && !onToolsKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    paper.addEventListener('click', onClick);
    paper.addEventListener('keydown', onKeyDown);
    return () => {
      paper.removeEventListener('click', onClick);
      paper.removeEventListener('keydown', onKeyDown);
    };
  }, [marking, marker, paper]);
}

const isMark = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('mark.hl');

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;

const knownIds = (marking: Marking, ids: readonly string[]): readonly HighlightId[] =>
  ids.flatMap((id) =>
    marking.store
      .getState()
      .placement.placed.flatMap(({ highlight }) => (highlight.id === id ? [highlight.id] : [])),
  );
