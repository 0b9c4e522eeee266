import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetValue, Filters } from '../../shared/searchModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { unitText } from '../time/units.ts';
import { useDays } from '../time/useDays.ts';
import {
  dayBars,
  histogramBars,
  isBarInside,
  isBarPicked,
  onlyMonth,
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

interface GripsProps extends RangeProps {
  readonly bars: readonly Bar[];
  readonly onChoose: (first: number, last: number) => void;
}

/** The two edges with their grips: sliders for the keyboard; a grip names the bar at the other end, which stays. */
function Grips({ first, last, step, bars, onChoose }: GripsProps) {
  const { t } = useTranslation('filters');
  const grips = [
    { edge: 'from', at: first, fixed: last, x: first * step, least: 0, most: last },
    {
      edge: 'to',
      at: last,
      fixed: first,
      x: (last + 1) * step,
      least: first,
      most: bars.length - 1,
    },
  ] as const;
  return grips.map(({ edge, at, fixed, x, least, most }) => {
    const move = (event: KeyboardEvent): void => {
      const next = gripStep(event.key, at, { least, most });
      if (next === null) return;
      event.preventDefault();
      event.stopPropagation();
      onChoose(Math.min(next, fixed), Math.max(next, fixed));
    };
    const bar = bars[at];
    return (
      <g
        key={edge}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing holds no input
        role="slider"
        tabIndex={0}
        aria-label={t(gripName(edge, areDays(bars)))}
        aria-valuemin={least}
        aria-valuemax={most}
        aria-valuenow={at}
        aria-valuetext={edge === 'from' ? bar?.from : bar?.to}
        onKeyDown={move}
      >
        <line className="edge" x1={x} x2={x} y1={2} y2={BASE} />
        <rect className="grip" data-fixed={fixed} x={x - 3} y={18} width={6} height={16} rx={3} />
        <rect className="grip-hand" data-fixed={fixed} x={x - 8} y={0} width={16} height={BASE} />
      </g>
    );
  });
}

const areDays = (bars: readonly Bar[]): boolean => bars[0]?.from.length === 10;

function histogramName(bars: readonly Bar[]) {
  if (bars.length === 0) return 'noDates';
  return areDays(bars) ? 'histogramDays' : 'histogram';
}

function gripName(edge: 'from' | 'to', isOfDays: boolean) {
  if (isOfDays) return edge === 'from' ? 'firstDay' : 'lastDay';
  return edge === 'from' ? 'firstMonth' : 'lastMonth';
}

/** Where a key moves a grip; null for a key that moves nothing. */
function gripStep(
  key: string,
  at: number,
  { least, most }: { readonly least: number; readonly most: number },
): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -12,
    PageUp: 12,
    Home: -Infinity,
    End: Infinity,
  };
  const step = steps[key];
  return step === undefined ? null : Math.max(least, Math.min(most, at + step));
}

interface BarsProps extends Pick<HistogramProps, 'filters'> {
  readonly bars: readonly Bar[];
  readonly chosen: Pick<RangeProps, 'first' | 'last'> | null;
}

/** A bar for each month, and what it stands for when the pointer rests on it. */
function Bars({ bars, chosen, filters }: BarsProps) {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const step = WIDTH / Math.max(1, bars.length);
  // While a range is dragged the bars stay the same.
  const titles = useMemo(() => {
    const titleOf = ({ from, to, count }: Bar): string => {
      const nameOf = from.length === 10 ? format.fullDay : format.month;
      const [first, last] = [nameOf(from), nameOf(to)];
      const month = from === to ? first : `${first} – ${last}`;
      return t('monthPosts', { count, shown: format.number(count), month });
    };
    return bars.map(titleOf);
  }, [bars, format, t]);
  return bars.map((bar, place) => {
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
          <title>{titles[place]}</title>
        </rect>
      </g>
    );
  });
}

/** Months, or the days of the month that is all there is. */
function useBars(months: readonly FacetValue[]): readonly Bar[] {
  const bars = useMemo(() => histogramBars(months), [months]);
  const month = onlyMonth(bars);
  const daysOf = useDays(month === null ? noMonth : [month]);
  const days = month === null ? null : daysOf(month);
  return useMemo(
    () => (month === null ? bars : dayBars(month, days ?? noDays)),
    [bars, month, days],
  );
}

const noMonth: readonly string[] = [];
const noDays: readonly FacetValue[] = [];

/** What is written under the first bar, the last and some between. */
function useLabels(bars: readonly Bar[]): readonly string[] {
  const format = useFormat();
  const [first, last] = [bars[0], bars.at(-1)];
  if (!areDays(bars) || first === undefined || last === undefined) return yearLabels(bars);
  return [unitText(first.from, format), unitText(last.to, format)];
}

/** Posts by month (by day where all are of one month); dragging chooses a range, its grips change it, by keyboard too; so do the two fields below. */
export function Histogram({ months, filters, onChange }: HistogramProps) {
  const { t } = useTranslation('filters');
  const bars = useBars(months);
  const labels = useLabels(bars);
  const { dragged, begin, move, end } = useBrush(bars, onChange);
  const chosen = dragged ?? chosenBars(bars, filters.from, filters.to);
  const step = WIDTH / Math.max(1, bars.length);
  const choose = (first: number, last: number): void => {
    const [from, to] = [bars[first], bars[last]];
    if (from !== undefined && to !== undefined) onChange(from.from, to.to);
  };
  return (
    <>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no other tag of a drawing says so
        role="group"
        aria-label={t(histogramName(bars))}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        {chosen !== null && <Window first={chosen.first} last={chosen.last} step={step} />}
        <Bars bars={bars} chosen={chosen} filters={filters} />
        <line className="base" x1={0} x2={WIDTH} y1={BASE + 0.5} y2={BASE + 0.5} />
        {chosen !== null && (
          <Grips
            first={chosen.first}
            last={chosen.last}
            step={step}
            bars={bars}
            onChoose={choose}
          />
        )}
      </svg>
      <div className="yr" aria-hidden>
        {labels.map((label) => (
          <span key={label}>{label}</span>
        ))}
      </div>
    </>
  );
}
