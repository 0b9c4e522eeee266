import { Copy, FileText, Pencil, Trash2 } from 'lucide-react';
import { createElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pens, type HighlightId, type ListedHighlight } from '../../shared/annotations.ts';
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

/** What the cards can ask for. */
export function useCardActions({ edit, focusList }: CardPlace): CardActions {
  const { t } = useTranslation('highlights');
  const { openHighlight, changeHighlight, removeHighlights } = useActions();
  const copy = useCopyHighlights();
  const actions = {
    open: ({ path, id, postId }: ListedHighlight) => {
      if (postId !== null) openHighlight(path, id);
    },
    edit: (highlight: ListedHighlight | null) => {
      edit(highlight?.id ?? null);
      if (highlight === null) focusList();
    },
    keepNote: (highlight: ListedHighlight, note: string | null) => {
      void changeHighlight(highlight.id, { note }).then((isKept) => {
        // What was written stays in its field where it could not be kept.
        if (!isKept) return;
        edit(null);
        focusList();
      });
    },
  };
  const penEntry = (highlight: ListedHighlight, pen: (typeof pens)[number]): MenuEntry => ({
    id: pen,
    text: t(`pens.${pen}`),
    picture: createElement('i', { className: 'pen-sw', 'data-pen': pen }),
    isChecked: highlight.pen === pen,
    shortcut: String(pens.indexOf(pen) + 1),
    run: () => void changeHighlight(highlight.id, { pen }),
  });
  const menuOf = (highlight: ListedHighlight): readonly MenuGroup[] => [
    {
      id: 'open',
      entries: [
        {
          id: 'open',
          text: t('open'),
          icon: FileText,
          isDisabled: highlight.postId === null,
          run: () => actions.open(highlight),
        },
        {
          id: 'note',
          text: t(highlight.note === null ? 'addNote' : 'editNote'),
          icon: Pencil,
          shortcut: 'C',
          run: () => actions.edit(highlight),
        },
        { id: 'copy', text: t('copyMarkdown'), icon: Copy, run: () => copy([highlight]) },
      ],
    },
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
  return useMemo(
    () => ({ ...actions, menuOf }),
    // oxlint-disable-next-line react/exhaustive-deps -- all of it follows from the words and the actions, which are stable
    [t],
  );
}
