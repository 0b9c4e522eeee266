import { useTranslation } from 'react-i18next';
import { shortcutText } from '../commands/shortcutText.ts';
import { useApp } from '../state/store.ts';
import { Kbd } from '../ui/Kbd.tsx';

/** What the keys and the prefixes do. */
export function PaletteFoot() {
  const { t } = useTranslation('palette');
  const platform = useApp(({ app }) => app.platform);
  return (
    <footer>
      <span>
        <Kbd keys="↑" />
        <Kbd keys="↓" /> {t('move')}
      </span>
      <span>
        <Kbd keys={shortcutText('Enter', platform)} /> {t('run')}
      </span>
      <span className="sp" />
      <span>
        <Kbd keys=">" /> {t('onlyCommands')}
      </span>
      <span>
        <Kbd keys="@" /> {t('onlySources')}
      </span>
      <span>
        <Kbd keys="#" /> {t('onlyTags')}
      </span>
    </footer>
  );
}
