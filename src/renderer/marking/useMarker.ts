import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Highlight, HighlightId, Pen } from '../../shared/annotations.ts';
import { MAX_QUOTE_LENGTH } from '../../shared/annotationSchemas.ts';
import { showInScroller } from '../article/articleMarks.ts';
import { useAppContext } from '../state/store.ts';
import { createAnchor } from './createAnchor.ts';
import type { Marking } from './marking.ts';
import { focusedHighlight, highlightIdsAt } from './paintHighlights.ts';
import { selectedPassage, type SelectedPassage } from './textPlaces.ts';
import type { MarkingEdits } from './useMarkingEdits.ts';

/** What keys and buttons do with the passage or highlight they are meant for. */
export interface Marker {
  /** Marks the selected passage, or changes the pen of the highlight meant; null = the pen used last. */
  readonly highlight: (pen: Pen | null) => Promise<void>;
  /** Opens a note on the selected passage, on the highlight meant, else on the post. */
  readonly writeNote: () => Promise<void>;
  readonly remove: (id: HighlightId) => Promise<void>;
  /** Gives a highlight that lost its place the selected passage. */
  readonly attach: (orphan: Highlight, passage: SelectedPassage) => Promise<void>;
  /** Closes the tools of a highlight; the focus goes back to the text. */
  readonly leaveTools: () => void;
  /** Goes to the next or previous highlight, around the corner. */
  readonly step: (step: 1 | -1) => void;
  /** The selected passage: as it stands, else (the focus has left the text) as it was. */
  readonly passage: () => SelectedPassage | null;
}

interface MarkerPlace {
  readonly marking: Marking;
  readonly edits: MarkingEdits;
  /** Characters without white space before the text on screen; 0 unless it is a part of a long post. */
  readonly partStart: number;
  readonly paper: HTMLElement | null;
}

/** The marker of one article view. */
export function useMarker({ marking, edits, partStart, paper }: MarkerPlace): Marker {
  const { store, actions } = useAppContext();
  const { t } = useTranslation('marking');
  return useMemo(() => {
    const passage = (): SelectedPassage | null =>
      selectedPassage(marking.body()) ?? marking.store.getState().selection;
    const mark = async (found: SelectedPassage, pen: Pen): Promise<HighlightId | null> => {
      const same = sameRange(marking, found);
      if (same !== null) {
        if (same.pen !== pen) await edits.setPen(same.id, pen);
        settle(marking, same.id);
        return same.id;
      }
      if (found.range[1] - found.range[0] > MAX_QUOTE_LENGTH) {
        actions.notify({ kind: 'text', text: t('tooLong') });
        return null;
      }
      const made = await edits.add(pen, createAnchor(found, partStart));
      if (made === null) return null;
      settle(marking, made.id);
      marking.say(t('highlighted', { pen: t(`pens.${pen}`) }));
      return made.id;
    };
    return {
      passage,
      highlight: async (wanted) => {
        const pen = wanted ?? store.getState().settings.pen;
        const found = passage();
        const meant = found === null ? meantHighlight(marking, paper) : null;
        if (wanted !== null && (found ?? meant) !== null) actions.setSettings({ pen });
        if (found !== null) await mark(found, pen);
        else if (meant === null) actions.notify({ kind: 'text', text: t('selectFirst') });
        else if (wanted !== null && (await edits.setPen(meant, pen))) {
          marking.say(t('penChanged', { pen: t(`pens.${pen}`) }));
        }
      },
      writeNote: async () => {
        const found = passage();
        const target =
          found === null
            ? meantHighlight(marking, paper)
            : await mark(found, store.getState().settings.pen);
        if (target !== null) marking.edit(target);
        else if (found === null) marking.edit('post');
      },
      remove: (id) => edits.remove(id),
      attach: async (orphan, found) => {
        await edits.attach(orphan.id, createAnchor(found, partStart), orphan);
        settle(marking, orphan.id);
      },
      leaveTools: () => leaveTools(marking, paper),
      step: (step) => {
        if (!stepTo(marking, step)) actions.notify({ kind: 'text', text: t('noHighlights') });
      },
    };
  }, [store, actions, marking, edits, partStart, paper, t]);
}

function leaveTools(marking: Marking, paper: HTMLElement | null): void {
  const { tools, elements } = marking.store.getState();
  marking.rest();
  const first = tools === null ? undefined : elements.get(tools.id)?.[0];
  (first ?? paper)?.focus({ preventScroll: true });
}

/** The highlight that covers exactly the passage; null when none does. */
function sameRange(marking: Marking, { range }: SelectedPassage): Highlight | null {
  const { placed } = marking.store.getState().placement;
  const found = placed.find((one) => one.range[0] === range[0] && one.range[1] === range[1]);
  return found?.highlight ?? null;
}

/** The passage was taken: nothing is selected any more, and what was made is meant by the next key. */
function settle(marking: Marking, fresh: HighlightId): void {
  const selection = window.getSelection();
  if (marking.store.getState().hasCaret) selection?.collapseToEnd();
  else selection?.removeAllRanges();
  marking.store.setState({ selection: null, tools: null, fresh });
}

/** The highlight a key is meant for: the one with open tools, made just now, with the focus, or under the pointer. */
function meantHighlight(marking: Marking, paper: HTMLElement | null): HighlightId | null {
  const { tools, fresh, placement } = marking.store.getState();
  const body = marking.body();
  const hovered = paper?.querySelector('mark.hl:hover') ?? null;
  const focused = body === null ? null : focusedHighlight(body);
  for (const id of [tools?.id, fresh, focused, highlightIdsAt(hovered)[0]]) {
    const found = placement.placed.find(({ highlight }) => highlight.id === id);
    if (found !== undefined) return found.highlight.id;
  }
  return null;
}

/** Focuses the highlight after (or before) the one with the focus. False when there is none. */
function stepTo(marking: Marking, step: 1 | -1): boolean {
  const { placement, elements } = marking.store.getState();
  const body = marking.body();
  const shown = placement.placed.filter(({ highlight }) => elements.has(highlight.id));
  if (body === null || shown.length === 0) return false;
  const focused = focusedHighlight(body);
  const at = shown.findIndex(({ highlight }) => highlight.id === focused);
  const start = at < 0 && step === -1 ? 0 : at;
  const next = shown[(start + step + shown.length) % shown.length];
  const element = next === undefined ? undefined : elements.get(next.highlight.id)?.[0];
  if (element === undefined) return false;
  element.focus({ preventScroll: true });
  showInScroller(element);
  return true;
}
