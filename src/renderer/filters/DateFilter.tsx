import { memo, useState, type KeyboardEvent } from 'react';
import { CalendarDays } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FacetValue, Filters } from '../../shared/searchModel.ts';
import { clearDates, hasDates, parseMonth, setMonths } from '../state/filters.ts';
import { useActions } from '../state/store.ts';
import { IconButton } from '../ui/Button.tsx';
import { sameValues } from './facetRows.ts';
import { Histogram } from './Histogram.tsx';
import { SectionHead } from './SectionHead.tsx';
import { DateTree } from '../time/DateTree.tsx';
import { UndatedRow } from '../time/UndatedRow.tsx';

interface MonthFieldProps {
  readonly edge: 'from' | 'to';
  readonly value: string | null;
  readonly onCommit: (month: string | null) => void;
}

/** A month as text in a field; what is no month is marked and not used. */
export function MonthField({ edge, value, onCommit }: MonthFieldProps) {
  const { t } = useTranslation('filters');
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && typed.trim() !== '' && parseMonth(typed, edge) === null;
  const commit = (): void => {
    if (typed === null) return;
    const month = parseMonth(typed, edge);
    if (typed.trim() === '') onCommit(null);
    else if (month !== null) onCommit(month);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setTyped(null);
  };
  return (
    <span className="field">
      <input
        aria-label={t(edge === 'from' ? 'fromMonth' : 'toMonth')}
        aria-invalid={isWrong}
        placeholder="YYYY-MM"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        value={typed ?? value ?? ''}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
    </span>
  );
}

interface DateFilterProps {
  readonly filters: Filters;
  readonly years: readonly FacetValue[];
  readonly months: readonly FacetValue[];
  readonly undatedCount: number;
}

/** Date: the histogram with its brush, two month fields, the tree of years, months and days, posts without a date. */
export const DateFilter = memo(function DateFilter(props: DateFilterProps) {
  const { filters, years, months, undatedCount } = props;
  const { t } = useTranslation(['filters', 'time']);
  const { setFilters, showOnThisDay } = useActions();
  const { from, to } = filters;
  const change = (nextFrom: string | null, nextTo: string | null): void =>
    setFilters(setMonths(filters, nextFrom, nextTo));
  return (
    <section aria-label={t('date')}>
      <SectionHead
        title={t('date')}
        isActive={hasDates(filters)}
        onClear={() => setFilters(clearDates(filters))}
      >
        <IconButton
          isSmall
          icon={CalendarDays}
          label={t('time:onThisDay')}
          onPress={showOnThisDay}
        />
      </SectionHead>
      <div className="histo">
        <Histogram months={months} filters={filters} onChange={change} />
        <div className="range">
          <MonthField edge="from" value={from} onCommit={(month) => change(month, to)} />
          <span aria-hidden>–</span>
          <MonthField edge="to" value={to} onCommit={(month) => change(from, month)} />
        </div>
      </div>
      <DateTree filters={filters} years={years} months={months} />
      <UndatedRow filters={filters} count={undatedCount} />
    </section>
  );
}, isSameFilter);

/** Answers are made anew each time; only one that counts other posts is drawn. */
function isSameFilter(left: DateFilterProps, right: DateFilterProps): boolean {
  return (
    left.undatedCount === right.undatedCount &&
    (left.filters === right.filters ||
      JSON.stringify(left.filters) === JSON.stringify(right.filters)) &&
    sameValues(left.years, right.years) &&
    sameValues(left.months, right.months)
  );
}
