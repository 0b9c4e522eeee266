import { Copy, Layers, Trash2 } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Marking, OpenTools } from './marking.ts';
import { NoteButton } from './NoteButton.tsx';
import { PassageBar } from './PassageBar.tsx';
import { PenButtons } from './PenButtons.tsx';
import { QuietButton } from './QuietButton.tsx';
import { shortQuote } from './shortQuote.ts';
import type { Marker } from './useMarker.ts';

interface HighlightToolsProps {
  readonly marking: Marking;
  readonly marker: Marker;
  readonly paper: HTMLElement;
}

/** What can be done with a highlight, at it. */
export function HighlightTools({ marking, marker, paper }: HighlightToolsProps) {
  const { t } = useTranslation('marking');
  const actions = useActions();
  const tools = useStore(marking.store, (state) => state.tools);
  const highlight = useStore(
    marking.store,
    ({ placement }) =>
      placement.placed.find((one) => one.highlight.id === tools?.id)?.highlight ?? null,
  );
  const elements = useStore(marking.store, (state) => state.elements);
  const id = tools?.id ?? null;
  const lines = useCallback(
    (): readonly DOMRect[] =>
      (id === null ? [] : (elements.get(id) ?? [])).flatMap((element) => [
        ...element.getClientRects(),
      ]),
    [elements, id],
  );
  if (tools === null || highlight === null) return null;
  const copy = (): void => {
    void actions.copyText(highlight.quote);
    actions.notify({ kind: 'text', text: t('copied') });
    marking.rest();
  };
  return (
    <PassageBar
      label={`${t('highlightTools')}: ${shortQuote(highlight.quote)}`}
      lines={lines}
      paper={paper}
      takesFocus={tools.hasFocus}
      onLeave={() => marker.leaveTools()}
    >
      <PenButtons
        chosen={highlight.pen}

        onChoose={(pen) => void marker.highlight(pen)}
      />
      <span className="vr" />
      <NoteButton onPress={() => void marker.writeNote()} />
      <QuietButton className="btn ghost" onPress={copy}>
        <Icon of={Copy} />
        {t('copy')}
      </QuietButton>
      <QuietButton
        className="btn ghost"
        onPress={() => {
          marker.leaveTools();
          void marker.remove(highlight.id);
        }}
      >
        <Icon of={Trash2} />
        {t('remove')}
      </QuietButton>
      <NextHere tools={tools} marking={marking} />
    </PassageBar>
  );
}

/** Where several highlights lie over each other: which one this is, and the way to the next. */
function NextHere({ tools, marking }: { readonly tools: OpenTools; readonly marking: Marking }) {
  const { t } = useTranslation('marking');
  const format = useFormat();
  const total = tools.ids.length;
  if (total < 2) return null;
  const at = tools.ids.indexOf(tools.id);
  const words = { now: format.number(at + 1), total: format.number(total) };
  return (
    <QuietButton
      className="btn ghost"
      label={t('nextHere', words)}
      onPress={() => {
        const id = tools.ids[(at + 1) % total];
        if (id !== undefined) marking.store.setState({ tools: { ...tools, id } });
      }}
    >
      <Icon of={Layers} />
      {words.now}/{words.total}
    </QuietButton>
  );
}
