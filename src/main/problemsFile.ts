import { extname } from 'node:path';
import type { Problem } from '../shared/model.ts';

/** A list of problems as the text of a file: JSON when the file's name says so, else CSV. */
export function problemsText(file: string, problems: readonly Problem[]): string {
  return extname(file).toLowerCase() === '.json'
    ? `${JSON.stringify(problems, null, 2)}\n`
    : problemsCsv(problems);
}

/**
 * RFC 4180, with a byte order mark: without it spreadsheet programs read Chinese file names in the system's old
 * encoding.
 */
function problemsCsv(problems: readonly Problem[]): string {
  const rows = problems.map(({ path, pathHex, severity, code, message, sizeBytes }) => [
    path,
    pathHex ?? '',
    severity,
    code,
    message,
    sizeBytes === null ? '' : String(sizeBytes),
  ]);
  const lines = [COLUMNS, ...rows].map((cells) => cells.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

const COLUMNS = ['path', 'pathHex', 'severity', 'code', 'message', 'sizeBytes'] as const;

/** A file may be named `=cmd…`: an apostrophe keeps spreadsheet programs from running it as a formula. */
function csvCell(text: string): string {
  const inert = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
