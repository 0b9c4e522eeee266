/** A count over an icon; three digits and more are shortened. */
export const Badge = ({
  count,
  isWarning = false,
}: {
  readonly count: number;
  readonly isWarning?: boolean;
}) => (
  <span aria-hidden className={`bdg ${isWarning ? 'w' : ''}`}>
    {count > 99 ? '99+' : count}
  </span>
);
