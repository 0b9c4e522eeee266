interface ProgressBarProps {
  /** The accessible name. */
  readonly label: string;
  /** 0 to 100; null while unknown. */
  readonly percent: number | null;
}

/** A thin bar that fills. */
export const ProgressBar = ({ label, percent }: ProgressBarProps) => (
  <div
    className="bar"
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the platform's own progress element cannot be drawn as this bar
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    {...(percent === null ? {} : { 'aria-valuenow': Math.round(percent) })}
  >
    <i style={{ width: `${percent ?? 0}%` }} />
  </div>
);
