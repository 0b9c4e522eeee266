import { useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetValue, Filters } from '../../shared/searchModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import {
  histogramBars,
  isBarInside,
  isBarPicked,
  monthRangeText,
  yearLabels,
  type Bar,
} from './monthRange.ts';

/** Size of the drawing; it is stretched to the sidebar's width. */
const WIDTH = 208;
const HEIGHT = 52;
const BASE = 50;

interface HistogramProps {
  readonly months: readonly FacetValue[];
  readonly filters: Pick<Filters, 'from' | 'to' | 'years' | 'months'>;
  readonly onChange: (from: string | null, to: string | null) => void;
}

/** Which edge of the range a press takes hold of; null = a new range begins. */
type Hold = { readonly fixed: number } | null;

/** First and last bar of the chosen range; null when nothing is chosen. */
function chosenBars(bars: readonly Bar[], from: string | null, to: string | null) {
  if (from === null && to === null) return null;
  const inside = bars.flatMap((bar, place) => (isBarInside(bar, from, to) ? [place] : []));
  const [first] = inside;
  const last = inside.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

/** The drag of a range over the bars. */
function useBrush(bars: readonly Bar[], onChange: HistogramProps['onChange']) {
  const [drag, setDrag] = useState<{ readonly fixed: number; readonly now: number } | null>(null);
  const hold = useRef<Hold>(null);
  const placeOf = (event: PointerEvent<SVGSVGElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / Math.max(1, box.width);
    return Math.max(0, Math.min(bars.length - 1, Math.floor(share * bars.length)));
  };
  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.button !== 0 || bars.length === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const edge = event.target instanceof Element ? event.target.getAttribute('data-fixed') : null;
    const place = placeOf(event);
    hold.current = { fixed: edge === null ? place : Number(edge) };
    setDrag({ fixed: hold.current.fixed, now: place });
  };
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    if (hold.current !== null) setDrag({ fixed: hold.current.fixed, now: placeOf(event) });
  };
  const end = (): void => {
    hold.current = null;
    if (drag === null) return;
    const from = bars[Math.min(drag.fixed, drag.now)];
    const to = bars[Math.max(drag.fixed, drag.now)];
    setDrag(null);
    if (from !== undefined && to !== undefined) onChange(from.from, to.to);
  };
  const dragged =
    drag === null
      ? null
      : { first: Math.min(drag.fixed, drag.now), last: Math.max(drag.fixed, drag.now) };
  return { dragged, begin, move, end };
}

interface RangeProps {
  /** First and last bar of the range. */
  readonly first: number;
  readonly last: number;
  /** Width of a bar. */
  readonly step: number;
}

/** The tint behind the chosen bars. */
const Window = ({ first, last, step }: RangeProps) => (
  <rect className="win-r" x={first * step} y={2} width={(last - first + 1) * step} height={48} />
);

/** The two edges with their grips; a grip names the bar at the other end, which stays. */
const Grips = ({ first, last, step }: RangeProps) =>
  [
    { x: first * step, fixed: last },
    { x: (last + 1) * step, fixed: first },
  ].map(({ x, fixed }) => (
    <g key={x}>
      <line className="edge" x1={x} x2={x} y1={2} y2={BASE} />
      <rect className="grip" data-fixed={fixed} x={x - 3} y={18} width={6} height={16} rx={3} />
    </g>
  ));

/** Posts by month; dragging chooses a range, its grips change it. The two fields below do the same by keyboard. */
export function Histogram({ months, filters, onChange }: HistogramProps) {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const bars = histogramBars(months);
  const { dragged, begin, move, end } = useBrush(bars, onChange);
  const chosen = dragged ?? chosenBars(bars, filters.from, filters.to);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const step = WIDTH / Math.max(1, bars.length);
  const titleOf = (bar: Bar): string =>
    t('monthPosts', {
      count: bar.count,
      shown: format.number(bar.count),
      month: monthRangeText(bar.from, bar.to),
    });
  return (
    <>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={bars.length === 0 ? t('noDates') : t('histogram')}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        {chosen !== null && <Window first={chosen.first} last={chosen.last} step={step} />}
        {bars.map((bar, place) => {
          const height = bar.count === 0 ? 0 : Math.max(1.5, (bar.count / most) * 46);
          const isInRange = chosen !== null && place >= chosen.first && place <= chosen.last;
          const isIn = isInRange || isBarPicked(bar, filters);
          return (
            <g key={bar.from}>
              <rect
                className={`b ${isIn ? 'in' : ''}`}
                x={place * step}
                y={BASE - height}
                width={Math.max(0.5, step - 1)}
                height={height}
              />
              <rect x={place * step} y={0} width={step} height={BASE} fill="transparent">
                <title>{titleOf(bar)}</title>
              </rect>
            </g>
          );
        })}
        <line className="base" x1={0} x2={WIDTH} y1={BASE + 0.5} y2={BASE + 0.5} />
        {chosen !== null && <Grips first={chosen.first} last={chosen.last} step={step} />}
      </svg>
      <div className="yr" aria-hidden>
        {yearLabels(bars).map((year) => (
          <span key={year}>{year}</span>
        ))}
      </div>
    </>
  );
}
