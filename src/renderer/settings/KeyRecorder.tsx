import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isCharacterKey, strokeName } from '../commands/keyStroke.ts';
import { shortcutText } from '../commands/shortcutText.ts';
import { useApp } from '../state/store.ts';
import { Kbd } from '../ui/Kbd.tsx';

/** A second key of a pair must follow within this time (milliseconds); then one character is the whole key. */
const PAIR_TIME = 1200;

interface KeyRecorderProps {
  /** What the key is for, in the reader's language. */
  readonly name: string;
  /** The key pressed, as the list of commands writes it. */
  readonly onKey: (key: string) => void;
  readonly onCancel: () => void;
}

/** Waits for a key: a chord counts at once, a character may begin a pair, Esc gives up. */
export function KeyRecorder({ name, onKey, onCancel }: KeyRecorderProps) {
  const { t } = useTranslation('keys');
  const platform = useApp(({ app }) => app.platform);
  const [first, setFirst] = useState<string | null>(null);
  const field = useRef<HTMLButtonElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (first === null) return undefined;
    const timer = setTimeout(() => onKey(first), PAIR_TIME);
    return () => clearTimeout(timer);
  }, [first, onKey]);

  const onKeyDown = (event: KeyboardEvent): void => {
    // Everything pressed here is an answer, not a command of the window or of the menu.
    event.preventDefault();
    event.stopPropagation();
    const isAltGraph = event.getModifierState('AltGraph');
    const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
    const stroke = { key, code, ctrlKey, metaKey, shiftKey, altKey, isAltGraph };
    if (key === 'Escape') return onCancel();
    const pressed = event.repeat ? null : strokeName(stroke, platform === 'mac');
    if (pressed === null) return;
    if (first !== null && isCharacterKey(pressed)) onKey(`${first} ${pressed}`);
    else if (isCharacterKey(pressed)) setFirst(pressed);
    else onKey(pressed);
  };
  return (
    <button
      ref={field}
      type="button"
      className="key-recorder"
      aria-label={t('recordFor', { name })}
      onKeyDown={onKeyDown}
      onBlur={onCancel}
    >
      {first === null ? (
        t('press')
      ) : (
        <>
          <Kbd keys={shortcutText(first, platform)} /> {t('orSecond')}
        </>
      )}
    </button>
  );
}
