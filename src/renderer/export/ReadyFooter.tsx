import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { shortcutText } from '../commands/shortcutText.ts';
import { useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { useFocusFirst } from '../ui/useFocusFirst.ts';
import type { ExportOrder } from './exportOrder.ts';
import { formatNames } from '../../shared/formatOptions.ts';
import type { Preview } from './usePreview.ts';
import { useEstimate } from './useEstimate.ts';

interface ReadyFooterProps {
  readonly order: ExportOrder;
  readonly preview: Preview;
  /** True where it comes back after an export: the keyboard stands on its button then. */
  readonly takesFocus: boolean;
  readonly onRestore: () => void;
  readonly onStart: () => Promise<void>;
  readonly onClose: () => void;
}

/** The foot of the dialog before an export: what it will be, and the button that starts it. */
export function ReadyFooter(props: ReadyFooterProps) {
  const { order, preview, takesFocus, onRestore, onStart, onClose } = props;
  const { options, ids } = order;
  const canStart = ids.length > 0;
  const first = useFocusFirst(takesFocus);
  const { t } = useTranslation(['exporting', 'common']);
  const platform = useApp((state) => state.app.platform);
  const estimate = useEstimate(options, preview);
  const waits = useApp(({ exportJobs }) =>
    exportJobs.some(({ summary, started }) => {
      // Tables do not wait for books: see `exportQueue`.
      const isOfPdf = started?.order.options.format === 'pdf';
      return summary === null && isOfPdf === (options.format === 'pdf');
    }),
  );
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
      <output className="dim estimate">
        {estimate}
        {waits && ` ${t('startsLater')}`}
      </output>
      <Button variant="ghost" onPress={onRestore}>
        {t('restore')}
      </Button>
      <Button onPress={onClose}>{t('common:cancel')}</Button>
      <Button ref={first} variant="primary" isDisabled={!canStart} onPress={() => void onStart()}>
        {t('start', { format: formatNames[options.format] })}
        <span aria-hidden>
          <Kbd keys={shortcutText('Mod+Enter', platform)} />
        </span>
      </Button>
    </footer>
  );
}
