import type { ArchiveId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import { createFolderPresence } from '../folderPresence.ts';
import { readSite } from '../indexing/readSite.ts';
import type { CoreParts } from '../openArchives.ts';
import type { SiteConfig } from '../post/parsedPost.ts';
import type { StoredArchive } from '../store/archives.ts';
import { marksOf } from '../store/marks.ts';
import type { Library } from '../store/openLibrary.ts';
import type { IndexReader } from '../store/storeTypes.ts';

/** An archive whose index is open, and the library; both are only read. */
export interface ExportSource {
  readonly dataFolder: string;
  readonly archive: StoredArchive;
  readonly library: Library;
  readonly reader: IndexReader;
}

/** Whoever opened the index closes it. */
const leave = (): void => undefined;

/** The parts of a core for one archive that somebody else has opened and closes again. */
export function readingParts({ dataFolder, archive, library, reader }: ExportSource): CoreParts {
  let site: Promise<SiteConfig> | null = null;
  const only = {
    reader,
    marks: marksOf(library, archive.id),
    // Read once: an export is one look at the archive.
    site: (folder: string) => (site ??= readSite(folder)),
  };
  const find = (archiveId: ArchiveId) => (archiveId === archive.id ? only : null);
  const get = (archiveId: ArchiveId) => {
    const found = find(archiveId);
    if (found === null) throw new AppError('not-found', 'This archive has no index yet.');
    return found;
  };
  return {
    dataFolder,
    library,
    open: { find, get, close: leave, closeAll: leave },
    isPresent: createFolderPresence(),
  };
}
