import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat.ts';
import { useActions, useApp } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { DialogFrame } from '../ui/DialogFrame.tsx';
import { LabelPicker } from './LabelPicker.tsx';

/** The label picker in the middle of the window: from the menu of a row, or by key. */
export function LabelsDialog() {
  const { t } = useTranslation(['library', 'common']);
  const format = useFormat();
  const { closeDialog } = useActions();
  const ids = useApp(({ dialog }) => (dialog.kind === 'labels' ? dialog.ids : null));
  if (ids === null) return null;
  return (
    <DialogFrame
      isOpen
      className="labels-dlg"
      title={t('labelsOf', { count: ids.length, shown: format.number(ids.length) })}
      onClose={closeDialog}
    >
      <LabelPicker ids={ids} />
      <footer>
        <span className="sp" />
        <Button variant="primary" onPress={closeDialog}>
          {t('common:done')}
        </Button>
      </footer>
    </DialogFrame>
  );
}
