import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button.tsx';

interface DialogFrameProps {
  readonly title: string;
  /** The accessible name, when it is not the title (tests and habit know the export dialog as "Export"). */
  readonly label?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  /** False while closing must be a decision (a job runs); then Esc and the outside do nothing. */
  readonly isDismissable?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
}

/** A modal dialog: scrim, head with title and close button, content. Traps focus and gives it back. */
export function DialogFrame({
  title,
  label,
  isOpen,
  onClose,
  children,
  className = '',
  isDismissable = true,
  role = 'dialog',
}: DialogFrameProps) {
  const { t } = useTranslation('common');
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      onOpenChange={(isStillOpen) => {
        if (!isStillOpen) onClose();
      }}
    >
      <Modal className={`dlg ${className}`}>
        <Dialog role={role} {...(label === undefined ? {} : { 'aria-label': label })}>
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {isDismissable && (
              <IconButton icon={X} label={t('close')} shortcut="Esc" onPress={onClose} />
            )}
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
