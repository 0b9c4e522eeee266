import { Quote, Search } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { readArticleText } from '../article/articleText.ts';
import { useActions } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Marking } from './marking.ts';
import { NoteButton } from './NoteButton.tsx';
import { PassageBar } from './PassageBar.tsx';
import { PenButtons } from './PenButtons.tsx';
import { QuietButton } from './QuietButton.tsx';
import { searchFor } from './searchFor.ts';
import { pageRange } from './textPlaces.ts';
import type { Marker } from './useMarker.ts';

interface SelectionToolsProps {
  readonly marking: Marking;
  readonly marker: Marker;
  readonly paper: HTMLElement;
}

/** What can be done with the selected passage, at it. */
export function SelectionTools({ marking, marker, paper }: SelectionToolsProps) {
  const { t } = useTranslation('marking');
  const actions = useActions();
  const selection = useStore(marking.store, (state) => state.selection);
  const lines = useCallback((): readonly DOMRect[] => {
    const body = marking.body();
    if (body === null || selection === null) return [];
    const range = pageRange(readArticleText(body), selection.range);
    return range === null ? [] : [...range.getClientRects()];
  }, [marking, selection]);
  if (selection === null) return null;
  const words = selection.text.slice(...selection.range);
  return (
    <PassageBar
      label={t('selectionTools')}
      lines={lines}
      paper={paper}
      takesFocus={false}
      onLeave={(key) => {
        if (key === 'Escape') marking.rest();
        paper.focus({ preventScroll: true });
      }}
    >
      <PenButtons chosen={null} onChoose={(pen) => void marker.highlight(pen)} />
      <span className="vr" />
      <NoteButton onPress={() => void marker.writeNote()} />
      <QuietButton
        className="btn ghost"
        onPress={() => {
          marking.rest();
          void actions.copyCitation({ quote: words });
        }}
      >
        <Icon of={Quote} />
        {t('cite')}
      </QuietButton>
      <QuietButton
        className="btn ghost"
        onPress={() => {
          marking.rest();
          actions.setText(searchFor(words));
        }}
      >
        <Icon of={Search} />
        {t('search')}
      </QuietButton>
    </PassageBar>
  );
}
