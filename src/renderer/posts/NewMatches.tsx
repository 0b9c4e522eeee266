import { ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useSession } from '../state/store.ts';
import { Icon } from '../ui/Icon.tsx';

/** "Show 24 new matches": new posts wait here, so that the list never jumps. */
export function NewMatches() {
  const { t } = useTranslation('posts');
  const format = useFormat();
  const { showWaiting } = useActions();
  const added = useSession((session) => session.waiting?.added ?? 0) ?? 0;
  if (added <= 0) return null;
  return (
    <button type="button" className="newbar" onClick={() => void showWaiting()}>
      <Icon of={ChevronUp} size={14} />
      {t('showNew', { count: added, shown: format.number(added) })}
    </button>
  );
}
