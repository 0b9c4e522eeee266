import { Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useCiteGroups } from './citeEntries.ts';

/** Cites the ticked posts. */
export function CiteButton() {
  const { t } = useTranslation('places');
  return (
    <MenuButton label={t('citeAs')} groups={useCiteGroups()} placement="top end">
      <IconButton icon={Quote} label={t('cite')} />
    </MenuButton>
  );
}
