import type { Archive, ArchiveId } from '../../shared/model.ts';
import { AppError } from '../../shared/result.ts';
import type { ShellTools } from '../shellTools.ts';

/** The archive of that id. Rejects with `not-found`. */
export async function knownArchive(
  { folders }: Pick<ShellTools, 'folders'>,
  { archiveId }: { readonly archiveId: ArchiveId },
): Promise<Archive> {
  const archive = await folders.find(archiveId);
  if (archive === null) throw new AppError('not-found', 'This archive is not in the library.');
  return archive;
}
