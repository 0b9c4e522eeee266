interface SealProps {
  /** One character. */
  readonly text: string;
  readonly isSmall?: boolean;
  /** Outlined: an archive that is not the open one. */
  readonly isOutlined?: boolean;
}

/** An archive's seal: one character in a red square. */
export const Seal = ({ text, isSmall = false, isOutlined = false }: SealProps) => (
  <span aria-hidden className={`seal ${isSmall ? 's' : ''} ${isOutlined ? 'line' : ''}`}>
    {text}
  </span>
);
