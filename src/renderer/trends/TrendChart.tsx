import { useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrendCounts } from '../../shared/timeModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { unitAt, unitText } from '../time/units.ts';
import { useWidth } from '../time/useWidth.ts';
import { ChartPicture } from './ChartPicture.tsx';
import { ChartTip } from './ChartTip.tsx';
import { plotOf, textWidth, type Plot } from './chartPlot.ts';
import { valueTicks } from './chartScale.ts';
import { largestValue, type Measure, type ShownLine } from './trendLines.ts';
import { useCrosshair, type UnitSpan } from './useCrosshair.ts';
import { useLineName } from './useLineName.ts';

interface TrendChartProps {
  readonly counts: TrendCounts & { readonly first: string };
  readonly lines: readonly ShownLine[];
  readonly measure: Measure;
  /** What the filter of time has chosen. */
  readonly chosen: readonly UnitSpan[];
  readonly onChoose: (span: UnitSpan) => void;
  readonly svgRef: RefObject<SVGSVGElement | null>;
}

/** Widest room for names at the right of the lines. */
const MOST_LABEL = 148;

/** The lines, with what points at them. One stop for the keyboard: a slider over time. */
export function TrendChart(properties: TrendChartProps) {
  const { counts, lines, measure, chosen, onChoose, svgRef } = properties;
  const { t } = useTranslation('time');
  const nameOf = useLineName();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 744);
  const ticks = valueTicks(largestValue(lines), measure === 'posts');
  const plot = usePlot({ width, units: counts.units, ticks, names: lines.map(nameOf) });
  const { at, dragged, handlers } = useCrosshair({
    plot,
    grain: counts.grain,
    start: lines[0]?.peak ?? counts.units - 1,
    onChoose,
  });
  const valueText = useValueText(properties);
  return (
    <div className="chart-frame" ref={frame}>
      <div
        className="chart-hand"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input holds no drawing
        role="slider"
        tabIndex={0}
        aria-label={t('chart')}
        aria-valuemin={0}
        aria-valuemax={counts.units - 1}
        aria-valuenow={at ?? lines[0]?.peak ?? counts.units - 1}
        aria-valuetext={valueText(at ?? lines[0]?.peak ?? counts.units - 1)}
        {...handlers}
      >
        <ChartPicture
          svgRef={svgRef}
          plot={plot}
          ticks={ticks}
          counts={counts}
          lines={lines}
          at={at}
          bands={dragged === null ? chosen : [dragged]}
        />
      </div>
      {at !== null && dragged === null && (
        <ChartTip plot={plot} counts={counts} lines={lines} measure={measure} at={at} />
      )}
    </div>
  );
}

/** What a screen reader hears of a unit: its name, every line, and what Enter does. */
function useValueText({ counts, lines, measure }: TrendChartProps): (unit: number) => string {
  const { t } = useTranslation('time');
  const format = useFormat();
  const nameOf = useLineName();
  return (unit) => {
    const value = (line: ShownLine): string => {
      const number = line.values[unit] ?? null;
      if (number === null) return t('noValue');
      return measure === 'posts' ? format.number(number) : format.decimal(number);
    };
    const found = counts.found[unit] ?? 0;
    return [
      unitText(unitAt(counts.first, counts.grain, unit), format),
      ...lines.map((line) => t('valueOf', { name: nameOf(line), value: value(line) })),
      t('enterPosts', { count: found, shown: format.number(found) }),
    ].join('; ');
  };
}

interface PlotWish {
  readonly width: number;
  readonly units: number;
  readonly ticks: readonly number[];
  readonly names: readonly string[];
}

function usePlot({ width, units, ticks, names }: PlotWish): Plot {
  const format = useFormat();
  const widest = Math.max(0, ...ticks.map((tick) => textWidth(format.number(tick))));
  const label = Math.min(MOST_LABEL, Math.max(0, ...names.map(textWidth)));
  return plotOf({
    width,
    // As the drawing is made: a little more than half as high as wide, never taller than a screen holds.
    height: Math.round(Math.max(220, Math.min(392, width * 0.527))),
    before: Math.max(36, widest + 12),
    behind: Math.max(48, label + 24),
    units,
    largest: ticks.at(-1) ?? 1,
  });
}
