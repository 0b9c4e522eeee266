import { X } from 'lucide-react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { focusSearchField } from '../commands/panes.ts';
import { Icon } from '../ui/Icon.tsx';

interface ChipProps {
  readonly children: ReactNode;
  /** Accessible name of its button that takes it away. */
  readonly removeLabel: string;
  readonly onRemove: () => void;
  /** Accessible name of the chip as a button that leads to its place in the field, and what it does. */
  readonly edit?: { readonly label: string; readonly run: () => void };
}

/** A part of the search or a filter in use. Its buttons take it away with Delete or Backspace as well. */
export function Chip({ children, removeLabel, onRemove, edit }: ChipProps) {
  /** The chip goes away under the keyboard, which therefore goes on in the search field. */
  const removeByKey = (): void => {
    onRemove();
    focusSearchField(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    removeByKey();
  };
  // A click without a pointer is Enter or Space.
  const onClick = ({ detail }: MouseEvent): void => (detail === 0 ? removeByKey() : onRemove());
  return (
    <li className={edit === undefined ? 'chip' : 'chip can-edit'}>
      {edit === undefined ? (
        children
      ) : (
        <button
          type="button"
          className="edit"
          aria-label={edit.label}
          onClick={edit.run}
          onKeyDown={onKeyDown}
        >
          {children}
        </button>
      )}
      <button
        type="button"
        className="x"
        aria-label={removeLabel}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <Icon of={X} size={12} stroke={1.1} />
      </button>
    </li>
  );
}
