import { useState } from 'react';
import type { HighlightId, ListedHighlight } from '../../shared/annotations.ts';
import type { HighlightsAsked } from './useHighlightPages.ts';
import { useHighlightRange } from './useHighlightPages.ts';

/** What is ticked on the page, each with itself: what is done to it needs its words. */
type Ticked = ReadonlyMap<HighlightId, ListedHighlight>;

const none: Ticked = new Map();

/** Ticks of the page of highlights. Another filter or order keeps none: they would be out of sight. */
export function useTicks(asked: HighlightsAsked | null) {
  const range = useHighlightRange(asked);
  const [state, setState] = useState<{
    readonly asked: HighlightsAsked | null;
    readonly ticked: Ticked;
    /** Row where Shift began. */
    readonly anchor: number | null;
  }>({ asked, ticked: none, anchor: null });
  const current = state.asked === asked ? state : { asked, ticked: none, anchor: null };
  const put = (ticked: Ticked, anchor: number | null): void => setState({ asked, ticked, anchor });
  const tickRange = async (first: number, last: number): Promise<void> => {
    const rows = await range(Math.min(first, last), Math.max(first, last));
    put(new Map(rows.map((row) => [row.id, row])), first);
  };
  return {
    ticked: current.ticked,
    clear: () => put(none, null),
    toggle: (index: number, highlight: ListedHighlight) => {
      const next = new Map(current.ticked);
      if (!next.delete(highlight.id)) next.set(highlight.id, highlight);
      put(next, index);
    },
    /** Ticks from where Shift began, else from `from`. */
    extend: (from: number, to: number) => tickRange(current.anchor ?? from, to),
    tickAll: (total: number) => tickRange(0, total - 1),
    /** Those that are gone are ticked no more. */
    drop: (ids: readonly HighlightId[]) =>
      put(new Map([...current.ticked].filter(([id]) => !ids.includes(id))), null),
  };
}

/** See {@link useTicks}. */
export type Ticks = ReturnType<typeof useTicks>;
