import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { CheckMark } from './CheckMark.tsx';

interface CheckboxProps {
  readonly isSelected: boolean;
  readonly isMixed?: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children?: ReactNode;
  /** The accessible name, when there is no text. */
  readonly label?: string;
  readonly className?: string;
}

/** A tick box with its text; mixed when only a part is ticked. */
export const Checkbox = ({
  isSelected,
  isMixed = false,
  children,
  label,
  className = '',
  ...rest
}: CheckboxProps) => (
  <AriaCheckbox
    isSelected={isSelected}
    isIndeterminate={isMixed}
    className={`cbx ${className}`}
    {...(label === undefined ? {} : { 'aria-label': label })}
    {...rest}
  >
    {({ isSelected: isOn, isIndeterminate }) => (
      <>
        <CheckMark state={isIndeterminate ? 'mixed' : isOn ? 'on' : 'off'} />
        {children}
      </>
    )}
  </AriaCheckbox>
);
