import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import {
  entryAt,
  entryOfRow,
  layoutList,
  scrollTopFor,
  type ListLayout,
  type PlacedRun,
} from '../state/listLayout.ts';
import type { ShownResult } from '../state/model.ts';
import { useActions, useApp, useSession } from '../state/store.ts';
import { HeatStrip } from '../time/HeatStrip.tsx';
import { MonthRunView } from './MonthRunView.tsx';
import { rowId, type RowWords } from './PostRow.tsx';
import { useListPointer } from './useListPointer.tsx';
import { useListKeys } from './useListKeys.ts';
import { usePages } from './usePages.ts';

/** Rows drawn beyond what is in view, on each side. */
const OVERSCAN = 6;

/** Rows of one month that are to be drawn. */
interface DrawnRun {
  readonly run: PlacedRun;
  readonly rows: readonly number[];
}

/** Groups the entries to draw by month. */
function drawnRuns(layout: ListLayout, places: readonly number[]): readonly DrawnRun[] {
  const drawn = new Map<PlacedRun, number[]>();
  for (const place of places) {
    const entry = entryAt(layout, place);
    const run =
      entry.kind === 'head'
        ? entry.run
        : layout.runs.findLast(({ firstRow }) => firstRow <= entry.index);
    if (run === undefined) continue;
    const rows = drawn.get(run) ?? [];
    if (entry.kind === 'row') rows.push(entry.index);
    drawn.set(run, rows);
  }
  return [...drawn].map(([run, rows]) => ({ run, rows }));
}

/** The window of the list: which entries to draw; the cursor's row is always among them, for screen readers. */
function useListWindow(layout: ListLayout, scroller: React.RefObject<HTMLDivElement | null>) {
  const cursor = useSession((session) => session.cursor);
  const { setListScrollTop } = useActions();
  const cursorEntry = cursor !== null && cursor < layout.total ? entryOfRow(layout, cursor) : null;
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtualizer = useVirtualizer({
    count: layout.entryCount,
    getScrollElement: () => scroller.current,
    estimateSize: (place) =>
      entryAt(layout, place).kind === 'head' ? layout.headHeight : layout.rowHeight,
    // A new layout must be computed anew; the virtualiser notices by the identity of this function.
    getItemKey: useCallback((place: number) => (layout.total >= 0 ? place : 0), [layout]),
    rangeExtractor: (range: Range) => {
      const places = defaultRangeExtractor(range);
      if (cursorEntry === null || places.includes(cursorEntry)) return places;
      return [...places, cursorEntry].toSorted((left, right) => left - right);
    },
    overscan: OVERSCAN,
    onChange: (instance, isScrolling) => {
      if (!isScrolling) setListScrollTop(Math.max(0, Math.round(instance.scrollOffset ?? 0)));
    },
  });
  return virtualizer;
}

/** Obeys wishes of the state to scroll, each once. */
function useScrollRequests(
  layout: ListLayout,
  scroller: React.RefObject<HTMLDivElement | null>,
): void {
  const scroll = useSession((session) => session.scroll);
  const done = useRef(0);
  const { setListScrollTop } = useActions();
  useLayoutEffect(() => {
    const element = scroller.current;
    if (scroll === null || element === null || scroll.request === done.current) return;
    done.current = scroll.request;
    const top =
      scroll.to.kind === 'offset'
        ? scroll.to.top
        : scrollTopFor(layout, scroll.to.index, {
            top: element.scrollTop,
            height: element.clientHeight,
          });
    if (Math.abs(top - element.scrollTop) > 0.5) {
      element.scrollTo({ top });
      setListScrollTop(Math.round(element.scrollTop));
    }
  }, [layout, scroll, scroller, setListScrollTop]);
}

/** Height of the row of new matches in CSS pixels (`.newbar`). */
const NEW_MATCHES_HEIGHT = 28;

/** When the row of new matches comes above the list or goes, the posts that are being read stay where they are. */
function useSteadyRows(scroller: React.RefObject<HTMLDivElement | null>): void {
  const hasRow = useSession((session) => (session.waiting?.added ?? 0) > 0) ?? false;
  const hadRow = useRef(hasRow);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || hasRow === hadRow.current) return;
    hadRow.current = hasRow;
    // At its top the list begins with its first post, row of new matches or not.
    if (element.scrollTop > 0) {
      element.scrollBy({ top: hasRow ? NEW_MATCHES_HEIGHT : -NEW_MATCHES_HEIGHT });
    }
  }, [hasRow, scroller]);
}

/** What the rows say, the same object until the language changes. */
function useRowWords(): RowWords {
  const { t, i18n } = useTranslation('posts');
  const format = useFormat();
  const lang = i18n.language === 'zh' ? 'zh-Hans' : 'en';
  return useMemo(() => ({ t, format, lang }), [t, format, lang]);
}

/** The posts of a result: a virtual list box with month heads. */
export function PostList({ result }: { readonly result: ShownResult }) {
  const words = useRowWords();
  const scroller = useRef<HTMLDivElement>(null);
  const density = useApp(({ settings }) => settings.density);
  const { total, monthRuns } = result.head;
  const layout = useMemo(
    () => layoutList({ total, monthRuns }, density),
    [total, monthRuns, density],
  );
  const cursor = useSession((session) => session.cursor);
  const virtualizer = useListWindow(layout, scroller);
  useScrollRequests(layout, scroller);
  useSteadyRows(scroller);
  const places = virtualizer.getVirtualItems().map(({ index }) => index);
  const runs = drawnRuns(layout, places);
  const range = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  const rowOf = (place: number): number => {
    const entry = entryAt(layout, place);
    return entry.kind === 'row' ? entry.index : entry.run.firstRow;
  };
  const rowAtIndex = usePages({
    key: result.key,
    first: rowOf(Math.max(0, range.startIndex)),
    last: rowOf(Math.max(0, range.endIndex)),
    total,
  });
  const pointer = useListPointer(rowAtIndex);
  const onKeyDown = useListKeys(layout, scroller);

  return (
    <>
      <HeatStrip layout={layout} scroller={scroller} />
      <div
        ref={scroller}
        className={`rows ${density}`}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold rows of this kind, nor a hundred thousand
        role="listbox"
        tabIndex={0}
        data-pane-focus
        aria-label={words.t('listLabel')}
        aria-multiselectable
        aria-activedescendant={cursor !== null && cursor < total ? rowId(cursor) : undefined}
        onKeyDown={onKeyDown}
        {...pointer.handlers}
      >
        <div role="presentation" className="rows-inner" style={{ height: layout.height }}>
          {runs.map(({ run, rows }) => (
            <MonthRunView
              key={run.entry}
              layout={layout}
              run={run}
              rows={rows}
              rowAtIndex={rowAtIndex}
              words={words}
            />
          ))}
        </div>
      </div>
      {pointer.menu}
    </>
  );
}
