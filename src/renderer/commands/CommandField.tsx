import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon.tsx';

interface CommandFieldProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

/** The field over a list of commands that narrows it (`useFoundCommands`). */
export function CommandField({ typed, onType }: CommandFieldProps) {
  const { t } = useTranslation('keys');
  return (
    <div className="field s">
      <Icon of={Search} />
      <input
        aria-label={t('searchCommands')}
        placeholder={t('searchCommands')}
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
    </div>
  );
}
