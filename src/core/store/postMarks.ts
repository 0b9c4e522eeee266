import type Database from 'better-sqlite3';
import type { PathMarks, ReaderMarks } from './storeTypes.ts';

/** Bits of a post's marks. */
export const BOOKMARKED = 1;
/** The second bit. */
export const READ = 2;
/** The third bit: it has highlights. */
export const HIGHLIGHTED = 4;
/** Further bits, of which no filter asks: it, or a highlight of it, has a note; its bookmark has labels. */
export const NOTED = 16;
export const LABELLED = 32;

/** Bits that belong to the states by which posts are counted; the bit between them and the others is DRAFT's. */
export const STATE_MARKS = BOOKMARKED | READ | HIGHLIGHTED;

/** The reader's marks on all posts by row number. */
export interface RowMarks {
  /** Bits by row number. */
  readonly bits: Uint8Array;
  /** Labels by row number, where there are any. */
  readonly labels: ReadonlyMap<number, readonly string[]>;
  /** All that is marked on a path; null = nothing. */
  readonly ofPath: (path: string) => PathMarks | null;
}

/** Marks of all posts by row number, kept up with the library and the index. */
export interface PostMarks {
  /** Marks of row numbers below `size`. Called inside the transaction that gave `size`. */
  readonly update: (marks: ReaderMarks, size: number) => RowMarks;
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
  const marked = new Map<string, PathMarks>();
  const labels = new Map<number, readonly string[]>();
  let bits = new Uint8Array(0);
  let version = 0;

  const putRow = (id: number, change: PathMarks | undefined): void => {
    bits[id] = change === undefined ? 0 : bitsOf(change);
    if (change === undefined || change.labels.length === 0) labels.delete(id);
    else labels.set(id, change.labels);
  };

  const growTo = (size: number): void => {
    const known = bits.length;
    const larger = new Uint8Array(size);
    larger.set(bits);
    bits = larger;
    if (marked.size === 0) return;
    for (const [id, path] of pathsFrom.iterate(known)) putRow(id, marked.get(path));
  };

  const takeChange = (change: PathMarks): void => {
    if (bitsOf(change) === 0) marked.delete(change.path);
    else marked.set(change.path, change);
    const id = findId.get(change.path);
    if (id !== undefined) putRow(id, change);
  };

  return {
    update: (marks, size) => {
      if (size > bits.length) growTo(size);
      const current = marks.version();
      if (current !== version) {
        for (const change of marks.changesSince(version)) takeChange(change);
        version = current;
      }
      return { bits, labels, ofPath: (path) => marked.get(path) ?? null };
    },
  };
}

function bitsOf(marks: PathMarks): number {
  return (
    (marks.isBookmarked ? BOOKMARKED : 0) |
    (marks.isRead ? READ : 0) |
    (marks.highlightCount > 0 ? HIGHLIGHTED : 0) |
    (marks.hasNote ? NOTED : 0) |
    (marks.labels.length > 0 ? LABELLED : 0)
  );
}
