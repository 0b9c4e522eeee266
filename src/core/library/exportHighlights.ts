import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HighlightId, HighlightOrder, HighlightsExport } from '../../shared/annotations.ts';
import type { ArchiveId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import { selectHighlights } from '../annotations/listHighlights.ts';
import { getArchive } from '../store/archives.ts';
import type { Library } from '../store/openLibrary.ts';
import type { IndexReader } from '../store/storeTypes.ts';
import { type HighlightPageWords, highlightsPage, type LinkedHighlight } from './highlightPage.ts';
import { webAddress } from './webAddress.ts';
import { writeForReader } from './writeForReader.ts';

/** Which highlights are written where. */
export interface HighlightsExportRequest {
  readonly archiveId: ArchiveId;
  /** Null = all of the archive. */
  readonly ids: readonly HighlightId[] | null;
  readonly order: HighlightOrder;
  /** Absolute path. */
  readonly file: string;
  readonly words: HighlightPageWords;
}

/**
 * Writes highlights as a page of Markdown with links back to their posts.
 *
 * @throws {AppError} `export-failed` with the reason; `not-found` when the archive is not on the list
 */
export function exportHighlights(
  library: Library,
  index: IndexReader | null,
  { archiveId, ids, order, file, words }: HighlightsExportRequest,
): HighlightsExport {
  const linked = linkHighlights(library, index, { archiveId, ids, order, text: '' });
  writeForReader(file, () => highlightsPage(linked, words));
  return { file, count: linked.length };
}

/** Which highlights are listed. */
export interface HighlightChoice extends Pick<
  HighlightsExportRequest,
  'archiveId' | 'ids' | 'order'
> {
  /** Words that the quote, the note or the post's title contain; empty = any. */
  readonly text: string;
}

/**
 * Highlights with the ways back to them, in order.
 *
 * @throws {AppError} `not-found` when the archive is not on the list
 */
export function linkHighlights(
  library: Library,
  index: IndexReader | null,
  { archiveId, ids, order, text }: HighlightChoice,
): readonly LinkedHighlight[] {
  const folder = getArchive(library, archiveId)?.folder;
  if (folder === undefined) throw new AppError('not-found', 'The archive is not on the list.');
  const filter = { archiveId, text, pens: [], hasNote: false, isOrphan: false };
  const wanted = ids === null ? null : new Set(ids);
  const highlights = selectHighlights(library, index, { filter, order }).filter(
    ({ id }) => wanted === null || wanted.has(id),
  );
  const addresses = new Map<string, string | null>();
  const webOf = (path: string): string | null => {
    const known = addresses.get(path);
    if (known !== undefined) return known;
    const address = webAddress(index?.get(path)?.url ?? null);
    addresses.set(path, address);
    return address;
  };
  return highlights.map((highlight) => ({
    ...highlight,
    fileAddress: pathToFileURL(join(folder, highlight.path)).href,
    webAddress: webOf(highlight.path),
  }));
}
