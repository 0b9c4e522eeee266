import type { RefObject } from 'react';
import type { TrendCounts } from '../../shared/timeModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { cutToFit, pathOf, type Plot } from './chartPlot.ts';
import { placeLabels, timeTicks } from './chartScale.ts';
import { lineColour, lineLook } from './lineLook.ts';
import { lastValue, type ShownLine, unbroken } from './trendLines.ts';
import type { UnitSpan } from './useCrosshair.ts';
import { useLineName } from './useLineName.ts';

interface ChartPictureProps {
  readonly svgRef: RefObject<SVGSVGElement | null>;
  readonly plot: Plot;
  /** Values that lines are drawn at, from 0 up. */
  readonly ticks: readonly number[];
  readonly counts: TrendCounts & { readonly first: string };
  readonly lines: readonly ShownLine[];
  readonly at: number | null;
  readonly bands: readonly UnitSpan[];
}

/** Room between two names at the right, and between two dates below, in CSS pixels. */
const LABEL_GAP = 16;
const DATE_ROOM = 64;

/** The drawing alone: silent for screen readers, whom the slider around it and the table below tell all of it. */
export function ChartPicture({ svgRef, plot, ticks, counts, lines, at, bands }: ChartPictureProps) {
  return (
    <svg
      ref={svgRef}
      className="chart"
      viewBox={`0 0 ${plot.width} ${plot.height}`}
      width={plot.width}
      height={plot.height}
      aria-hidden
    >
      {bands.map(({ first, last }) => (
        <rect
          key={first}
          className="brush"
          x={plot.x(first - 0.5)}
          y={plot.top}
          width={Math.max(1, plot.x(last + 0.5) - plot.x(first - 0.5))}
          height={plot.bottom - plot.top}
        />
      ))}
      <Values plot={plot} ticks={ticks} />
      <Dates plot={plot} counts={counts} />
      {at !== null && (
        <line className="cross" x1={plot.x(at)} x2={plot.x(at)} y1={plot.top} y2={plot.bottom} />
      )}
      {lines.map((line) => (
        <path
          key={line.at}
          className="l"
          d={pathOf(unbroken(line.values), plot)}
          {...lineLook(line.at)}
        />
      ))}
      {at !== null && <Dots plot={plot} lines={lines} at={at} />}
      <Names plot={plot} lines={lines} />
    </svg>
  );
}

function Values({ plot, ticks }: { readonly plot: Plot; readonly ticks: readonly number[] }) {
  const format = useFormat();
  return ticks.map((tick) => (
    <g key={tick}>
      <line
        className={tick === 0 ? 'ax' : 'g'}
        x1={plot.left}
        x2={plot.right}
        y1={plot.y(tick)}
        y2={plot.y(tick)}
      />
      <text x={plot.left - 8} y={plot.y(tick) + 4} textAnchor="end">
        {format.number(tick)}
      </text>
    </g>
  ));
}

function Dates({ plot, counts }: Pick<ChartPictureProps, 'plot' | 'counts'>) {
  const format = useFormat();
  const textOf = (unit: string, isMajor: boolean): string => {
    if (unit.length === 4) return unit;
    if (unit.length === 7) return isMajor ? unit.slice(0, 4) : format.shortMonthName(unit);
    return isMajor ? format.shortMonthName(unit) : String(Number(unit.slice(8)));
  };
  const room = (plot.right - plot.left) / DATE_ROOM;
  return timeTicks(counts, Math.floor(room)).map(({ place, unit, isMajor }) => (
    <g key={place}>
      <line
        className="ax"
        x1={plot.x(place)}
        x2={plot.x(place)}
        y1={plot.bottom}
        y2={plot.bottom + 4}
      />
      <text x={plot.x(place)} y={plot.bottom + 20} textAnchor="middle">
        {textOf(unit, isMajor)}
      </text>
    </g>
  ));
}

function Dots({ plot, lines, at }: Pick<ChartPictureProps, 'plot' | 'lines'> & { at: number }) {
  return lines.map((line) => {
    const value = line.values[at] ?? null;
    return value === null ? null : (
      <circle
        key={line.at}
        className="dot"
        cx={plot.x(at)}
        cy={plot.y(value)}
        r={4}
        stroke={lineColour(line.at)}
      />
    );
  });
}

/** Names at the ends of the lines, moved apart where they would stand on each other. */
function Names({ plot, lines }: Pick<ChartPictureProps, 'plot' | 'lines'>) {
  const nameOf = useLineName();
  const named = lines.flatMap((line) => {
    const last = lastValue(line.values);
    return last === null ? [] : [{ line, y: plot.y(last.value) }];
  });
  const places = placeLabels(
    named.map(({ y }) => y),
    LABEL_GAP,
    { top: plot.top, bottom: plot.bottom },
  );
  const room = plot.width - plot.right - 12;
  return named.map(({ line }, at) => (
    <text
      key={line.at}
      className="lb cjk"
      x={plot.right + 10}
      y={(places[at] ?? 0) + 4}
      style={{ fill: lineColour(line.at) }}
    >
      {cutToFit(nameOf(line), room)}
    </text>
  ));
}
