import { useMemo } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FacetValue, Filters } from '../../shared/model.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { clearPart, toggleValue, type FacetName } from '../state/filters.ts';
import { useActions } from '../state/store.ts';
import { FacetPopover } from './FacetPopover.tsx';
import { FacetValueRow } from './FacetValueRow.tsx';
import { facetRows, FIRST_VALUES, firstRows } from './facetRows.ts';
import { SectionHead } from './SectionHead.tsx';

const titles = { sources: 'source', categories: 'category', tags: 'tag' } as const;

interface FacetSectionProps {
  readonly facet: FacetName;
  readonly filters: Filters;
  readonly values: readonly FacetValue[];
}

/** One facet: its first values, and all of them in a popover. */
export function FacetSection({ facet, filters, values }: FacetSectionProps) {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const { setFilters } = useActions();
  const title = t(titles[facet]);
  const chosen = filters[facet];
  const rows = useMemo(() => facetRows(values, chosen, format.compare), [values, chosen, format]);
  if (rows.length === 0) return null;
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const shown = firstRows(rows, FIRST_VALUES);
  const more = rows.length - shown.length;
  const toggle = (value: string): void => setFilters(toggleValue(filters, facet, value));
  return (
    <section aria-label={title}>
      <SectionHead
        title={title}
        isActive={chosen.length > 0}
        onClear={() => setFilters(clearPart(filters, facet))}
      />
      <ul className="facet">
        {shown.map((row) => (
          <li key={row.value}>
            <FacetValueRow row={row} most={most} onToggle={toggle} />
          </li>
        ))}
        {more > 0 && (
          <li>
            <DialogTrigger>
              <Button className="more">
                {t('moreValues', { count: more, shown: format.number(more) })}
              </Button>
              <Popover
                className="popover"
                placement="right top"
                offset={8}
                aria-label={t('filterValues', { facet: title })}
              >
                <FacetPopover title={title} rows={rows} most={most} onToggle={toggle} />
              </Popover>
            </DialogTrigger>
          </li>
        )}
      </ul>
    </section>
  );
}
