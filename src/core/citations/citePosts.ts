import type { CitationStyle } from '../../shared/citations.ts';
import { toBibtex } from './bibtex.ts';
import { createEntryIds } from './entryIds.ts';
import { isHanPost, toEntry, type CitedPost, type CslEntry } from './citedPost.ts';
import { forGbt } from './gbt7714.ts';
import { toRis } from './ris.ts';

/** How posts are to be cited. */
export interface Citing {
  readonly style: CitationStyle;
  /** Day of access, `YYYY-MM-DD`. */
  readonly accessed: string;
  /** Words of the first post; null = none. */
  readonly quote: string | null;
}

/**
 * Posts as citations, in their order. Several in GB/T 7714 are numbered as in its list of references; a quote stands in
 * quotation marks before its citation, or in the field for notes of the formats for programs. The engine of the styles is
 * loaded when first used.
 */
export async function citePosts(posts: readonly CitedPost[], citing: Citing): Promise<string> {
  const { style, accessed, quote } = citing;
  const entries = posts.map((post, place) =>
    toEntry(post, { accessed, quote: place === 0 ? quote : null, place }),
  );
  if (style === 'apa' || style === 'gbt7714') {
    return quoted(await referenceLines(posts, entries, style), quote, posts[0]);
  }
  const ownId = createEntryIds();
  const known = entries.map((entry) => ({ ...entry, id: ownId(entry.id) }));
  if (style === 'csl-json') return JSON.stringify(known, null, 2);
  return known.map((entry) => (style === 'ris' ? toRis(entry) : toBibtex(entry))).join('\n\n');
}

async function referenceLines(
  posts: readonly CitedPost[],
  entries: readonly CslEntry[],
  style: 'apa' | 'gbt7714',
): Promise<string> {
  const { referenceLine } = await import('./bibliography.ts');
  const lines = entries.map(({ note: _quote, ...entry }, place) => {
    const post = posts[place];
    const shown =
      style === 'gbt7714' ? forGbt(entry, post !== undefined && isHanPost(post)) : entry;
    const line = referenceLine(shown, style);
    return style === 'gbt7714' && entries.length > 1 ? `[${place + 1}] ${line}` : line;
  });
  // A list in APA style stands in the order of its names.
  return (style === 'apa' ? lines.toSorted(byWords) : lines).join('\n');
}

const byWords = (left: string, right: string): number => left.localeCompare(right, 'en');

/** The same marks for both languages: “ ” are those of Chinese, and of English. */
function quoted(references: string, quote: string | null, post: CitedPost | undefined): string {
  const words = quote?.trim() ?? '';
  if (words === '' || post === undefined) return references;
  return `“${words}”\n${references}`;
}
