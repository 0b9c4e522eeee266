import { useState, type KeyboardEvent } from 'react';
import { readLength } from '../../shared/text/length.ts';

interface LengthFieldProps {
  readonly label: string;
  /** In millimetres. */
  readonly value: number;
  readonly range: { readonly least: number; readonly most: number };
  /** Shown behind the number. */
  readonly unit: string;
  /** The id of words about what may be typed. */
  readonly describedBy?: string;
  readonly onChange: (value: number) => void;
}

/** Millimetres that an arrow key changes, and with Shift. */
const STEP = 1;
const BIG_STEP = 10;

/**
 * A length to type, in any unit that `readLength` knows. What lies outside of the range is brought back into it when the
 * field is left. Not the platform's field of numbers: that takes no units, and nothing from a Chinese input method.
 */
export function LengthField(props: LengthFieldProps) {
  const { label, value, range, unit, describedBy, onChange } = props;
  // What is typed, as long as the field is not left; null = the value itself.
  const [typed, setTyped] = useState<string | null>(null);
  const { least, most } = range;
  const isIn = (length: number | null): length is number =>
    length !== null && length >= least && length <= most;
  const type = (text: string): void => {
    setTyped(text);
    const length = readLength(text);
    if (isIn(length) && length !== value) onChange(length);
  };
  const settle = (): void => {
    const length = typed === null ? null : readLength(typed);
    setTyped(null);
    if (length !== null) onChange(Math.max(least, Math.min(most, length)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setTyped(null);
      const wanted = value + step * (event.shiftKey ? BIG_STEP : STEP);
      onChange(Math.max(least, Math.min(most, wanted)));
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) settle();
  };
  const isWrong = typed !== null && !isIn(readLength(typed));
  return (
    <label className="field s number">
      <input
        type="text"
        inputMode="decimal"
        role="spinbutton"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={least}
        aria-valuemax={most}
        aria-valuetext={`${value} ${unit}`}
        aria-invalid={isWrong}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        autoComplete="off"
        maxLength={20}
        value={typed ?? String(value)}
        onChange={({ target }) => type(target.value)}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
      <span aria-hidden className="dim">
        {unit}
      </span>
    </label>
  );
}
