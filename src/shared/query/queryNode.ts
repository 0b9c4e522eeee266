import type { QueryHint, SearchTerm, Sort } from '../model.ts';

/** Fields whose values are texts of the post's metadata. */
export type ValueField = 'tag' | 'category' | 'source' | 'author' | 'path' | 'url';

/** Where a term is looked for: `any` = title or text. */
export type TermScope = 'any' | 'title' | 'body';

/** Fields that `field:*` can ask for ("has any"). */
export type PresentField = ValueField | 'title' | 'body' | 'date';

/** States that `is:` asks for. */
export type PostState = 'bookmarked' | 'unread' | 'read' | 'draft' | 'page';

/** Contents that `has:` asks for. */
export type PostFeature = 'image' | 'code' | 'table';

/** What a query asks of a post. */
export type QueryNode =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode }
  | { readonly kind: 'term'; readonly term: SearchTerm; readonly scope: TermScope }
  | { readonly kind: 'value'; readonly field: ValueField; readonly term: SearchTerm }
  | { readonly kind: 'present'; readonly field: PresentField }
  /** `[key:value]`; `term` null = the key stands in the front matter with any value. */
  | { readonly kind: 'frontMatter'; readonly key: string; readonly term: SearchTerm | null }
  | { readonly kind: 'state'; readonly state: PostState }
  | { readonly kind: 'feature'; readonly feature: PostFeature }
  /** Days as `yyyymmdd` numbers, both included; null = open. */
  | { readonly kind: 'days'; readonly from: number | null; readonly to: number | null }
  /** The last `count` days, months or years up to today. */
  | { readonly kind: 'recent'; readonly count: number; readonly unit: 'd' | 'm' | 'y' };

/** A query as it was understood. */
export interface ParsedQuery {
  readonly node: QueryNode;
  /** Positive terms for title and text, in the order typed: what to mark. */
  readonly terms: readonly SearchTerm[];
  readonly hints: readonly QueryHint[];
  /** `sort:` in the query; null when it says nothing. */
  readonly sort: Sort | null;
  /** True when `is:page` is asked for (not excluded): only then pages are looked at, beside posts. */
  readonly hasPages: boolean;
}
