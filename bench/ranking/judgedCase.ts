/**
 * How relevant a post is to somebody who asks: 3 = what was looked for; 2 = treats it, beside other things; 1 = names
 * it; 0 = useless (an accident of letters, a list, boilerplate).
 */
export type Grade = 0 | 1 | 2 | 3;

/** Kinds of sentences that are written around terms; the wording stands in phrases.ts. */
export type SentenceKind =
  /** The sentence is about the term. */
  | 'about'
  /** Names the term beside other things. */
  | 'mention'
  /** A line of a list, a round-up or a table with the term in it. */
  | 'line'
  /** Two terms that belong together, in one sentence. */
  | 'together'
  /** Nothing of what any query asks for. */
  | 'filler';

/** A piece of a post: a sentence as it stands, or some drawn sentences around terms. */
export type Part =
  | string
  | { readonly kind: SentenceKind; readonly terms: readonly string[]; readonly count: number };

/** One post, or several that differ only in what is drawn for them. */
export interface PostPlan {
  readonly grade: Grade;
  /** Why the grade is deserved, one sentence. */
  readonly why: string;
  /** How many of these; 1 when not said. */
  readonly count?: number;
  /** Null = drawn, without any query's terms; `{n}` becomes the post's number within its plan, from 1. */
  readonly title: string | null;
  readonly body: readonly Part[];
  /** `YYYY-MM-DD`; null = undated; drawn from 2016 to 2025 when not said. */
  readonly day?: string | null;
  readonly lang?: 'zh' | 'en';
  readonly tags?: readonly string[];
  readonly source?: string;
  /** True where every post of the plan has the length written; otherwise filler is stretched by a drawn factor. */
  readonly keepsLength?: boolean;
}

/** A query with everything in the archive that it finds. */
export interface JudgedCase {
  /** Kebab-case, unique. */
  readonly id: string;
  /** As typed. */
  readonly query: string;
  /** Who asks, and what for. */
  readonly need: string;
  readonly plans: readonly PostPlan[];
}

/** Sentences about a term. */
export function about(term: string, count: number): Part {
  return { kind: 'about', terms: [term], count };
}

/** One sentence that names a term in passing. */
export function mention(term: string): Part {
  return { kind: 'mention', terms: [term], count: 1 };
}

/** Lines of a list that hold a term. */
export function lines(term: string, count: number): Part {
  return { kind: 'line', terms: [term], count };
}

/** Sentences that each treat both terms. */
export function together(terms: readonly [string, string], count: number): Part {
  return { kind: 'together', terms, count };
}

/** Sentences without any query's terms. */
export function filler(count: number): Part {
  return { kind: 'filler', terms: [], count };
}

/** Short posts on something else that name a term once. */
export function passers(term: string, count: number, changes: Partial<PostPlan> = {}): PostPlan {
  return {
    grade: 1,
    why: 'Names it once, in a short piece on something else.',
    count,
    title: null,
    body: [filler(3), mention(term), filler(3)],
    ...changes,
  };
}
