import type { ComponentProps, ReactNode, Ref } from 'react';
import { Button as AriaButton, ToggleButton, type PressEvent } from 'react-aria-components';
import type { LucideIcon } from 'lucide-react';
import { Icon } from './Icon.tsx';
import { Tip } from './Tip.tsx';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: (event: PressEvent) => void;
  /** One `primary` per view. */
  readonly variant?: 'default' | 'primary' | 'ghost';
  readonly isLarge?: boolean;
  readonly isDisabled?: boolean;
  readonly icon?: LucideIcon;
  /** The accessible name, when the text alone does not say it. */
  readonly label?: string;
  readonly className?: string;
  readonly autoFocus?: boolean;
  /** As `aria-keyshortcuts` writes it, e.g. `Meta+O`. */
  readonly keyShortcuts?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** react-aria passes no `aria-keyshortcuts` on (as of 1.22), so that the element is drawn here. */
const withKeys = (keyShortcuts: string | undefined) =>
  keyShortcuts === undefined
    ? {}
    : {
        render: (properties: ComponentProps<'button'>) => (
          <button type="button" {...properties} aria-keyshortcuts={keyShortcuts} />
        ),
      };

const variants = { default: '', primary: 'pri', ghost: 'ghost' } as const;

/** A push button with text. */
export const Button = ({
  children,
  variant = 'default',
  isLarge = false,
  icon,
  label,
  className = '',
  keyShortcuts,
  ...rest
}: ButtonProps) => (
  <AriaButton
    className={`btn ${variants[variant]} ${isLarge ? 'lg' : ''} ${className}`}
    {...(label === undefined ? {} : { 'aria-label': label })}
    {...withKeys(keyShortcuts)}
    {...rest}
  >
    {icon && <Icon of={icon} />}
    {children}
  </AriaButton>
);

interface IconButtonProps {
  readonly icon: LucideIcon;
  /** Accessible name and tooltip. */
  readonly label: string;
  /** Shown in the tooltip, e.g. `⌘F`. */
  readonly shortcut?: string | undefined;
  /** As `aria-keyshortcuts` writes it. */
  readonly keyShortcuts?: string | undefined;
  readonly onPress?: (event: PressEvent) => void;
  readonly isSmall?: boolean;
  readonly isDisabled?: boolean;
  /** Drawn as switched on, without being a toggle for assistive technology. */
  readonly isOn?: boolean;
  readonly className?: string;
  readonly iconSize?: number;
  /** Tab passes it by: a list offers it in the row of the keyboard only. */
  readonly excludeFromTabOrder?: boolean;
  /** Drawn over the icon (a count, say). */
  readonly children?: ReactNode;
}

/** A 28-pixel button with an icon and a tooltip. */
export const IconButton = ({
  icon,
  label,
  shortcut,
  keyShortcuts,
  isSmall = false,
  isOn = false,
  className = '',
  iconSize = 16,
  children,
  ...rest
}: IconButtonProps) => (
  <Tip text={label} shortcut={shortcut}>
    <AriaButton
      aria-label={label}
      className={`ib ${isSmall ? 'sm' : ''} ${isOn ? 'on' : ''} ${className}`}
      {...withKeys(keyShortcuts)}
      {...rest}
    >
      <Icon of={icon} size={iconSize} />
      {children}
    </AriaButton>
  </Tip>
);

interface ToggleIconButtonProps {
  readonly icon: LucideIcon;
  /** The same name in both states; `aria-pressed` tells the state. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly keyShortcuts?: string | undefined;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** A 28-pixel toggle with an icon and a tooltip. */
export const ToggleIconButton = ({
  icon,
  label,
  shortcut,
  keyShortcuts,
  isOn,
  className = '',
  ...rest
}: ToggleIconButtonProps) => (
  <Tip text={label} shortcut={shortcut}>
    <ToggleButton
      aria-label={label}
      isSelected={isOn}
      className={`ib ${isOn ? 'on' : ''} ${className}`}
      {...withKeys(keyShortcuts)}
      {...rest}
    >
      <Icon of={icon} />
    </ToggleButton>
  </Tip>
);
