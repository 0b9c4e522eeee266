import type { Problem, ProblemCode } from '../../shared/model.ts';

/** Kinds of problems as the panel filters them; every problem belongs to one. */
export type ProblemGroup = 'missing' | 'encoding' | 'dates' | 'frontMatter' | 'other';

/** The groups in the order they are shown. */
export const problemGroups: readonly ProblemGroup[] = [
  'missing',
  'encoding',
  'dates',
  'frontMatter',
  'other',
];

/** A file that is not in results is `missing`, whatever the reason; the others go by what must be checked. */
export function groupOf({ code, severity }: Pick<Problem, 'code' | 'severity'>): ProblemGroup {
  return severity === 'error' ? 'missing' : groupOfCode[code];
}

const groupOfCode: Readonly<Record<ProblemCode, ProblemGroup>> = {
  'encoding-guessed': 'encoding',
  'encoding-mixed': 'encoding',
  'encoding-damaged': 'encoding',
  'date-invalid': 'dates',
  'date-missing': 'dates',
  'front-matter-invalid': 'frontMatter',
  'front-matter-recovered': 'frontMatter',
  'front-matter-unclosed': 'frontMatter',
  'front-matter-code': 'frontMatter',
  'title-missing': 'other',
  'nothing-shown': 'other',
  'link-outside': 'other',
  'not-a-file': 'other',
  'too-deep': 'other',
  'name-not-text': 'other',
  unreadable: 'other',
  vanished: 'other',
  empty: 'other',
  'not-text': 'other',
  'too-large': 'other',
  'took-too-long': 'other',
};

/** Number of problems of each group. */
export function countGroups(problems: readonly Problem[]): Readonly<Record<ProblemGroup, number>> {
  const counts = { missing: 0, encoding: 0, dates: 0, frontMatter: 0, other: 0 };
  for (const problem of problems) counts[groupOf(problem)] += 1;
  return counts;
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

/** Files that are not in results before those that are; else in the given order. */
export function errorsFirst(problems: readonly Problem[]): readonly Problem[] {
  return [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))];
}

/** A path cut before its last part: `2022/05/` and `a.md`. */
export function splitPath(path: string): { readonly folder: string; readonly file: string } {
  const at = path.lastIndexOf('/') + 1;
  return { folder: path.slice(0, at), file: path.slice(at) };
}

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** A file size with one digit after the point below 10: "0 B", "7.8 KB", "212 KB". */
export function fileSize(bytes: number, format: (value: number) => string): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const rounded = unit === 0 || value >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${format(rounded)} ${UNITS[unit] ?? 'B'}`;
}
