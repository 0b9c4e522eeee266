/** What a terminal would obey instead of showing: control characters and marks that turn the writing direction. */
const OBEYED = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** PURE. A text of an archive on one line of a terminal; a title must not move the cursor or change its colours. */
export function printable(text: string): string {
  return text.replaceAll(OBEYED, ' ');
}

/**
 * PURE. A text of several lines for a terminal: its line feeds and tabs stay, and so do marks of the writing direction,
 * which belong to the text of a post; other control characters become spaces.
 */
export function printableText(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, ' ');
}

/** PURE. A value as JSON in which every control character is escaped; `JSON.stringify` leaves those from U+007F on. */
export function jsonText(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replaceAll(
    /[\u007F-\u009F]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const thousands = new Intl.NumberFormat('en-US');

/** PURE. A count as people read it: `1,234 posts`, `1 post`. */
export function countOf(count: number, noun: string): string {
  const ending = noun.endsWith('ch') ? 'es' : 's';
  return `${thousands.format(count)} ${noun}${count === 1 ? '' : ending}`;
}

/** PURE. A duration in seconds as people read it: `0.4 s`, `12 s`, `3 min 5 s`. */
export function durationOf(seconds: number): string {
  if (seconds < 10 && !Number.isInteger(seconds)) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
