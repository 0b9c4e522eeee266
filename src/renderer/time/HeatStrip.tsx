import {
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { rowAt, type ListLayout } from '../state/listLayout.ts';
import {
  cellOfMonth,
  heatCells,
  heatOf,
  nearestCell,
  nextCell,
  type HeatCell,
} from './heatCells.ts';
import { unitText } from './units.ts';
import { useWidth } from './useWidth.ts';
import './time.css';

interface HeatStripProps {
  readonly layout: ListLayout;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** A cell is at least so wide, in CSS pixels. */
const LEAST_CELL = 4;

/** Fewer rows than this are in view together: there is nowhere to go. */
const LEAST_ROWS = 10;

/** First and last cell in view. */
interface View {
  readonly first: number;
  readonly last: number;
}

/**
 * How the result is spread over time and where in it the list stands: a line of months (years where there are many) above
 * rows sorted by date, time going to the right. A click, or arrows, scroll the list there. Nothing without dates.
 */
export const HeatStrip = memo(function HeatStrip({ layout, scroller }: HeatStripProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 360);
  const cells = useMemo(
    () =>
      layout.headHeight === 0 || layout.total < LEAST_ROWS
        ? []
        : heatCells(layout.runs, Math.floor(width / LEAST_CELL)),
    [layout, width],
  );
  return (
    <div ref={frame} className={cells.length === 0 ? 'heat-none' : 'heat'}>
      {cells.length > 0 && <Strip layout={layout} scroller={scroller} cells={cells} />}
    </div>
  );
});

function Strip({ layout, scroller, cells }: ViewWish) {
  const { t } = useTranslation('time');
  const nameOf = useCellName();
  const view = useView({ layout, scroller, cells });
  const [pointed, setPointed] = useState<number | null>(null);
  const here = view?.first ?? nearestCell(cells, cells.length - 1);
  const show = (cell: number): void => {
    const run = layout.runs[cells[cell]?.run ?? -1];
    if (run !== undefined) scroller.current?.scrollTo({ top: run.top });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keyCell(event.key, cells, here);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    show(next);
  };
  return (
    <>
      <div
        className="heat-hand"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input holds no drawing
        role="slider"
        tabIndex={0}
        aria-label={t('strip')}
        aria-valuemin={0}
        aria-valuemax={cells.length - 1}
        aria-valuenow={here}
        aria-valuetext={nameOf(cells[here])}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          show(cellAt(event, cells));
        }}
        onPointerMove={(event) => {
          setPointed(cellAt(event, cells));
          if (event.currentTarget.hasPointerCapture(event.pointerId)) show(cellAt(event, cells));
        }}
        onPointerLeave={() => setPointed(null)}
      >
        <Cells cells={cells} />
        {view !== null && <InView view={view} count={cells.length} />}
      </div>
      {pointed !== null && (
        <Pointed text={nameOf(cells[pointed])} share={(pointed + 0.5) / cells.length} />
      )}
    </>
  );
}

/** The cell with posts that is nearest to the pointer. */
function cellAt(event: PointerEvent<HTMLElement>, cells: readonly HeatCell[]): number {
  const box = event.currentTarget.getBoundingClientRect();
  const place = Math.floor(((event.clientX - box.left) / Math.max(1, box.width)) * cells.length);
  return nearestCell(cells, Math.max(0, Math.min(cells.length - 1, place)));
}

/** "Apr 2022: 51 posts". */
function useCellName(): (cell: HeatCell | undefined) => string {
  const { t } = useTranslation('time');
  const format = useFormat();
  return (cell) =>
    cell === undefined
      ? ''
      : t('stripValue', {
          count: cell.count,
          shown: format.number(cell.count),
          unit: unitText(cell.unit, format),
        });
}

/** Where a key leads; null for a key that leads nowhere. */
function keyCell(key: string, cells: readonly HeatCell[], here: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return nextCell(cells, here, -1);
    case 'ArrowRight':
    case 'ArrowUp':
      return nextCell(cells, here, 1);
    case 'PageDown':
      return nearestCell(cells, Math.max(0, here - 12));
    case 'PageUp':
      return nearestCell(cells, Math.min(cells.length - 1, here + 12));
    case 'Home':
      return nearestCell(cells, 0);
    case 'End':
      return nearestCell(cells, cells.length - 1);
    default:
      return null;
  }
}

function Cells({ cells }: { readonly cells: readonly HeatCell[] }) {
  const most = cells.reduce((largest, { count }) => Math.max(largest, count), 0);
  return (
    <svg viewBox={`0 0 ${cells.length} 1`} preserveAspectRatio="none" aria-hidden>
      {cells.map(({ unit, count }, at) => (
        <rect
          key={unit}
          className={count === 0 ? 'none' : 'heat-cell'}
          x={at + 0.06}
          y={0}
          width={0.88}
          height={1}
          fillOpacity={count === 0 ? 1 : heatOf(count, most)}
        />
      ))}
    </svg>
  );
}

/** What of it the list shows now. */
function InView({ view, count }: { readonly view: View; readonly count: number }) {
  const left = (view.first / count) * 100;
  const width = ((view.last - view.first + 1) / count) * 100;
  return <span className="heat-view" style={{ left: `${left}%`, width: `${width}%` }} />;
}

function Pointed({ text, share }: { readonly text: string; readonly share: number }) {
  // At the ends the label stays inside of the pane.
  const at = Math.max(0.16, Math.min(0.84, share));
  return (
    <span className="heat-tip" aria-hidden style={{ left: `${at * 100}%` }}>
      {text}
    </span>
  );
}

interface ViewWish extends HeatStripProps {
  readonly cells: readonly HeatCell[];
}

/** The cells in view, as the list scrolls; null while only posts without a date are. */
function useView({ layout, scroller, cells }: ViewWish): View | null {
  const [view, setView] = useState<View | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const seen = cellsInView(element, layout, cells);
      setView((now) => (now?.first === seen?.first && now?.last === seen?.last ? now : seen));
    };
    const onScroll = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      element.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, [layout, scroller, cells]);
  return view;
}

function cellsInView(
  element: HTMLElement,
  layout: ListLayout,
  cells: readonly HeatCell[],
): View | null {
  const { scrollTop, clientHeight } = element;
  const [top, bottom] = [rowAt(layout, scrollTop), rowAt(layout, scrollTop + clientHeight - 1)];
  const seen = layout.runs
    .filter(({ firstRow, count }) => firstRow <= bottom && firstRow + count > top)
    .flatMap(({ month }) => cellOfMonth(cells, month) ?? []);
  return seen.length === 0 ? null : { first: Math.min(...seen), last: Math.max(...seen) };
}
