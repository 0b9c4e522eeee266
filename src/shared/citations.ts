import type { ArchiveId, PostId } from './model.ts';

/** Citations of posts: for reading (GB/T 7714, APA) and for programs (BibTeX, RIS, CSL-JSON). */

/** The ways to cite, in the order of the menu. */
export const citationStyles = ['gbt7714', 'apa', 'bibtex', 'ris', 'csl-json'] as const;

/** One way to cite. `gbt7714` = GB/T 7714-2015, numbered; `apa` = APA style, 7th edition. */
export type CitationStyle = (typeof citationStyles)[number];

/** Most posts one call cites. */
export const MOST_CITED = 1000;

/** Posts to be cited, in this order. */
export interface CitationRequest {
  readonly archiveId: ArchiveId;
  readonly ids: readonly PostId[];
  readonly style: CitationStyle;
  /** Words of the (one) post to put before its citation; null = none. */
  readonly quote: string | null;
}

/** What goes to the clipboard. */
export interface Citations {
  /** Plain text; entries stand on lines of their own. */
  readonly text: string;
  /** Posts cited: those that are not in the index any more are left out. */
  readonly count: number;
}
