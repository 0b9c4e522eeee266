import { useState, type KeyboardEvent } from 'react';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly range: { readonly least: number; readonly most: number; readonly step: number };
  /** Shown behind the number. */
  readonly unit: string;
  readonly onChange: (value: number) => void;
}

/** A number to type; what lies outside of its range is brought back into it when the field is left. */
export function NumberField({ label, value, range, unit, onChange }: NumberFieldProps) {
  // What is typed and not yet a number in its range; null = the value itself.
  const [typed, setTyped] = useState<string | null>(null);
  const { least, most, step } = range;
  const type = (text: string): void => {
    setTyped(text);
    const number = Number(text);
    if (text.trim() !== '' && number >= least && number <= most) onChange(number);
  };
  const settle = (): void => {
    if (typed === null) return;
    setTyped(null);
    const number = Number(typed);
    if (typed.trim() !== '' && Number.isFinite(number)) {
      onChange(Math.max(least, Math.min(most, number)));
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) settle();
  };
  return (
    <label className="field s number">
      <input
        type="number"
        aria-label={label}
        value={typed ?? String(value)}
        min={least}
        max={most}
        step={step}
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
