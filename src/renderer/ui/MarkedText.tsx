import type { ReactNode } from 'react';
import type { TextRange } from '../../shared/model.ts';

interface MarkedTextProps {
  readonly text: string;
  /** Ranges of `text`, in order, without overlap. */
  readonly marks: readonly TextRange[];
}

/** Text with its hits marked. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  if (marks.length === 0) return text;
  const parts: ReactNode[] = [];
  let position = 0;
  for (const [start, end] of marks) {
    if (start > position) parts.push(text.slice(position, start));
    parts.push(
      <mark key={start} className="hit">
        {text.slice(start, end)}
      </mark>,
    );
    position = end;
  }
  parts.push(text.slice(position));
  return parts;
}
