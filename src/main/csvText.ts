/**
 * A table as CSV (RFC 4180), with a byte order mark: without it spreadsheet programs read Chinese in the system's old
 * encoding.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A text may begin with `=`: an apostrophe keeps spreadsheet programs from running it as a formula. */
function csvCell(text: string): string {
  const inert = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
