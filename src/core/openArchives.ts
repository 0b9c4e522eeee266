import type { ArchiveId } from '../shared/model.ts';
import { AppError } from '../shared/result.ts';
import type { FolderPresence } from './folderPresence.ts';
import { readSite } from './indexing/readSite.ts';
import type { SiteConfig } from './post/parsedPost.ts';
import { getArchive } from './store/archives.ts';
import type { StoredArchive } from './store/archives.ts';
import { marksOf } from './store/marks.ts';
import { openIndexReader } from './store/openIndex.ts';
import type { Library } from './store/openLibrary.ts';
import type { IndexReader, ReaderMarks } from './store/storeTypes.ts';

/** An archive whose index is open for reading. */
interface OpenArchive {
  readonly reader: IndexReader;
  readonly marks: ReaderMarks;
  /** The site's configuration, read again when the index changed. */
  readonly site: (folder: string) => Promise<SiteConfig>;
}

/** Keeps the indexes of the archives used last open. */
export interface OpenArchives {
  /** Null when the archive has no index yet. */
  readonly find: (archiveId: ArchiveId) => OpenArchive | null;
  /** The same, where a post must already have come from an index. Throws `AppError` (`not-found`). */
  readonly get: (archiveId: ArchiveId) => OpenArchive;
  readonly close: (archiveId: ArchiveId) => void;
  readonly closeAll: () => void;
}

/** What the handlers work on. */
export interface CoreParts {
  readonly dataFolder: string;
  readonly library: Library;
  readonly open: OpenArchives;
  readonly isPresent: FolderPresence;
}

/** The one on screen, and the one before it: an open index keeps some bytes of every post in memory. */
const MAX_OPEN = 2;

/** No index open yet. */
export function createOpenArchives(dataFolder: string, library: Library): OpenArchives {
  /** In order of use, the last used last. */
  const open = new Map<ArchiveId, OpenArchive>();
  const close = (archiveId: ArchiveId): void => {
    open.get(archiveId)?.reader.close();
    open.delete(archiveId);
  };
  const find = (archiveId: ArchiveId): OpenArchive | null => {
    const known = open.get(archiveId) ?? openOne(dataFolder, library, archiveId);
    if (known === null) return null;
    open.delete(archiveId);
    open.set(archiveId, known);
    for (const oldest of [...open.keys()].slice(0, -MAX_OPEN)) close(oldest);
    return known;
  };
  return {
    find,
    get: (archiveId) => {
      const found = find(archiveId);
      if (found === null) throw new AppError('not-found', 'This archive has no index yet.');
      return found;
    },
    close,
    closeAll: () => {
      for (const archiveId of open.keys()) close(archiveId);
    },
  };
}

/** The archive with that id. Throws `AppError` (`not-found`). */
export function knownArchive(library: Library, archiveId: ArchiveId): StoredArchive {
  const archive = getArchive(library, archiveId);
  if (archive === null) throw new AppError('not-found', 'This archive is not in the library.');
  return archive;
}

function openOne(dataFolder: string, library: Library, archiveId: ArchiveId): OpenArchive | null {
  const reader = openIndexReader(dataFolder, archiveId);
  if (reader === null) return null;
  return { reader, marks: marksOf(library, archiveId), site: rememberSite(reader) };
}

function rememberSite(reader: IndexReader): OpenArchive['site'] {
  let remembered: { readonly key: string; readonly site: Promise<SiteConfig> } | null = null;
  return (folder) => {
    const key = `${reader.revision()} ${folder}`;
    if (remembered?.key !== key) remembered = { key, site: readSite(folder) };
    return remembered.site;
  };
}
