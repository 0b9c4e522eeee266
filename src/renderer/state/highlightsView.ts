import type { HighlightOrder, Pen } from '../../shared/annotations.ts';

/** What the page of highlights shows; kept while the archive is open, so that coming back finds it as it was. */
export interface HighlightsView {
  /** Words sought in quote, note and title; empty = any. */
  readonly text: string;
  /** Empty = any. */
  readonly pens: readonly Pen[];
  readonly hasNote: boolean;
  readonly isOrphan: boolean;
  readonly order: HighlightOrder;
  /** The row of the keyboard. */
  readonly cursor: number;
  /** Pixels. */
  readonly scrollTop: number;
}

/** All highlights, post by post. */
export const wholeHighlightsView: HighlightsView = {
  text: '',
  pens: [],
  hasNote: false,
  isOrphan: false,
  order: 'post',
  cursor: 0,
  scrollTop: 0,
};

/** Whether anything narrows what the page shows. */
export const isNarrowed = ({ text, pens, hasNote, isOrphan }: HighlightsView): boolean =>
  text.trim() !== '' || pens.length > 0 || hasNote || isOrphan;

/** Another filter or order starts at the top. */
export function changeHighlightsView(
  view: HighlightsView,
  change: Partial<HighlightsView>,
): HighlightsView {
  const isPlaceOnly = Object.keys(change).every((key) => key === 'cursor' || key === 'scrollTop');
  return isPlaceOnly ? { ...view, ...change } : { ...view, ...change, cursor: 0, scrollTop: 0 };
}
