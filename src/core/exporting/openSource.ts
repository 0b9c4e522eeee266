import type { ArchiveId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import { getArchive } from '../store/archives.ts';
import { openIndexReader } from '../store/openIndex.ts';
import { openLibrary } from '../store/openLibrary.ts';
import type { ExportSource } from './readingParts.ts';

/**
 * Opens an archive's index and the library for an export of its own, beside whoever else has them open, and closes them
 * afterwards. Throws `not-found` when there is no such archive or it has no index; whatever `openLibrary` throws.
 */
export async function withSource<T>(
  dataFolder: string,
  archiveId: ArchiveId,
  act: (source: ExportSource) => Promise<T>,
): Promise<T> {
  const library = openLibrary(dataFolder, { isReading: true });
  try {
    const archive = getArchive(library, archiveId);
    const reader = archive === null ? null : openIndexReader(dataFolder, archiveId);
    if (archive === null || reader === null) {
      throw new AppError('not-found', 'This archive has no index yet.');
    }
    try {
      return await act({ dataFolder, archive, library, reader });
    } finally {
      reader.close();
    }
  } finally {
    library.close();
  }
}
