import type { ReactNode } from 'react';

interface QuietButtonProps {
  readonly children?: ReactNode;
  readonly className?: string;
  /** The accessible name, when the content does not say it; also shown when pointed at. */
  readonly label?: string;
  readonly pen?: string;
  /** For a toggle: whether it is on. */
  readonly isPressed?: boolean;
  readonly keyShortcuts?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

/** A button that a pointer can press without taking the focus or the selection away from the text. */
export function QuietButton(properties: QuietButtonProps) {
  const {
    children,
    className = '',
    label,
    pen,
    isPressed,
    keyShortcuts,
    isDisabled,
    onPress,
  } = properties;
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      title={label}
      data-pen={pen}
      aria-pressed={isPressed}
      aria-keyshortcuts={keyShortcuts}
      aria-disabled={isDisabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (isDisabled !== true) onPress();
      }}
    >
      {children}
    </button>
  );
}
