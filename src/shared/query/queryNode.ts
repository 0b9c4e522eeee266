import type { QueryHint, SearchTerm, Sort } from '../searchModel.ts';

/**
 * Fields whose values are texts beside the post's own: its metadata, and what its reader wrote and marked (notes on it and
 * on its highlights, the highlighted words, labels of its bookmark).
 */
export type ValueField =
  | 'tag'
  | 'category'
  | 'source'
  | 'author'
  | 'path'
  | 'url'
  | 'note'
  | 'highlight'
  | 'label';

/** Where a term is looked for: `any` = title or text. */
export type TermScope = 'any' | 'title' | 'body';

/** Fields that `field:*` can ask for ("has any"). */
export type PresentField = ValueField | 'title' | 'body' | 'date';

/** States that `is:` asks for. */
export type PostState =
  | 'bookmarked'
  | 'unread'
  | 'read'
  | 'draft'
  | 'page'
  | 'duplicate'
  | 'problem';

/** What `has:` asks for: contents of the post, and the reader's own marks on it. */
export type PostFeature = 'image' | 'code' | 'table' | 'highlight' | 'note';

/** What a query asks of a post. */
export type QueryNode =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode }
  | { readonly kind: 'term'; readonly term: SearchTerm; readonly scope: TermScope }
  /**
   * Terms near one another in one text: between the matches of `terms[i]` and `terms[i + 1]`, in either order, stand at
   * most `distances[i]` words and unspaced characters. At least two terms.
   */
  | {
      readonly kind: 'near';
      readonly terms: readonly SearchTerm[];
      readonly distances: readonly number[];
      readonly scope: TermScope;
    }
  /** A regular expression (flag `u`), sound as far as `new RegExp` says, looked for in texts as they stand. */
  | {
      readonly kind: 'pattern';
      readonly source: string;
      readonly ignoresCase: boolean;
      readonly scope: TermScope;
    }
  /** `isExact` = the value is the term's text itself, character by character; else one that holds the term. */
  | {
      readonly kind: 'value';
      readonly field: ValueField;
      readonly term: SearchTerm;
      readonly isExact?: true;
    }
  | { readonly kind: 'present'; readonly field: PresentField }
  /** `[key:value]`; `term` null = the key stands in the front matter with any value. */
  | { readonly kind: 'frontMatter'; readonly key: string; readonly term: SearchTerm | null }
  | { readonly kind: 'state'; readonly state: PostState }
  | { readonly kind: 'feature'; readonly feature: PostFeature }
  /** Days as `yyyymmdd` numbers, both included; null = open. */
  | { readonly kind: 'days'; readonly from: number | null; readonly to: number | null }
  /** The last `count` days, months or years up to today. */
  | { readonly kind: 'recent'; readonly count: number; readonly unit: 'd' | 'm' | 'y' };

/** A part of the query that stands for itself: all parts of a query hold together. */
export interface ParsedPart {
  /** Place in the typed text, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** What it asks, Traditional and Simplified characters alike; null when it asks nothing of posts (`sort:date`). */
  readonly node: QueryNode | null;
  /** What `sort:` says; null for other parts. */
  readonly sort: Sort | null;
}

/** A query as it was understood. */
export interface ParsedQuery {
  readonly node: QueryNode;
  /** Positive terms for title and text, in the order typed: what to mark. */
  readonly terms: readonly SearchTerm[];
  /** In the order typed; where alternatives (`OR`) stand outermost, they are one part. */
  readonly parts: readonly ParsedPart[];
  readonly hints: readonly QueryHint[];
  /** `sort:` in the query; null when it says nothing. */
  readonly sort: Sort | null;
  /** True when `is:page` is asked for (not excluded): only then pages are looked at, beside posts. */
  readonly hasPages: boolean;
}
