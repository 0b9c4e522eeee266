/** Texts kept at most, and their characters (UTF-16 units) together: some pages of a result, and what ranked it. */
const MOST_TEXTS = 512;
const MOST_CHARACTERS = 4_000_000;

/** Texts of posts that are read more than once: to rank a result, for its page, and again while one types on. */
export interface KeptTexts {
  readonly text: (post: number) => string;
  /** When the index has changed. */
  readonly forget: () => void;
}

/** Keeps what `read` gives, up to a bound; those longest not asked for go first. */
export function keepTexts(read: (post: number) => string): KeptTexts {
  const kept = new Map<number, string>();
  let characters = 0;
  const dropSome = (): void => {
    for (const [post, text] of kept) {
      if (kept.size <= MOST_TEXTS && characters <= MOST_CHARACTERS) return;
      kept.delete(post);
      characters -= text.length;
    }
  };
  return {
    text: (post) => {
      const known = kept.get(post);
      const text = known ?? read(post);
      // A map goes through its keys in the order they were put in.
      kept.delete(post);
      kept.set(post, text);
      if (known === undefined) characters += text.length;
      dropSome();
      return text;
    },
    forget: () => {
      kept.clear();
      characters = 0;
    },
  };
}
