import { Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';

interface StepperProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** The value with its unit. */
  readonly shown: string;
  readonly onChange: (value: number) => void;
}

/** A number with a button for less and one for more. */
export function Stepper({ label, value, least, most, shown, onChange }: StepperProps) {
  const { t } = useTranslation('settings');
  return (
    <fieldset className="step-field" aria-label={label}>
      <IconButton
        icon={Minus}
        iconSize={12}
        isSmall
        label={t('less')}
        isDisabled={value <= least}
        onPress={() => onChange(value - 1)}
      />
      <output>{shown}</output>
      <IconButton
        icon={Plus}
        iconSize={12}
        isSmall
        label={t('more')}
        isDisabled={value >= most}
        onPress={() => onChange(value + 1)}
      />
    </fieldset>
  );
}
