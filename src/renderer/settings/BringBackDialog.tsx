import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';

/** Asks before the library becomes what it was in a backup. */
export function BringBackDialog() {
  const { t } = useTranslation(['settings', 'common']);
  const format = useFormat();
  const { bringBack, closeDialog, notify, openDialog } = useActions();
  const madeAt = useApp(({ dialog }) => (dialog.kind === 'bring-back' ? dialog.madeAt : null));
  if (madeAt === null) return null;
  const goBack = (): void => openDialog({ kind: 'settings', pane: 'library' });
  const doIt = async (): Promise<void> => {
    closeDialog();
    if (await bringBack(madeAt)) notify({ kind: 'text', text: t('broughtBack') });
  };
  return (
    <DialogFrame
      isOpen
      role="alertdialog"
      title={t('bringBackTitle', { moment: format.moment(madeAt) })}
      onClose={goBack}
    >
      <p className="plain">{t('bringBackText')}</p>
      <footer>
        <span className="sp" />
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a question that changes much begins at its harmless answer (ARIA practices) */}
        <Button autoFocus onPress={goBack}>
          {t('common:cancel')}
        </Button>
        <Button variant="primary" onPress={() => void doIt()}>
          {t('bringBackDo')}
        </Button>
      </footer>
    </DialogFrame>
  );
}
