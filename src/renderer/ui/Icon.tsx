import type { LucideIcon } from 'lucide-react';

interface IconProps {
  readonly of: LucideIcon;
  /** CSS pixels; 16 unless told. */
  readonly size?: number;
  /** Stroke in CSS pixels; 1.4 unless told. */
  readonly stroke?: number;
  readonly className?: string;
}

/** An icon as the design draws it: 16 pixels, stroke 1.4, in the colour of the text, silent for screen readers. */
export const Icon = ({ of: Drawing, size = 16, stroke = 1.4, className }: IconProps) => (
  <Drawing
    aria-hidden
    size={size}
    strokeWidth={stroke}
    absoluteStrokeWidth
    {...(className === undefined ? {} : { className })}
  />
);
