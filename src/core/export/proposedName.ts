import { safeFileName } from './fileNames.ts';

/** What a file of several posts, or of one, can be called after. */
export interface NamedExport {
  /** The title that the book was given; empty = none. */
  readonly title: string;
  /** Of the post, where the export is of one alone; else null. */
  readonly postTitle: string | null;
  /** What was searched for; null when nothing was. */
  readonly query: string | null;
  readonly archive: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * PURE. The name that is proposed for an export, without an extension and safe for every common file system: the book's
 * title, that of a post alone, what was searched for, else the archive and the day.
 */
export function proposedName({ title, postTitle, query, archive, today }: NamedExport): string {
  const words = [title, postTitle ?? '', query ?? ''].find((one) => one.trim() !== '');
  return safeFileName(words ?? `${archive} ${today}`);
}
