import { useTranslation } from 'react-i18next';
import { noFilters } from '../../shared/defaults.ts';
import type { TrendCounts } from '../../shared/timeModel.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { clearDates } from '../state/filters.ts';
import { useActions, useSession } from '../state/store.ts';
import { firstTrends } from '../state/trendsView.ts';
import { spanOfUnit, unitAt } from '../time/units.ts';
import { chosenSpans } from './chosenSpans.ts';
import { TrendBar } from './TrendBar.tsx';
import { TrendChart } from './TrendChart.tsx';
import { shownLines } from './trendLines.ts';
import { AllNumbers, TrendTable } from './TrendTable.tsx';
import type { UnitSpan } from './useCrosshair.ts';
import type { Trends } from './useTrends.ts';

interface TrendViewProps {
  readonly trends: Trends;
  readonly counts: TrendCounts & { readonly first: string };
  readonly svgRef: React.RefObject<SVGSVGElement | null>;
  /** Nothing matches: only another term helps. */
  readonly isEmpty: boolean;
}

/** Chart, what is chosen on it, table. */
export function TrendView({ trends, counts, svgRef, isEmpty }: TrendViewProps) {
  const { setFilters } = useActions();
  const filters = useSession((session) => session.filters) ?? noFilters;
  const { measure, others } = useSession((session) => session.trends) ?? firstTrends;
  const lines = shownLines(counts, measure);
  const chosen = chosenSpans(filters, counts);
  const choose = ({ first, last }: UnitSpan): void => {
    const { from } = spanOfUnit(unitAt(counts.first, counts.grain, first));
    const { to } = spanOfUnit(unitAt(counts.first, counts.grain, last));
    setFilters({ ...clearDates(filters), from, to });
  };
  if (isEmpty) return <TrendBar counts={counts} lines={lines} chosen={chosen} />;
  return (
    <>
      <TrendChart
        counts={counts}
        lines={lines}
        measure={measure}
        chosen={chosen}
        onChoose={choose}
        svgRef={svgRef}
      />
      <TrendBar counts={counts} lines={lines} chosen={chosen} />
      <TrendTable
        counts={counts}
        lines={lines}
        measure={measure}
        chosen={chosen}
        isByTerms={others.length > 0}
        isAll={trends.text.trim() === ''}
      />
      <Remarks counts={counts} />
      <AllNumbers counts={counts} lines={lines} />
    </>
  );
}

/** What the chart does not show, so that nobody takes it for everything. */
function Remarks({ counts }: Pick<TrendViewProps, 'counts'>) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const isWhole = useSession((session) => session.trends.within === null) ?? true;
  const { otherSources, undated, outside } = counts;
  const words = (count: number) => ({ count, shown: format.number(count) });
  const remarks = [
    ...(otherSources > 0 ? [t('otherSources', words(otherSources))] : []),
    ...(undated > 0 ? [t('undated', words(undated))] : []),
    ...(outside > 0 && isWhole ? [t('outside', words(outside))] : []),
  ];
  return remarks.length === 0 ? null : <p className="tr-remarks">{remarks.join(' ')}</p>;
}
