import type { PostRows } from './postRows.ts';

/** Values kept at least, once so many were read, and at most twice as many: some pages of a result, and what ranked it. */
const MANY_VALUES = 160;
/** Characters (UTF-16 units) after which fewer values are enough. */
const MANY_CHARACTERS = 2_000_000;

/** What is read of posts more than once: to rank a result, for its page, and again while one types on. */
interface Kept<T> {
  readonly of: (post: number) => T;
  /** When the index has changed. */
  readonly forget: () => void;
}

/** Rows and texts as `rows` reads them, those read last kept until `forget`. */
export function keepShown(rows: PostRows): {
  readonly rows: PostRows;
  readonly forget: () => void;
} {
  const texts = keepTexts(rows.text);
  const kept = keepRows(rows.row);
  return {
    rows: { ...rows, row: kept.of, text: texts.of },
    forget: () => {
      texts.forget();
      kept.forget();
    },
  };
}

/** Keeps the texts that `read` gives, up to a bound; those longest not asked for go first. */
function keepTexts(read: (post: number) => string): Kept<string> {
  return keepLast(read, (text) => text.length);
}

/** Keeps the rows that `read` gives, as `keepTexts` does texts. */
function keepRows<T extends object | null>(read: (post: number) => T): Kept<T> {
  return keepLast(read, () => 0);
}

/**
 * Two maps, of which the older is dropped as a whole when the newer is full. Taking single entries out of one map for good
 * would be tidier, but V8 lets every table a map has outgrown point to the next, and one of them that the collector calls
 * old then holds all texts read since, until a full collection.
 */
function keepLast<T extends object | string | null>(
  read: (post: number) => T,
  charactersOf: (value: T) => number,
): Kept<T> {
  let newer = new Map<number, T>();
  let older = new Map<number, T>();
  let characters = 0;
  return {
    of: (post) => {
      const known = newer.get(post);
      if (known !== undefined) return known;
      const value = older.get(post) ?? read(post);
      if (newer.size >= MANY_VALUES || characters > MANY_CHARACTERS) {
        older = newer;
        newer = new Map();
        characters = 0;
      }
      newer.set(post, value);
      characters += charactersOf(value);
      return value;
    },
    forget: () => {
      newer = new Map();
      older = new Map();
      characters = 0;
    },
  };
}
