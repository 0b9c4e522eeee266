import { countPosts } from '../export/book/bookCount.ts';
import type { BookCount } from '../export/book/bookModel.ts';
import { inOrder, inParts } from '../store/exportOrder.ts';
import type { IndexReader } from '../store/storeTypes.ts';
import type { ExportOptions } from '../../shared/exportModel.ts';
import type { PostId } from '../../shared/model.ts';

/** The posts that a book is planned of for a preview. */
export interface PreviewPosts {
  /** The first in the order of the book. */
  readonly ids: readonly PostId[];
  /** What the cover says of all of them. */
  readonly counted: BookCount;
}

interface Wanted {
  readonly ids: readonly PostId[];
  readonly options: Pick<ExportOptions, 'order' | 'parts'>;
  readonly most: number;
}

/**
 * Puts posts in the order in which they come in a book and counts them; null where there are no more than `most`, for
 * then the book does it. Throws `index-renewed`.
 */
export function previewPosts(
  reader: Pick<IndexReader, 'rowById' | 'together'>,
  { ids, options: { order, parts }, most }: Wanted,
): PreviewPosts | null {
  if (ids.length <= most) return null;
  return reader.together(() => {
    const sorted = order === 'listed' ? ids : inOrder(reader, ids, order);
    const own = parts === 'none' ? sorted : inParts(reader, sorted, parts);
    const facts = ids.map((id) => {
      const row = reader.rowById(id);
      return { source: row?.source ?? null, day: row?.day ?? null };
    });
    return { ids: own.slice(0, most), counted: countPosts(facts) };
  });
}
