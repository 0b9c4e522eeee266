import { useTranslation } from 'react-i18next';
import { filterText } from '../../shared/query/filterText.ts';
import { noFilters } from '../../shared/defaults.ts';
import { clearDates, setMonths } from '../state/filters.ts';
import { useActions } from '../state/store.ts';
import { MonthField } from './DateFilter.tsx';
import { toggleField } from './filterFields.ts';
import { useAsked } from './useAsked.ts';

/** Spans up to today, and posts without a date; all of them as they are typed. */
const SPANS = ['7d', '1m', '3m', '1y'] as const;

interface DateEditorProps {
  readonly isNot: boolean;
  readonly onDone: () => void;
}

/** A span of time in two fields, or one that ends today. */
export function DateEditor({ isNot, onDone }: DateEditorProps) {
  const { t } = useTranslation('filters');
  const { setQuery, setFilters } = useActions();
  const asked = useAsked();
  if (asked === null) return null;
  const { text, filters } = asked;
  const { from, to } = filters;
  const change = (first: string | null, last: string | null): void => {
    const next = setMonths(filters, first, last);
    if (!isNot) return setFilters(next);
    const field = filterText({ ...noFilters, from: next.from, to: next.to });
    if (field !== '')
      setQuery({ text: toggleField(text, `-${field}`), filters: clearDates(filters) });
    return undefined;
  };
  const add = (field: string): void => {
    setQuery({ text: toggleField(text, isNot ? opposite(field) : field), filters });
    onDone();
  };
  return (
    <div className="date-editor">
      <div className="range">
        <MonthField
          edge="from"
          value={isNot ? null : from}
          onCommit={(month) => change(month, to)}
        />
        <span aria-hidden>–</span>
        <MonthField edge="to" value={isNot ? null : to} onCommit={(month) => change(from, month)} />
      </div>
      <ul className="pick">
        {SPANS.map((span) => (
          <li key={span}>
            <button type="button" onClick={() => add(`date:${span}`)}>
              {t(`spans.${span}`)}
            </button>
          </li>
        ))}
        <li>
          <button type="button" onClick={() => add('-date:*')}>
            {t('undated')}
          </button>
        </li>
      </ul>
    </div>
  );
}

const opposite = (field: string): string => (field.startsWith('-') ? field.slice(1) : `-${field}`);
