/** PURE. Files of an archive that are no posts, counted by their endings. */

/** How many files have one ending. */
export interface EndingCount {
  /** With its dot, in small letters (`.jpg`); '' for names without an ending, or with a rare one. */
  readonly ending: string;
  readonly count: number;
}

/** What people write to be read, and Broadsheet does not read. */
const DOCUMENTS: ReadonlySet<string> = new Set(
  '.rst .org .docx .doc .odt .rtf .pdf .epub .mobi .azw3 .adoc .asciidoc .tex .textile .mediawiki .wiki .ipynb .pages .djvu .mht .mhtml .eml'.split(
    ' ',
  ),
);

/** The counts of documents, which a reader may miss, and those of everything else. The order stays. */
export function partDocuments(counts: readonly EndingCount[]): {
  readonly documents: readonly EndingCount[];
  readonly rest: readonly EndingCount[];
} {
  return {
    documents: counts.filter(({ ending }) => DOCUMENTS.has(ending)),
    rest: counts.filter(({ ending }) => !DOCUMENTS.has(ending)),
  };
}

/** How many files these are. */
export function sumOf(counts: readonly EndingCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** The counts as the index keeps them; most first. */
export function writeEndings(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return JSON.stringify(sorted);
}

/** What `writeEndings` wrote; none for an index of a run that did not come to its end. */
export function readEndings(kept: string | null): readonly EndingCount[] {
  if (kept === null) return [];
  // Written by `writeEndings` only.
  const pairs: readonly (readonly [string, number])[] = JSON.parse(kept);
  return pairs.map(([ending, count]) => ({ ending, count }));
}

/** Under this key the index keeps the counts. */
export const OTHER_FILES = 'otherFiles';
