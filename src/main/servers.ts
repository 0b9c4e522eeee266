import type { ArchiveId } from '../shared/model.ts';
import { createPageServer } from './appProtocol.ts';
import type { ArchiveFolders } from './archiveFolders.ts';
import { createArchiveServer } from './archiveProtocol.ts';
import type { PrintServers } from './export/printRoom.ts';
import type { AppPaths } from './paths.ts';

/** What answers our two schemes: the built page, and the pictures of the library's archives. */
export function createServers(folders: ArchiveFolders, paths: AppPaths): PrintServers {
  const folderOf = async (id: ArchiveId): Promise<string | null> =>
    (await folders.find(id))?.folder ?? null;
  return {
    serveApp: createPageServer(paths.page),
    serveArchive: createArchiveServer(folderOf),
    rendererFolder: paths.page,
  };
}
