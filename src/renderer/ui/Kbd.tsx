/** A key as it is drawn. */
export const Kbd = ({
  keys,
  isBare = false,
}: {
  readonly keys: string;
  readonly isBare?: boolean;
}) => <kbd className={isBare ? 'bare' : ''}>{keys}</kbd>;
