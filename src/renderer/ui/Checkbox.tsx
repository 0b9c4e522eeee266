import { useEffect, useRef, type ReactNode } from 'react';
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
  /** What Enter does while it has the focus: opening what it ticks, say, so that a row is one stop of Tab. */
  readonly onEnter?: () => void;
}

/**
 * A tick box with its text; mixed when only a part is ticked. The platform's own control lies, unseen, over the
 * drawn one, and the whole line is its label: there are dozens in the sidebar, and nothing is lighter.
 */
export function Checkbox({
  isSelected,
  isMixed = false,
  isDisabled = false,
  onChange,
  children,
  label,
  className = '',
  onEnter,
}: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null) input.current.indeterminate = isMixed;
  }, [isMixed]);
  const unmixed = isSelected ? 'on' : 'off';
  return (
    <label className={`cbx ${className}`}>
      <input
        ref={input}
        type="checkbox"
        aria-label={label}
        checked={isSelected}
        disabled={isDisabled}
        aria-keyshortcuts={onEnter === undefined ? undefined : 'Enter'}
        onKeyDown={({ key }) => {
          if (key === 'Enter') onEnter?.();
        }}
        onChange={({ target }) => onChange(target.checked)}
      />
      <CheckMark state={isMixed ? 'mixed' : unmixed} />
      {children}
    </label>
  );
}
