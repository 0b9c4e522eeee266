import {
  AArrowDown,
  AArrowUp,
  ALargeSmall,
  Languages,
  Monitor,
  Moon,
  PanelLeft,
  Settings2,
  Sun,
  Sunset,
  TriangleAlert,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Settings } from '../../shared/appModel.ts';
import type { IdOf } from '../../shared/commands/commands.ts';
import type { viewRows } from '../../shared/commands/viewRows.ts';
import type { Behaviour, CommandContext } from './command.ts';

const READING_SIZES = { least: 15, normal: 17, most: 22 } as const;

const resize =
  (next: (size: number) => number) =>
  ({ state, actions }: CommandContext): void =>
    actions.setSettings({
      readingSize: Math.max(
        READING_SIZES.least,
        Math.min(READING_SIZES.most, next(state.settings.readingSize)),
      ),
    });

/** A choice among several values of one setting. */
const choice = <Name extends 'theme' | 'language'>(
  icon: LucideIcon,
  name: Name,
  value: Settings[Name],
): Behaviour => ({
  icon,
  isOn: ({ settings }) => settings[name] === value,
  run: ({ actions }) => actions.setSettings({ [name]: value }),
});

/** See `viewRows`. */
export const viewCommands: Readonly<Record<IdOf<typeof viewRows>, Behaviour>> = {
  settings: {
    icon: Settings2,
    run: ({ actions }) => actions.openDialog({ kind: 'settings', pane: 'appearance' }),
  },
  'toggle-sidebar': { icon: PanelLeft, run: ({ actions }) => actions.toggleSidebar() },
  'toggle-problems': {
    icon: TriangleAlert,
    isOn: ({ isProblemsOpen }) => isProblemsOpen,
    run: ({ state, actions }) => actions.setProblemsOpen(!state.isProblemsOpen),
  },
  'text-larger': { icon: AArrowUp, run: resize((size) => size + 1) },
  'text-smaller': { icon: AArrowDown, run: resize((size) => size - 1) },
  'text-reset': { icon: ALargeSmall, run: resize(() => READING_SIZES.normal) },
  'theme-system': choice(Monitor, 'theme', 'system'),
  'theme-light': choice(Sun, 'theme', 'light'),
  'theme-sepia': choice(Sunset, 'theme', 'sepia'),
  'theme-dark': choice(Moon, 'theme', 'dark'),
  'language-system': choice(Languages, 'language', 'system'),
  'language-en': choice(Languages, 'language', 'en'),
  'language-zh': choice(Languages, 'language', 'zh'),
};
