import { ListFilter } from 'lucide-react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { fieldChips } from '../../shared/query/queryBox.ts';
import { partsInUse } from '../state/filters.ts';
import { Badge } from '../ui/Badge.tsx';
import { IconButton } from '../ui/Button.tsx';
import { FacetList } from './FacetList.tsx';
import { useAsked } from './useAsked.ts';
import './filters.css';

/** The filters of the sidebar in a popover, where the sidebar is a rail; its button counts the chips. */
export function FiltersButton() {
  const { t } = useTranslation('library');
  const asked = useAsked();
  const active =
    asked === null ? 0 : partsInUse(asked.filters).length + fieldChips(asked.text).length;
  return (
    <DialogTrigger>
      <IconButton
        icon={ListFilter}
        label={active === 0 ? t('filters') : t('filtersActive', { count: active })}
      >
        {active > 0 && <Badge count={active} />}
      </IconButton>
      <Popover className="popover" placement="right top" offset={8}>
        <Dialog aria-label={t('filters')} className="filters-pop side">
          <FacetList />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
