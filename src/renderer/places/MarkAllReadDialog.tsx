import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';

/** Asks before every post of the list is marked as read. */
export function MarkAllReadDialog() {
  const { t } = useTranslation(['places', 'common']);
  const format = useFormat();
  const { closeDialog, markResultRead } = useActions();
  const count = useApp(({ dialog }) => (dialog.kind === 'mark-all-read' ? dialog.count : null));
  if (count === null) return null;
  const mark = (): void => {
    closeDialog();
    void markResultRead();
  };
  return (
    <DialogFrame isOpen role="alertdialog" title={t('markAllTitle')} onClose={closeDialog}>
      <p className="plain">{t('markAllText', { count, shown: format.number(count) })}</p>
      <footer>
        <span className="sp" />
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a question begins at its harmless answer (ARIA practices) */}
        <Button autoFocus onPress={closeDialog}>
          {t('common:cancel')}
        </Button>
        <Button variant="primary" onPress={mark}>
          {t('markAll')}
        </Button>
      </footer>
    </DialogFrame>
  );
}
