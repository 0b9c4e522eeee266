import type { ReactElement } from 'react';
import { MenuTrigger, Popover } from 'react-aria-components';
import { MenuList, type MenuGroup } from './MenuList.tsx';

interface MenuButtonProps {
  /** The button; must be (or hold) a react-aria `Button`. */
  readonly children: ReactElement;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly placement?: 'bottom start' | 'bottom end' | 'right top' | 'top end';
}

/** A button that opens a menu. */
export const MenuButton = ({
  children,
  label,
  groups,
  placement = 'bottom start',
}: MenuButtonProps) => (
  <MenuTrigger>
    {children}
    <Popover className="popover" placement={placement} offset={4}>
      <MenuList label={label} groups={groups} />
    </Popover>
  </MenuTrigger>
);
