import type { AppInfo } from '../../shared/appModel.ts';

/** Signs that macOS uses in place of names. */
const macSigns: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↵',
  ArrowLeft: '←',
  ArrowRight: '→',
};

const otherNames: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** Apple's order of modifiers: option, shift, command. */
const rank = (part: string): number => ['Alt', 'Shift', 'Mod'].indexOf(part);

/** A single letter is shown as on the key cap. */
const capOf = (part: string): string => (part.length === 1 ? part.toUpperCase() : part);

/** A key (`Mod+Shift+F`, `j`, `g a`) as the reader's system writes it: `⇧⌘F`, `Ctrl+Shift+F`, `J`, `G A`. */
export function shortcutText(keys: string, platform: AppInfo['platform']): string {
  return keys
    .split(' ')
    .map((stroke) => {
      const parts = stroke.split('+');
      if (platform !== 'mac') return parts.map((part) => otherNames[part] ?? capOf(part)).join('+');
      const modifiers = parts.slice(0, -1).toSorted((left, right) => rank(left) - rank(right));
      return [...modifiers, ...parts.slice(-1)]
        .map((part) => macSigns[part] ?? capOf(part))
        .join('');
    })
    .join(' ');
}

/** The same key for `aria-keyshortcuts` (WAI-ARIA 1.2): `Control+Shift+F`, `Meta+F`, `j`. */
export const ariaShortcut = (keys: string, platform: AppInfo['platform']): string =>
  keys.replaceAll('Mod', platform === 'mac' ? 'Meta' : 'Control');
