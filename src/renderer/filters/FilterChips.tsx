import { useTranslation } from 'react-i18next';
import type { Filters } from '../../shared/searchModel.ts';
import { assertNever } from '../../shared/result.ts';
import { clearPart, partsInUse, type FilterPart } from '../state/filters.ts';
import { useActions, useSession } from '../state/store.ts';
import { Chip } from './Chip.tsx';
import { monthRangeText } from './monthRange.ts';
import { useValueLabel } from './useValueLabel.ts';

const labels = {
  sources: 'source',
  categories: 'category',
  tags: 'tag',
  labels: 'label',
  years: 'year',
  months: 'month',
  states: 'state',
  dates: 'date',
  list: 'list',
} as const satisfies Record<FilterPart, string>;

/** What a chip shows: the first value and how many more. */
function valueText(
  filters: Filters,
  part: FilterPart,
  valueLabel: ReturnType<typeof useValueLabel>,
): string {
  switch (part) {
    case 'dates':
      return monthRangeText(filters.from, filters.to);
    case 'list':
      return filters.list;
    case 'sources':
    case 'categories':
    case 'tags':
    case 'labels':
    case 'years':
    case 'months':
    case 'states': {
      const [first = '', ...others] = filters[part];
      const shown = valueLabel(part, first);
      return others.length === 0 ? shown : `${shown} +${others.length}`;
    }
    default:
      return assertNever(part);
  }
}

/** The filters in use, each removable by its button or the Delete key: a part of `SearchChips`. */
export function FilterChips() {
  const { t } = useTranslation('filters');
  const { setFilters } = useActions();
  const valueLabel = useValueLabel();
  const filters = useSession((session) => session.filters);
  if (filters === null) return null;
  return partsInUse(filters).map((part) => {
    const text = valueText(filters, part, valueLabel);
    return (
      <Chip
        key={part}
        removeLabel={t('removeFilter', { filter: `${t(labels[part])} ${text}` })}
        onRemove={() => setFilters(clearPart(filters, part))}
      >
        <span className="k">{t(labels[part])}</span>
        <span className="cjk trunc">{text}</span>
      </Chip>
    );
  });
}
