import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Highlight } from '../../shared/annotations.ts';
import type { Post } from '../../shared/model.ts';
import { draftKeyOf } from './draftKey.ts';
import type { Marking } from './marking.ts';
import { NoteCard } from './NoteCard.tsx';
import { layOutNotes } from './noteLayout.ts';
import { shortQuote } from './shortQuote.ts';
import type { MarkingEdits } from './useMarkingEdits.ts';

interface MarginNotesProps {
  readonly post: Post;
  readonly marking: Marking;
  readonly edits: MarkingEdits;
  readonly sheetRef: RefObject<HTMLElement | null>;
}

/** Notes on passages: in the margin beside them, in a narrow pane under their paragraphs (CSS decides). */
export function MarginNotes({ post, marking, edits, sheetRef }: MarginNotesProps) {
  const placed = useStore(marking.store, ({ placement }) => placement.placed);
  const slots = useStore(marking.store, (state) => state.slots);
  useMarginLayout(marking, sheetRef);
  return (
    <>
      {placed.map(({ highlight }) => {
        const slot = slots.get(highlight.id);
        return (
          slot &&
          createPortal(<PassageNote {...{ post, marking, edits, highlight }} />, slot, highlight.id)
        );
      })}
    </>
  );
}

function PassageNote({
  post,
  marking,
  edits,
  highlight,
}: Omit<MarginNotesProps, 'sheetRef'> & { readonly highlight: Highlight }) {
  const { t } = useTranslation('marking');
  const { id, note, pen, quote, changedAt } = highlight;
  const isEditing = useStore(marking.store, ({ editing }) => editing === id);
  const first = useStore(marking.store, ({ elements }) => elements.get(id)?.[0] ?? null);
  useEffect(() => first?.setAttribute('aria-details', `note-${id}`), [first, id]);
  return (
    <NoteCard
      id={`note-${id}`}
      draftKey={draftKeyOf(post, id)}
      label={t('noteOn', { quote: shortQuote(quote) })}
      by={(day) => t('yourNote', { day })}
      pen={pen}
      note={note}
      changedAt={changedAt}
      isEditing={isEditing}
      save={(written) => edits.setNote(id, written)}
      onEdit={() => marking.edit(id)}
      onDone={(text) => {
        marking.edit(null);
        marking.store.getState().elements.get(id)?.[0]?.focus({ preventScroll: true });
        if (text.trim() === '' && note !== null) edits.noteTaken(() => edits.setNote(id, note));
      }}
    />
  );
}

/** Keeps the notes in the margin beside their passages and off each other, whatever changes its size. */
function useMarginLayout(marking: Marking, sheetRef: RefObject<HTMLElement | null>): void {
  const slots = useStore(marking.store, (state) => state.slots);
  const elements = useStore(marking.store, (state) => state.elements);
  useLayoutEffect(() => {
    const body = marking.body();
    const sheet = sheetRef.current;
    if (body === null || sheet === null || slots.size === 0) return undefined;
    const layOut = (): void => {
      const top = body.getBoundingClientRect().top;
      const notes = [...slots].flatMap(([id, slot]) => {
        const card = slot.firstElementChild;
        const first = elements.get(id)?.[0]?.getClientRects()[0];
        if (!(card instanceof HTMLElement) || first === undefined) return [];
        return [{ card, box: { wanted: first.top - top, height: card.offsetHeight } }];
      });
      const tops = layOutNotes(
        notes.map(({ box }) => box),
        body.offsetHeight,
      );
      for (const [place, { card }] of notes.entries()) {
        card.style.setProperty('--note-top', `${Math.round(tops[place] ?? 0)}px`);
        // Reading its place settles it; only what moves it from now on is drawn as a movement.
        if (card.offsetTop >= 0) card.dataset['placed'] = '';
      }
    };
    const watcher = new ResizeObserver(layOut);
    watcher.observe(sheet);
    for (const slot of slots.values()) {
      if (slot.firstElementChild !== null) watcher.observe(slot.firstElementChild);
    }
    layOut();
    return () => watcher.disconnect();
  }, [marking, sheetRef, slots, elements]);
}
