/** Values kept at most, and their characters (UTF-16 units) together: some pages of a result, and what ranked it. */
const MOST_VALUES = 256;
const MOST_CHARACTERS = 4_000_000;

/** What is read of posts more than once: to rank a result, for its page, and again while one types on. */
export interface Kept<T> {
  readonly of: (post: number) => T;
  /** When the index has changed. */
  readonly forget: () => void;
}

/** Keeps the texts that `read` gives, up to a bound; those longest not asked for go first. */
export function keepTexts(read: (post: number) => string): Kept<string> {
  return keepLast(read, (text) => text.length);
}

/** Keeps the rows that `read` gives, as `keepTexts` does texts. */
export function keepRows<T>(read: (post: number) => T): Kept<T> {
  return keepLast(read, () => 0);
}

function keepLast<T>(read: (post: number) => T, charactersOf: (value: T) => number): Kept<T> {
  const kept = new Map<number, { readonly value: T }>();
  let characters = 0;
  const dropSome = (): void => {
    for (const [post, { value }] of kept) {
      if (kept.size <= MOST_VALUES && characters <= MOST_CHARACTERS) return;
      kept.delete(post);
      characters -= charactersOf(value);
    }
  };
  return {
    of: (post) => {
      const known = kept.get(post);
      const entry = known ?? { value: read(post) };
      // A map goes through its keys in the order they were put in.
      kept.delete(post);
      kept.set(post, entry);
      if (known === undefined) {
        characters += charactersOf(entry.value);
        dropSome();
      }
      return entry.value;
    },
    forget: () => {
      kept.clear();
      characters = 0;
    },
  };
}
