import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp, useAppContext } from '../state/store.ts';
import { PaletteBox } from './PaletteBox.tsx';
import { runTarget, type FinalTarget } from './runTarget.ts';
import './palette.css';

/** After the palette is gone the focus goes back where it was; what is run then finds it there (React Aria: one frame). */
function afterFocusIsBack(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)));
}

/** The command palette: a field over everything that has a name. Closing it gives the focus back. */
export function Palette() {
  const { t } = useTranslation('palette');
  const { store, actions } = useAppContext();
  const isOpen = useApp(({ dialog }) => dialog.kind === 'palette');
  const choose = useCallback(
    (target: FinalTarget): void => {
      actions.closeDialog();
      afterFocusIsBack(() => runTarget({ store, actions }, target));
    },
    [store, actions],
  );
  return (
    <ModalOverlay
      className="scrim pal-wrap"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(isStillOpen) => {
        if (!isStillOpen) actions.closeDialog();
      }}
    >
      <Modal className="dlg pal">
        <Dialog aria-label={t('title')}>
          <PaletteBox onChoose={choose} onClose={actions.closeDialog} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
