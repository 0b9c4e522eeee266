import { useTranslation } from 'react-i18next';
import type { Filters } from '../../shared/searchModel.ts';
import { clearPart, partsInUse, type FilterPart } from '../state/filters.ts';
import { useActions } from '../state/store.ts';
import { Chip } from './Chip.tsx';
import type { FilterField } from './filterFields.ts';
import { monthRangeText } from './monthRange.ts';
import { useAsked } from './useAsked.ts';
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

/** Which field of the filter popover changes a part; missing = none does. */
const fields: Readonly<Partial<Record<FilterPart, FilterField>>> = {
  sources: 'source',
  categories: 'category',
  tags: 'tag',
  labels: 'label',
  states: 'state',
  dates: 'date',
};

/** The values of a part as they are called on screen. */
function valuesOf(
  filters: Filters,
  part: FilterPart,
  valueLabel: ReturnType<typeof useValueLabel>,
): readonly string[] {
  if (part === 'list') return [filters.list];
  if (part !== 'dates') return filters[part].map((value) => valueLabel(part, value));
  const { from, to, years, months } = filters;
  return [
    ...(from === null && to === null ? [] : [monthRangeText(from, to)]),
    ...years,
    ...months.map((month) => valueLabel('months', month)),
  ];
}

interface FilterChipsProps {
  /** Opens the filter popover at a field. */
  readonly onEdit: (field: FilterField) => void;
}

/** The filters in use, one chip each, removable by its button or the Delete key: a part of `SearchChips`. */
export function FilterChips({ onEdit }: FilterChipsProps) {
  const { t } = useTranslation(['filters', 'query']);
  const { setQuery } = useActions();
  const valueLabel = useValueLabel();
  const asked = useAsked();
  if (asked === null) return null;
  return partsInUse(asked.filters).map((part) => {
    const [first = '', ...others] = valuesOf(asked.filters, part, valueLabel);
    const text = others.length === 0 ? first : `${first} +${others.length}`;
    const name = `${t(labels[part])} ${text}`;
    const field = fields[part];
    return (
      <Chip
        key={part}
        removeLabel={t('removeFilter', { filter: name })}
        onRemove={() => setQuery({ ...asked, filters: clearPart(asked.filters, part) })}
        {...(field === undefined
          ? {}
          : { edit: { label: t('changeFilter', { filter: name }), run: () => onEdit(field) } })}
      >
        <span className="k">{t(labels[part])}</span> <span className="cjk trunc">{text}</span>
      </Chip>
    );
  });
}
