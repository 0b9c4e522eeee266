import { Copy, FileText, Pencil, Trash2 } from 'lucide-react';
import { createElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  pens,
  type HighlightId,
  type ListedHighlight,
  type Pen,
} from '../../shared/annotations.ts';
import { useActions } from '../state/store.ts';
import type { MenuEntry, MenuGroup } from '../ui/MenuList.tsx';
import type { CardActions } from './HighlightCard.tsx';
import { highlightsMarkdown } from './highlightMarkdown.ts';

interface CardPlace {
  /** Which card is written into; null = none. */
  readonly edit: (id: HighlightId | null) => void;
  readonly focusList: () => void;
}

/** Copies highlights as Markdown and says so. */
export function useCopyHighlights(): (highlights: readonly ListedHighlight[]) => void {
  const { t } = useTranslation('highlights');
  const { copyText, notify } = useActions();
  return (highlights) => {
    void copyText(highlightsMarkdown(highlights));
    notify({ kind: 'text', text: t('copied', { count: highlights.length }) });
  };
}

/** What the cards can ask for. Stable: the cards are drawn anew only for a reason of their own. */
export function useCardActions({ edit, focusList }: CardPlace): CardActions {
  const { openHighlight, changeHighlight } = useActions();
  const deeds: CardActions = {
    open: ({ path, id, postId }) => {
      if (postId !== null) openHighlight(path, id);
    },
    edit: (highlight) => {
      edit(highlight?.id ?? null);
      if (highlight === null) focusList();
    },
    keepNote: (highlight, note) => {
      void changeHighlight(highlight.id, { note }).then((isKept) => {
        // What was written stays in its field where it could not be kept.
        if (!isKept) return;
        edit(null);
        focusList();
      });
    },
  };
  // Made once: actions and setters are stable.
  const [kept] = useState(deeds);
  return kept;
}

/** The menu of a card. */
export function useCardMenu(
  deeds: CardActions,
): (highlight: ListedHighlight) => readonly MenuGroup[] {
  const { t } = useTranslation('highlights');
  const { changeHighlight, removeHighlights } = useActions();
  const copy = useCopyHighlights();
  const penEntry = (highlight: ListedHighlight, pen: Pen): MenuEntry => ({
    id: pen,
    text: t(`pens.${pen}`),
    picture: createElement('i', { className: 'pen-sw', 'data-pen': pen }),
    isChecked: highlight.pen === pen,
    shortcut: String(pens.indexOf(pen) + 1),
    run: () => void changeHighlight(highlight.id, { pen }),
  });
  const ownEntries = (highlight: ListedHighlight): readonly MenuEntry[] => [
    {
      id: 'open',
      text: t('open'),
      icon: FileText,
      isDisabled: highlight.postId === null,
      run: () => deeds.open(highlight),
    },
    {
      id: 'note',
      text: t(highlight.note === null ? 'addNote' : 'editNote'),
      icon: Pencil,
      shortcut: 'C',
      run: () => deeds.edit(highlight),
    },
    { id: 'copy', text: t('copyMarkdown'), icon: Copy, run: () => copy([highlight]) },
  ];
  return (highlight) => [
    { id: 'own', entries: ownEntries(highlight) },
    { id: 'pens', head: t('pen'), entries: pens.map((pen) => penEntry(highlight, pen)) },
    {
      id: 'remove',
      entries: [
        {
          id: 'remove',
          text: t('remove'),
          icon: Trash2,
          run: () => void removeHighlights([highlight.id]),
        },
      ],
    },
  ];
}
