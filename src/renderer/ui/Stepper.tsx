import { Minus, Plus } from 'lucide-react';
import { IconButton } from './Button.tsx';

interface StepperProperties {
  readonly label: string;
  readonly range: { readonly least: number; readonly most: number; readonly step: number };
  readonly value: number;
  /** The value with its unit. */
  readonly shown: string;
  /** Names of the two buttons: less, more. */
  readonly words: readonly [less: string, more: string];
  readonly onChange: (value: number) => void;
}

/** A number with a button for less and one for more. */
export function Stepper({ label, range, value, shown, words, onChange }: StepperProperties) {
  const set = (wanted: number): void =>
    onChange(Math.max(range.least, Math.min(range.most, wanted)));
  return (
    <fieldset className="step-field" aria-label={label}>
      <IconButton
        icon={Minus}
        iconSize={12}
        isSmall
        label={words[0]}
        isDisabled={value <= range.least}
        onPress={() => set(value - range.step)}
      />
      <output>{shown}</output>
      <IconButton
        icon={Plus}
        iconSize={12}
        isSmall
        label={words[1]}
        isDisabled={value >= range.most}
        onPress={() => set(value + range.step)}
      />
    </fieldset>
  );
}
