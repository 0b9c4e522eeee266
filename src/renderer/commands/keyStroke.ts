/** A key press, as far as commands look at it. */
export interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * Names a key press the way the commands table does: `Mod+Shift+F`, `Alt+ArrowLeft`, `j`, `?`, `F6`. Shift is only
 * named beside another modifier or a named key: with a character it is already in the character. Null while Mod is
 * pressed together with the modifier that is not this system's Mod.
 */
export function strokeName(stroke: KeyStroke, isMac: boolean): string | null {
  const { key, shiftKey, altKey } = stroke;
  const isMod = isMac ? stroke.metaKey : stroke.ctrlKey;
  if (isMac ? stroke.ctrlKey : stroke.metaKey) return null;
  const isChord = isMod || altKey;
  const isCharacter = key.length === 1;
  const isShiftNamed = shiftKey && (isChord || !isCharacter);
  const name = isCharacter && isChord ? key.toUpperCase() : key;
  return [isMod ? 'Mod' : '', altKey ? 'Alt' : '', isShiftNamed ? 'Shift' : '', name]
    .filter(Boolean)
    .join('+');
}

/** Whether a key types a character, so that it belongs to a text field that has the focus. */
export const isSingleKey = (name: string): boolean => !/^(Mod|Alt)\+|F\d+$/.test(name);
