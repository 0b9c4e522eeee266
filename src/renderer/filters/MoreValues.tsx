import { Button, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { FacetPopover } from './FacetPopover.tsx';
import type { FacetRow } from './facetRows.ts';

interface MoreValuesProps {
  readonly title: string;
  /** All rows of the facet; asked for when they are to be drawn. */
  readonly rows: () => readonly FacetRow[];
  /** How many of them do not stand in the sidebar. */
  readonly more: number;
  readonly most: number;
  readonly onToggle: (value: string) => void;
  /** See `FacetValueRow`. */
  readonly onExclude?: (value: string) => void;
}

/** "34 more…": opens all values of a facet; nothing when all stand there. */
export function MoreValues({ title, rows, more, most, onToggle, onExclude }: MoreValuesProps) {
  const { t } = useTranslation('filters');
  const format = useFormat();
  if (more <= 0) return null;
  return (
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
          <FacetPopover
            title={title}
            rows={rows}
            most={most}
            onToggle={onToggle}
            onExclude={onExclude}
          />
        </Popover>
      </DialogTrigger>
    </li>
  );
}
