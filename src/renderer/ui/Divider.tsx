import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';

interface DividerProps {
  readonly label: string;
  /** Width of the pane on its left, in CSS pixels. */
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (width: number) => void;
}

/** Pixels per arrow key; with Shift four times as many. */
const STEP = 8;

/** The edge between two panes: dragged by pointer, moved by arrow keys (a window splitter of the ARIA practices). */
export function Divider({ label, width, least, most, onChange }: DividerProps) {
  const [isDragging, setDragging] = useState(false);
  const start = useRef({ x: 0, width: 0 });
  const set = (wanted: number): void =>
    onChange(Math.round(Math.max(least, Math.min(most, wanted))));
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
    setDragging(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? STEP * 4 : STEP;
    if (event.key === 'ArrowLeft') set(width - step);
    else if (event.key === 'ArrowRight') set(width + step);
    else if (event.key === 'Home') set(least);
    else if (event.key === 'End') set(most);
    else return;
    event.preventDefault();
  };
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- hr takes no focus and no value
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      className={`divider ${isDragging ? 'is-dragging' : ''}`}
      onPointerDown={begin}
      onPointerMove={(event) => {
        if (isDragging) set(start.current.width + event.clientX - start.current.x);
      }}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
      onKeyDown={onKeyDown}
    />
  );
}
