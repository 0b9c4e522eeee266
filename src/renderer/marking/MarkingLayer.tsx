import { memo } from 'react';
import type { RefObject } from 'react';
import { useStore } from 'zustand';
import { Caret } from './Caret.tsx';
import { HighlightTicks } from './HighlightTicks.tsx';
import { HighlightTools } from './HighlightTools.tsx';
import { MarginNotes } from './MarginNotes.tsx';
import type { Marking } from './marking.ts';
import { SelectionTools } from './SelectionTools.tsx';
import type { ArticleMarking } from './useMarking.ts';
import './marking.css';

interface MarkingLayerProps {
  readonly at: ArticleMarking;
  readonly sheetRef: RefObject<HTMLElement | null>;
}

/** Over the paper of a post: tools at a passage, ticks, the caret; and the notes beside the text. */
export const MarkingLayer = memo(function MarkingLayer({ at, sheetRef }: MarkingLayerProps) {
  const { post, marking, marker, edits, paper } = at;
  return (
    <>
      <MarginNotes post={post} marking={marking} edits={edits} sheetRef={sheetRef} />
      <HighlightTicks marking={marking} sheetRef={sheetRef} />
      {paper !== null && (
        <>
          <Caret marking={marking} paper={paper} />
          <SelectionTools marking={marking} marker={marker} paper={paper} />
          <HighlightTools marking={marking} marker={marker} paper={paper} />
        </>
      )}
      <Said marking={marking} />
    </>
  );
});

/** Tells a screen reader what keys did to the text. */
function Said({ marking }: { readonly marking: Marking }) {
  const { words, count } = useStore(marking.store, (state) => state.said);
  return (
    <output className="sr">
      <span key={count}>{words}</span>
    </output>
  );
}
