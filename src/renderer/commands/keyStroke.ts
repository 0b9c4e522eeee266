/** A key press, as far as commands look at it. */
export interface KeyStroke {
  readonly key: string;
  /** The place on the keyboard, as the UI Events specification names it; asked when `key` is in another script. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** Whether AltGr is down, which Windows reports as Control and Alt. */
  readonly isAltGraph?: boolean;
}

/** Keys that mean nothing by themselves, and what an input method has taken. */
const silent = new Set([
  'Alt',
  'AltGraph',
  'CapsLock',
  'Control',
  'Fn',
  'Meta',
  'NumLock',
  'Process',
  'ScrollLock',
  'Shift',
  'Unidentified',
]);

/** Marks on a US keyboard by place: alone, with Shift. */
const marks: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

/** The character that a US keyboard has at a place; null for places without one. */
function atPlace(code: string, isShifted: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return isShifted ? letter : letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined && !isShifted) return digit;
  return marks[code]?.[isShifted ? 1 : 0] ?? null;
}

/**
 * The key as the table names it. A character outside ASCII (a Cyrillic layout, a full-width mark, Option on macOS) is
 * read by its place instead; a dead key (the accent before a letter) is no key by itself, except in a chord.
 */
function keyOf({ key, code = '', shiftKey }: KeyStroke, isChord: boolean): string | null {
  if (key === 'Dead') return isChord ? atPlace(code, shiftKey) : null;
  if (silent.has(key)) return null;
  if (key === ' ') return 'Space';
  if (/^[A-Z]\w+$/.test(key)) return key;
  if (/^[A-Za-z]$/.test(key)) return shiftKey ? key.toUpperCase() : key.toLowerCase();
  return key > '~' ? atPlace(code, shiftKey) : key;
}

/**
 * Names a key press the way the commands table does: `Mod+Shift+F`, `Alt+ArrowLeft`, `j`, `N`, `?`, `Space`, `F6`.
 * Shift is only named beside another modifier or a named key: with a character it is already in the character. Null for
 * what is no key of a command: modifiers alone, dead keys, keys an input method took, and Mod together with the modifier
 * that is not this system's Mod.
 */
export function strokeName(stroke: KeyStroke, isMac: boolean): string | null {
  const { isMod, isAlt, isForeign } = modifiersOf(stroke, isMac);
  if (isForeign) return null;
  const isChord = isMod || isAlt;
  const key = keyOf(stroke, isChord);
  if (key === null) return null;
  const isCharacter = key.length === 1;
  const parts = [
    isMod ? 'Mod' : '',
    isAlt ? 'Alt' : '',
    stroke.shiftKey && (isChord || !isCharacter) ? 'Shift' : '',
    isCharacter && isChord ? key.toUpperCase() : key,
  ];
  return parts.filter(Boolean).join('+');
}

/** The modifiers of a key press; `isForeign` = the one that is not this system's Mod is down. */
function modifiersOf(stroke: KeyStroke, isMac: boolean) {
  const isAltGraph = stroke.isAltGraph === true && !isMac;
  const [mod, other] = isMac ? [stroke.metaKey, stroke.ctrlKey] : [stroke.ctrlKey, stroke.metaKey];
  return { isMod: mod && !isAltGraph, isAlt: stroke.altKey && !isAltGraph, isForeign: other };
}

/**
 * All names of a key press, the likeliest first: on keyboards whose digits need Shift (French, say), Mod with a digit's
 * key also means Mod with the digit, unless the table has the mark itself.
 */
export function strokeNames(stroke: KeyStroke, isMac: boolean): readonly string[] {
  const name = strokeName(stroke, isMac);
  if (name === null) return [];
  const digit = /^Digit(\d)$/.exec(stroke.code ?? '')?.[1];
  const byPlace = `Mod+${digit}`;
  return digit !== undefined && /^Mod\+[^A-Z0-9]$/.test(name) ? [name, byPlace] : [name];
}

/** Whether a key is pressed without Mod or Alt and is no function key, so that it belongs to a text field with the focus. */
export const isSingleKey = (name: string): boolean => !/^(Mod|Alt)\+|F\d+$/.test(name);

/** Whether a key, or the first of a pair, is one character: what can be switched off (WCAG 2.2, 2.1.4). */
export const isCharacterKey = (name: string): boolean => (name.split(' ')[0] ?? '').length === 1;
