import { Star, Share, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Toolbar } from 'react-aria-components';
import { ariaShortcut } from '../commands/shortcutText.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { CiteButton } from '../places/CiteButton.tsx';
import { LabelButton } from '../labels/LabelButton.tsx';
import { useActions, useApp, useSession } from '../state/store.ts';
import { Button, IconButton } from '../ui/Button.tsx';

/** What can be done with the ticked posts; takes space at the foot of the list while there are some. */
export function BulkBar() {
  const { t } = useTranslation('posts');
  const format = useFormat();
  const { actedOn, clearTicks, openExport, setBookmarked } = useActions();
  const platform = useApp(({ app }) => app.platform);
  const count = useSession(({ ticked }) => ticked.size) ?? 0;
  if (count === 0) return null;
  const shown = format.number(count);
  return (
    <Toolbar className="bulk" aria-label={t('bulkBar')}>
      <IconButton
        isSmall
        icon={X}
        label={t('clearSelection')}
        shortcut="Esc"
        onPress={clearTicks}
      />
      <output className="cnt nowrap">{t('selected', { count, shown })}</output>
      <span className="sp" />
      <IconButton
        icon={Star}
        label={t('star', { count, shown })}
        onPress={() => void actedOn().then((ids) => setBookmarked(ids, true))}
      />
      <LabelButton label={t('labelSome', { count, shown })} />
      <CiteButton />
      <span className="vr" />
      <Button
        variant="primary"
        icon={Share}
        keyShortcuts={ariaShortcut('Mod+E', platform)}
        onPress={() => void actedOn().then(openExport)}
      >
        {t('exportSome', { count, shown })}
      </Button>
    </Toolbar>
  );
}
