import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Post } from '../../shared/model.ts';
import type { PostNote } from '../../shared/annotations.ts';
import { showInScroller, type ArticleMarks } from '../article/articleMarks.ts';
import { useActions, useApp, useSession } from '../state/store.ts';
import { createMarking, type Marking } from './marking.ts';
import { createHighlightPlacer } from './placeHighlights.ts';
import { useAnnotations } from './useAnnotations.ts';
import { useCaret } from './useCaret.ts';
import { useHighlightKeys } from './useHighlightKeys.ts';
import { useMarker, type Marker } from './useMarker.ts';
import { useMarkingEdits, type MarkingEdits } from './useMarkingEdits.ts';
import { useMarkingWishes } from './useMarkingWishes.ts';
import { useSelectionWatch } from './useSelectionWatch.ts';

/** Everything about marks that the parts of one article view share. */
export interface ArticleMarking {
  readonly post: Post;
  readonly marking: Marking;
  readonly marker: Marker;
  readonly edits: MarkingEdits;
  readonly note: PostNote | null;
  readonly paper: HTMLElement | null;
}

interface MarkingPlace {
  readonly post: Post;
  readonly marks: ArticleMarks;
  /** The scroller; null before it is there. */
  readonly paper: HTMLElement | null;
}

/** What the reader wrote on the post on screen, and the means to write more. Its `marking.setBody` gets the body's nodes. */
export function useMarking({ post, marks, paper }: MarkingPlace): ArticleMarking {
  const { archiveId, path, part, lang } = post;
  const { t } = useTranslation('marking');
  const [marking] = useState(() => createMarking(marks));
  const [place] = useState(createHighlightPlacer);
  const isMac = useApp(({ app }) => app.platform === 'mac');
  const annotations = useAnnotations(archiveId, path);
  const edits = useMarkingEdits(archiveId, path);
  const marker = useMarker({ marking, edits, partStart: part?.start ?? 0, paper });
  const highlights = annotations?.highlights ?? null;
  useLayoutEffect(() => {
    if (highlights === null) return;
    marking.show(
      (readText) => place(highlights.length === 0 ? '' : readText(), highlights, part),
      ({ pen, note }) =>
        t(note === null ? 'described' : 'describedWithNote', { pen: t(`pens.${pen}`) }),
    );
  }, [marking, place, highlights, part, t]);
  useSelectionWatch(marking, paper);
  useHighlightKeys(marking, marker, paper);
  useMarkingWishes(marking, marker, paper);
  useCaret({ marking, paper, lang, isMac });
  const hasBody = useStore(marking.store, (state) => state.hasBody);
  useArrival(marking, path, highlights !== null && hasBody);
  const note = annotations?.note ?? null;
  // The same object while nothing of it changes, so that what shows it is drawn again only then.
  return useMemo(
    () => ({ post, marking, marker, edits, note, paper }),
    [post, marking, marker, edits, note, paper],
  );
}

/** Milliseconds that a highlight gone to is set off. */
const SET_OFF = 1600;

/** Shows the highlight that the post was opened for; one that lost its place is shown in the tray at the head. */
function useArrival(marking: Marking, path: string, isHere: boolean): void {
  const { highlightShown } = useActions();
  const wanted = useSession((session) =>
    session.openPath === path ? session.openHighlight : null,
  );
  useEffect(() => {
    if (wanted === null || !isHere) return;
    const elements = marking.store.getState().elements.get(wanted) ?? [];
    const [target] = elements;
    if (target === undefined) marking.body()?.closest('.paper')?.scrollTo({ top: 0 });
    else {
      showInScroller(target);
      target.focus({ preventScroll: true });
      for (const element of elements) element.classList.add('shown-now');
    }
    highlightShown();
    // Not ended with the effect: the wish goes as soon as it is granted.
    setTimeout(() => {
      for (const element of elements) element.classList.remove('shown-now');
    }, SET_OFF);
  }, [wanted, isHere, marking, highlightShown]);
}
