import { useTranslation } from 'react-i18next';
import type { TrendCounts } from '../../shared/timeModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { unitAt, unitText } from '../time/units.ts';
import type { Plot } from './chartPlot.ts';
import { LineKey } from './LineKey.tsx';
import type { Measure, ShownLine } from './trendLines.ts';
import { useLineName } from './useLineName.ts';

interface ChartTipProps {
  readonly plot: Plot;
  readonly counts: TrendCounts & { readonly first: string };
  readonly lines: readonly ShownLine[];
  readonly measure: Measure;
  readonly at: number;
}

/** Width of the card, and its distance from the crosshair. */
const WIDTH = 188;
const GAP = 16;

/** What stands at the crosshair: all lines, the largest first. The slider says the same to screen readers. */
export function ChartTip({ plot, counts, lines, measure, at }: ChartTipProps) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const nameOf = useLineName();
  const x = plot.x(at);
  const isLeft = x - GAP - WIDTH >= 0;
  const found = counts.found[at] ?? 0;
  const sorted = lines.toSorted((a, b) => (b.values[at] ?? -1) - (a.values[at] ?? -1));
  const textOf = (value: number | null): string => {
    if (value === null) return t('noValue');
    return measure === 'posts' ? format.number(value) : format.decimal(value);
  };
  return (
    <div
      className="tip"
      aria-hidden
      style={{
        left: isLeft ? x - GAP - WIDTH : Math.min(x + GAP, plot.width - WIDTH),
        top: plot.top,
      }}
    >
      <b>{unitText(unitAt(counts.first, counts.grain, at), format)}</b>
      {sorted.map((line) => (
        <div key={line.at}>
          <LineKey at={line.at} />
          <span className="cjk trunc">{nameOf(line)}</span>
          <span className="num">{textOf(line.values[at] ?? null)}</span>
        </div>
      ))}
      <div className="more">{t('showPosts', { count: found, shown: format.number(found) })}</div>
    </div>
  );
}
