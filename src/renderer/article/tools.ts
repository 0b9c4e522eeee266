import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/**
 * Every tool that may stand in the article's head, left to right; `rule` parts groups. The one place that decides the
 * order. Export and "More" stand at the right and always stay.
 */
const TOOL_ORDER = [
  'back',
  'previous',
  'next',
  'rule',
  'bookmark',
  'labels',
  'pen',
  'note',
  'cite',
  'rule',
  'type',
  'find',
  'outline',
  'trends',
  'read-aloud',
  'second-pane',
  'window',
  'swap',
  'close-second',
] as const;

/** Names a tool. */
export type ToolId = Exclude<(typeof TOOL_ORDER)[number], 'rule'>;

/** One tool of the article's head. In a narrow pane it stands in the menu "More" instead. */
export interface Tool {
  readonly id: ToolId;
  readonly icon: LucideIcon;
  /** Accessible name, tooltip, and its line in the menu. */
  readonly label: string;
  /** Drawn in place of the icon. */
  readonly text?: string;
  /** As the reader's system writes it. */
  readonly shortcut?: string | undefined;
  /** As `aria-keyshortcuts` writes it. */
  readonly keyShortcuts?: string | undefined;
  /** For a toggle: whether it is on. Missing = it is no toggle. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  readonly className?: string;
  /** What a press does; for a tool with a popover, whatever it does besides opening it. */
  readonly run?: () => void;
  /** The content of a popover that a press opens; `close` closes it. */
  readonly popover?: (close: () => void) => ReactNode;
}

/** Pixels of one button with the gap behind it, of a rule between two groups, and of what always stands at the right. */
const BUTTON = 32;
const RULE = 13;
const FIXED = 68;

/** Which leave first when there is no room for all. */
const LEAVING: readonly ToolId[] = [
  'window',
  'second-pane',
  'read-aloud',
  'trends',
  'cite',
  'note',
  'outline',
  'labels',
  'pen',
  'back',
  'bookmark',
  'previous',
  'next',
  'type',
  'find',
  'swap',
  'close-second',
];

/** Seldom used: in the menu even where there is room; toggles among them stand in the bar while they are on. */
const SELDOM: ReadonlySet<ToolId> = new Set(['read-aloud', 'second-pane', 'window']);

/** Tools of one head, by where they stand. */
export interface PlacedTools {
  /** Groups of what stands in the bar, none of them empty. */
  readonly groups: readonly (readonly Tool[])[];
  /** What stands in the menu "More", in the order of the bar. */
  readonly left: readonly Tool[];
}

/** Places tools in a bar with so many pixels (padding taken off); the others go to the menu, the least used first. */
export function placeTools(tools: readonly Tool[], width: number): PlacedTools {
  const isAway = ({ id, isOn }: Tool): boolean =>
    SELDOM.has(id) && (isOn === false || id === 'window');
  const away = new Set<ToolId>(tools.filter(isAway).map(({ id }) => id));
  const shown = (): readonly (readonly Tool[])[] =>
    groupsOf(tools.filter(({ id }) => !away.has(id)));
  for (const id of LEAVING) {
    if (widthOf(shown()) <= width) break;
    away.add(id);
  }
  return { groups: shown(), left: groupsOf(tools.filter(({ id }) => away.has(id))).flat() };
}

function groupsOf(tools: readonly Tool[]): readonly (readonly Tool[])[] {
  const groups: Tool[][] = [[]];
  for (const place of TOOL_ORDER) {
    if (place === 'rule') groups.push([]);
    else groups.at(-1)?.push(...tools.filter(({ id }) => id === place));
  }
  return groups.filter(({ length }) => length > 0);
}

function widthOf(groups: readonly (readonly Tool[])[]): number {
  return FIXED + BUTTON * groups.flat().length + RULE * Math.max(0, groups.length - 1);
}
