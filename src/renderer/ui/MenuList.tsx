import { Check, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Header, Menu, MenuItem, MenuSection, Separator } from 'react-aria-components';
import { Icon } from './Icon.tsx';

/** One line of a menu. */
export interface MenuEntry {
  readonly id: string;
  readonly text: string;
  /** A second, quieter line. */
  readonly note?: string;
  readonly icon?: LucideIcon;
  /** Drawn in place of the icon (an archive's seal, say). */
  readonly picture?: ReactNode;
  /** Draws a tick, and the room for one on its neighbours. */
  readonly isChecked?: boolean;
  readonly isDisabled?: boolean;
  /** A key as the reader's system writes it. */
  readonly shortcut?: string | undefined;
  readonly run: () => void;
}

/** Lines that belong together, under an optional head; groups are parted by a rule. */
export interface MenuGroup {
  readonly id: string;
  readonly head?: string;
  readonly entries: readonly MenuEntry[];
}

interface MenuListProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly onClose?: () => void;
}

const Line = ({ entry }: { readonly entry: MenuEntry }) => (
  <MenuItem
    id={entry.id}
    textValue={entry.text}
    onAction={entry.run}
    isDisabled={entry.isDisabled ?? false}
    {...(entry.isChecked === true ? { 'aria-current': 'true' } : {})}
  >
    {entry.isChecked !== undefined && (
      <span className="menu-check">{entry.isChecked && <Icon of={Check} />}</span>
    )}
    {entry.picture ?? (entry.icon && <Icon of={entry.icon} />)}
    <span className="menu-text">
      {entry.text}
      {entry.note !== undefined && <small className="menu-note trunc">{entry.note}</small>}
    </span>
    {entry.shortcut !== undefined && <span className="menu-keys">{entry.shortcut}</span>}
  </MenuItem>
);

/** The lines of a menu; stands inside a popover. */
export const MenuList = ({ label, groups, onClose }: MenuListProps) => (
  <Menu
    aria-label={label}
    className="menu"
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- an opened menu takes the focus (ARIA practices, menu button)
    autoFocus="first"
    {...(onClose === undefined ? {} : { onClose })}
  >
    {groups
      .filter(({ entries }) => entries.length > 0)
      .flatMap((group, place) => [
        ...(place > 0 ? [<Separator key={`line-${group.id}`} className="menu-line" />] : []),
        <MenuSection key={group.id} aria-label={group.head ?? label}>
          {group.head !== undefined && <Header className="menu-head">{group.head}</Header>}
          {group.entries.map((entry) => (
            <Line key={entry.id} entry={entry} />
          ))}
        </MenuSection>,
      ])}
  </Menu>
);
