import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly text: ReactNode;
    readonly className?: string;
  }[];
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
}

/** A row of choices of which one holds (a radio group drawn as one bar). */
export function Segmented<T extends string>({
  label,
  options,
  value,
  onChange,
  isDisabled = false,
}: SegmentedProps<T>) {
  const choose = (chosen: string): void => {
    const option = options.find((known) => known.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <RadioGroup
      aria-label={label}
      className="seg"
      orientation="horizontal"
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
    >
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={option.className ?? ''}>
          {option.text}
        </Radio>
      ))}
    </RadioGroup>
  );
}
