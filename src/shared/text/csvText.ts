/** Without it spreadsheet programs read Chinese in the system's old encoding. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** PURE. A table as CSV (RFC 4180), with a byte order mark. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map(csvLine).join('')}`;
}

/** PURE. One record of a table as CSV, its end of line included. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * A text may begin as a formula does, in full width too (OWASP, "CSV Injection"): an apostrophe keeps spreadsheet
 * programs from running it.
 */
function csvCell(text: string): string {
  const inert = /^[=+\-@＝＋－＠\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
