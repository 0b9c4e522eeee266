const two = (part: number): string => String(part).padStart(2, '0');

/** PURE. The calendar day of an instant on this computer's clock, `YYYY-MM-DD`. */
export const localDay = (instant: Date): string =>
  `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
