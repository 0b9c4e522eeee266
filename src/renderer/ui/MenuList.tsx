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
  /** Whether it is the one chosen, or on; draws a tick, or the room for one. Missing = it is neither, but an action. */
  readonly isChecked?: boolean;
  /** Keeps room for a tick beside lines that may have one. */
  readonly hasTickRoom?: boolean;
  readonly isDisabled?: boolean;
  /** A key as the reader's system writes it. */
  readonly shortcut?: string | undefined;
  readonly run: () => void;
}

/** Lines that belong together, under an optional head; groups are parted by a rule. */
export interface MenuGroup {
  readonly id: string;
  readonly head?: string;
  /** How many of its lines that can be checked are so at once; one when missing. */
  readonly checks?: 'one' | 'any';
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
  >
    {(entry.isChecked !== undefined || entry.hasTickRoom === true) && (
      <span className="menu-check">{entry.isChecked === true && <Icon of={Check} />}</span>
    )}
    {entry.picture ?? (entry.icon && <Icon of={entry.icon} />)}
    <span className="menu-text">
      {entry.text}
      {entry.note !== undefined && <small className="menu-note trunc">{entry.note}</small>}
    </span>
    {entry.shortcut !== undefined && <span className="menu-keys">{entry.shortcut}</span>}
  </MenuItem>
);

/** Neighbours that can be checked, or that cannot. */
function runsOf(entries: readonly MenuEntry[]): readonly (readonly MenuEntry[])[] {
  const runs: MenuEntry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    const isSame = (before?.isChecked === undefined) === (entry.isChecked === undefined);
    if (last !== undefined && isSame) last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

interface SectionProps {
  readonly label: string;
  readonly head: string | undefined;
  readonly checks: MenuGroup['checks'];
  readonly entries: readonly MenuEntry[];
}

/**
 * Lines of one kind. Those that can be checked are a selection: only so does react-aria tell a screen reader that they are
 * (`menuitemradio`, `menuitemcheckbox`; WAI-ARIA 1.2).
 */
const Lines = ({ label, head, checks = 'one', entries }: SectionProps) => {
  const canBeChecked = entries[0]?.isChecked !== undefined;
  const checked = entries.filter(({ isChecked }) => isChecked === true).map(({ id }) => id);
  return (
    <MenuSection
      aria-label={head ?? label}
      {...(canBeChecked
        ? {
            selectionMode: checks === 'one' ? ('single' as const) : ('multiple' as const),
            selectedKeys: checked,
            shouldCloseOnSelect: true,
          }
        : {})}
    >
      {head !== undefined && <Header className="menu-head">{head}</Header>}
      {entries.map((entry) => (
        <Line key={entry.id} entry={entry} />
      ))}
    </MenuSection>
  );
};

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
        ...runsOf(group.entries).map((entries, at) => (
          <Lines
            key={`${group.id}-${entries[0]?.id ?? ''}`}
            label={label}
            head={at === 0 ? group.head : undefined}
            checks={group.checks}
            entries={entries}
          />
        )),
      ])}
  </Menu>
);
