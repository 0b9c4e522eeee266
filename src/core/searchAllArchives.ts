import type { Input } from '../shared/contract.ts';
import type { ArchiveFindings } from '../shared/searchCalls.ts';
import { knownArchive, type CoreParts } from './openArchives.ts';
import { marksOf } from './store/marks.ts';
import { openIndexReader } from './store/openIndex.ts';

/**
 * Searches one archive of many. Its index is opened for this answer only: the archives on screen stay open, whatever the
 * number of others. Throws `AppError` (`not-found`) for an archive that the library does not know.
 */
export function searchArchive(
  { dataFolder, library }: Pick<CoreParts, 'dataFolder' | 'library'>,
  query: Input<'archives.search'>,
): ArchiveFindings {
  const { archiveId } = query;
  knownArchive(library, archiveId);
  const reader = openIndexReader(dataFolder, archiveId);
  if (reader === null) return { outcome: 'not-indexed' };
  try {
    const page = reader.search({ ...query, offset: 0 }, marksOf(library, archiveId));
    const { total, posts, terms, hints } = page;
    return { outcome: 'found', total, posts, terms, hints };
  } finally {
    reader.close();
  }
}
