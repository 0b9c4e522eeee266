/** The character of four hexadecimal digits. */
export const characterOf = (letter: string): string =>
  String.fromCharCode(Number.parseInt(letter, 16));

/**
 * In thousandths of the size: Poppler begins a new word where two characters stand nearer to each other than 0.1, and pdf.js,
 * for which marks have no width, reads a space where more than 0.102 is missing.
 */
export const NARROW = 101;
