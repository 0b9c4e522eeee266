import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';

/** Asks before an archive leaves the list. */
export function RemoveArchiveDialog() {
  const { t } = useTranslation(['library', 'common']);
  const { closeDialog, removeArchive } = useActions();
  const archive = useApp(({ dialog, archives }) =>
    dialog.kind === 'remove-archive'
      ? (archives.find(({ id }) => id === dialog.archiveId) ?? null)
      : null,
  );
  if (archive === null) return null;
  const remove = (): void => {
    closeDialog();
    void removeArchive(archive.id);
  };
  return (
    <DialogFrame
      isOpen
      role="alertdialog"
      title={t('removeTitle', { name: archive.name })}
      onClose={closeDialog}
    >
      <p className="plain">{t('removeText')}</p>
      <footer>
        <span className="sp" />
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a question that deletes begins at its harmless answer (ARIA practices) */}
        <Button autoFocus onPress={closeDialog}>
          {t('common:cancel')}
        </Button>
        <Button variant="primary" onPress={remove}>
          {t('removeConfirm')}
        </Button>
      </footer>
    </DialogFrame>
  );
}
