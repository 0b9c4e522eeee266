import type Database from 'better-sqlite3';
import type { PathMarks, ReaderMarks } from './storeTypes.ts';

/** Bits of a post's marks. */
export const BOOKMARKED = 1;
/** The second bit. */
export const READ = 2;

/** Marks of all posts by row number, kept up with the library and the index. */
export interface PostMarks {
  /** Bits by row number for row numbers below `size`. Called inside the transaction that gave `size`. */
  readonly update: (marks: ReaderMarks, size: number) => Uint8Array;
}

/**
 * Keeps marks by row number. Only what changed since the last call is looked up: row numbers are never given twice,
 * so known ones stay true, and posts that came since then are looked for among the marked paths.
 */
export function createPostMarks(database: Database.Database): PostMarks {
  const findId = database.prepare<[string], number>('SELECT id FROM posts WHERE path = ?').pluck();
  const pathsFrom = database
    .prepare<[number], [number, string]>('SELECT id, path FROM posts WHERE id >= ?')
    .raw();
  const marked = new Map<string, number>();
  let bits = new Uint8Array(0);
  let version = 0;

  const growTo = (size: number): void => {
    const known = bits.length;
    const larger = new Uint8Array(size);
    larger.set(bits);
    bits = larger;
    if (marked.size === 0) return;
    for (const [id, path] of pathsFrom.iterate(known)) bits[id] = marked.get(path) ?? 0;
  };

  const takeChange = ({ path, isBookmarked, isRead }: PathMarks): void => {
    const value = (isBookmarked ? BOOKMARKED : 0) + (isRead ? READ : 0);
    if (value === 0) marked.delete(path);
    else marked.set(path, value);
    const id = findId.get(path);
    if (id !== undefined) bits[id] = value;
  };

  return {
    update: (marks, size) => {
      if (size > bits.length) growTo(size);
      const current = marks.version();
      if (current !== version) {
        for (const change of marks.changesSince(version)) takeChange(change);
        version = current;
      }
      return bits;
    },
  };
}
