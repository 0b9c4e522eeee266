import { useTranslation } from 'react-i18next';
import { pens, type Pen } from '../../shared/annotations.ts';
import { QuietButton } from './QuietButton.tsx';
import { useLiveKey } from './useLiveKey.ts';

interface PenButtonsProps {
  /** The pen in use; null where none is chosen yet (then they are no toggles). */
  readonly chosen: Pen | null;
  readonly onChoose: (pen: Pen) => void;
}

/** The four pens, each drawn in its colour over its own line. */
export const PenButtons = ({ chosen, onChoose }: PenButtonsProps) =>
  pens.map((pen) => (
    <PenButton
      key={pen}
      pen={pen}
      isPressed={chosen === null ? null : chosen === pen}
      onPress={() => onChoose(pen)}
    />
  ));

interface PenButtonProps {
  readonly pen: Pen;
  readonly isPressed: boolean | null;
  readonly onPress: () => void;
}

function PenButton({ pen, isPressed, onPress }: PenButtonProps) {
  const { t } = useTranslation('marking');
  const { shortcut, keyShortcuts } = useLiveKey(`pen-${pen}`);
  const name = t(`pens.${pen}`);
  return (
    <QuietButton
      className="sw"
      pen={pen}
      label={shortcut === undefined ? name : t('penKey', { pen: name, key: shortcut })}
      keyShortcuts={keyShortcuts}
      {...(isPressed === null ? {} : { isPressed })}
      onPress={onPress}
    >
      <i />
    </QuietButton>
  );
}
