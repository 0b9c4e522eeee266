import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportOptions } from '../../shared/exportModel.ts';
import { shortcutText } from '../commands/shortcutText.ts';
import { useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { formatNames } from './formatOptions.ts';
import type { Preview } from './usePreview.ts';
import { useEstimate } from './useEstimate.ts';

interface ReadyFooterProps {
  readonly options: ExportOptions;
  readonly preview: Preview;
  readonly canStart: boolean;
  readonly onRestore: () => void;
  readonly onStart: () => Promise<void>;
  readonly onClose: () => void;
}

/** The foot of the dialog before an export: what it will be, and the button that starts it. */
export function ReadyFooter(props: ReadyFooterProps) {
  const { options, preview, canStart, onRestore, onStart, onClose } = props;
  const { t } = useTranslation(['exporting', 'common']);
  const platform = useApp((state) => state.app.platform);
  const estimate = useEstimate(options, preview);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || !canStart) return;
      event.preventDefault();
      void onStart();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [canStart, onStart]);
  return (
    <footer>
      <output className="dim estimate">{estimate}</output>
      <Button variant="ghost" onPress={onRestore}>
        {t('restore')}
      </Button>
      <Button onPress={onClose}>{t('common:cancel')}</Button>
      <Button variant="primary" isDisabled={!canStart} onPress={() => void onStart()}>
        {t('start', { format: formatNames[options.format] })}
        <span aria-hidden>
          <Kbd keys={shortcutText('Mod+Enter', platform)} />
        </span>
      </Button>
    </footer>
  );
}
