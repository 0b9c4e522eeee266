import { isCharacterKey, isSingleKey } from './keyStroke.ts';

/** Kinds of input that take no text. */
const WITHOUT_TEXT = [
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
];

/** Whether keys type text where the focus is. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !WITHOUT_TEXT.includes(target.type)));

/** Whether an open menu, popover or list takes the keys. */
const isInOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="menu"], [role="dialog"], .popover') !== null;

/** Whether Space presses, ticks or turns what has the focus. */
const isPressedBySpace = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'button, summary, input, select, audio, video, [role="button"], [role="checkbox"], [role="switch"], [role="tab"], [role="menuitem"], [role="treeitem"], [role="slider"]',
  ) !== null;

/** What decides whether a key press may be a command. */
interface Pressed {
  readonly name: string;
  readonly target: EventTarget | null;
  /** See `Settings.hasSingleKeys`. */
  readonly hasSingleKeys: boolean;
}

/** Whether a key press may be a command where it happened: not where it types, presses something, or moves in a menu. */
export function isFreeKey({ name, target, hasSingleKeys }: Pressed): boolean {
  if (isInOverlay(target)) return false;
  // A field has its own.
  if ((name === 'Mod+A' || name === 'Mod+Z') && isTyping(target)) return false;
  if (/^(?:Shift\+)?Space$/.test(name) && isPressedBySpace(target)) return false;
  if (isCharacterKey(name) && !hasSingleKeys) return false;
  return !isSingleKey(name) || !isTyping(target);
}
