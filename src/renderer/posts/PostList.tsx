import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import {
  entryAt,
  layoutList,
  runOfRow,
  type ListLayout,
  type PlacedRun,
} from '../state/listLayout.ts';
import type { ShownResult } from '../state/model.ts';
import { useApp, useSession } from '../state/store.ts';
import { HeatStrip } from '../time/HeatStrip.tsx';
import { MonthRunView } from './MonthRunView.tsx';
import { rowId, type RowWords } from './PostRow.tsx';
import { useListKeys } from './useListKeys.ts';
import { useListPointer } from './useListPointer.tsx';
import { useListScroll } from './useListScroll.ts';
import { useListWindow } from './useListWindow.ts';
import { usePages } from './usePages.ts';

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
    const run = entry.kind === 'head' ? entry.run : runOfRow(layout, entry.index);
    const rows = drawn.get(run) ?? [];
    if (entry.kind === 'row') rows.push(entry.index);
    drawn.set(run, rows);
  }
  return [...drawn].map(([run, rows]) => ({ run, rows }));
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
  useListScroll(layout, scroller);
  const { inView, places } = useListWindow(layout, scroller);
  const runs = useMemo(() => drawnRuns(layout, places), [layout, places]);
  const rowOf = (place: number): number => {
    const entry = entryAt(layout, place);
    return entry.kind === 'row' ? entry.index : entry.run.firstRow;
  };
  const rowAtIndex = usePages({
    key: result.key,
    first: rowOf(inView[0]),
    last: rowOf(inView[1]),
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
