import { extname } from 'node:path';
import type { Problem } from '../shared/model.ts';
import { csvText } from '../shared/text/csvText.ts';

/** A list of problems as the text of a file: JSON when the file's name says so, else CSV. */
export function problemsText(file: string, problems: readonly Problem[]): string {
  return extname(file).toLowerCase() === '.json'
    ? `${JSON.stringify(problems, null, 2)}\n`
    : problemsCsv(problems);
}

function problemsCsv(problems: readonly Problem[]): string {
  const rows = problems.map(({ path, pathHex, severity, code, message, sizeBytes }) => [
    path,
    pathHex ?? '',
    severity,
    code,
    message,
    sizeBytes === null ? '' : String(sizeBytes),
  ]);
  return csvText([COLUMNS, ...rows]);
}

const COLUMNS = ['path', 'pathHex', 'severity', 'code', 'message', 'sizeBytes'] as const;
