import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filters } from '../../shared/model.ts';
import { assertNever } from '../../shared/result.ts';
import { clearPart, partsInUse, type FilterPart } from '../state/filters.ts';
import { useActions, useSession } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';
import { monthRangeText } from './monthRange.ts';

const labels = {
  sources: 'source',
  categories: 'category',
  tags: 'tag',
  dates: 'date',
  list: 'list',
} as const satisfies Record<FilterPart, string>;

/** What a chip shows: the first value and how many more. */
function valueText(filters: Filters, part: FilterPart): string {
  switch (part) {
    case 'dates':
      return monthRangeText(filters.from, filters.to);
    case 'list':
      return filters.list;
    case 'sources':
    case 'categories':
    case 'tags': {
      const [first = '', ...others] = filters[part];
      return others.length === 0 ? first : `${first} +${others.length}`;
    }
    default:
      return assertNever(part);
  }
}

/** The filters in use, each removable by its button or the Delete key. */
export function FilterChips() {
  const { t } = useTranslation('filters');
  const { setFilters } = useActions();
  const filters = useSession((session) => session.filters);
  if (filters === null) return null;
  const parts = partsInUse(filters);
  if (parts.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('activeFilters')}>
      {parts.map((part) => {
        const remove = (): void => setFilters(clearPart(filters, part));
        const onKeyDown = (event: KeyboardEvent): void => {
          if (event.key !== 'Delete' && event.key !== 'Backspace') return;
          event.preventDefault();
          remove();
        };
        const text = valueText(filters, part);
        return (
          <li key={part} className="chip">
            <span className="k">{t(labels[part])}</span>
            <span className="cjk trunc">{text}</span>
            <button
              type="button"
              className="x"
              aria-label={t('removeFilter', { filter: `${t(labels[part])} ${text}` })}
              onClick={remove}
              onKeyDown={onKeyDown}
            >
              <Icon of={X} size={12} stroke={1.1} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
