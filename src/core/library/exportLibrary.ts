import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LibraryExport, LibraryFileFormat } from '../../shared/libraryModel.ts';
import { asArchiveId } from '../../shared/ids.ts';
import { type ArchiveContents, type KeptBookmark, readContents } from '../store/libraryContents.ts';
import { openIndexReader } from '../store/openIndex.ts';
import type { Library } from '../store/openLibrary.ts';
import type { StoredPost } from '../store/storeTypes.ts';
import {
  type BookmarkFolder,
  bookmarksHtml,
  bookmarksMarkdown,
  type ListedBookmark,
} from './bookmarkPages.ts';
import { libraryFileText } from './libraryFile.ts';
import { webAddress } from './webAddress.ts';
import { writeForReader } from './writeForReader.ts';

/** What is written where. */
export interface LibraryExportRequest {
  readonly dataFolder: string;
  /** Absolute path. */
  readonly file: string;
  readonly format: LibraryFileFormat;
}

/**
 * Writes the library as one file: everything as JSON, or the bookmarks as a page of links. The file appears whole under
 * its name or not at all; one that was there stays until then.
 *
 * @throws {AppError} `export-failed` with the reason
 */
export function exportLibrary(library: Library, request: LibraryExportRequest): LibraryExport {
  const { file, format, dataFolder } = request;
  // One state of the library, whatever another process does meanwhile.
  const contents = library.database.transaction(() => readContents(library.database))();
  writeForReader(file, () => {
    if (format === 'json') {
      return libraryFileText(contents, { now: new Date(), writtenBy: 'Broadsheet' });
    }
    const folders = contents.archives.flatMap((each) => folderOf(dataFolder, each));
    return format === 'html' ? bookmarksHtml(folders) : bookmarksMarkdown(folders);
  });
  const counts = contents.archives.map(({ bookmarks }) => present(bookmarks).length);
  const highlights = contents.archives.flatMap(({ written }) => present(written.highlights));
  return {
    file,
    archiveCount: contents.archives.length,
    bookmarkCount: counts.reduce((sum, count) => sum + count, 0),
    highlightCount: format === 'json' ? highlights.length : 0,
  };
}

/** The bookmarks of an archive with what its index knows of the posts, newest first; none = no folder. */
function folderOf(dataFolder: string, contents: ArchiveContents): readonly BookmarkFolder[] {
  const { archive } = contents;
  const bookmarks = present(contents.bookmarks).toSorted((a, b) =>
    b.createdAt.localeCompare(a.createdAt),
  );
  if (bookmarks.length === 0) return [];
  const labels = present(contents.written.labels);
  const notes = new Map(present(contents.written.notes).map(({ path, text }) => [path, text]));
  const reader = openIndexReader(dataFolder, asArchiveId(archive.id));
  try {
    const listed = bookmarks.map((bookmark) => ({
      ...listBookmark(bookmark, reader?.get(bookmark.path) ?? null, archive.folder),
      labels: labels.flatMap(({ path, label }) => (path === bookmark.path ? [label] : [])),
      note: notes.get(bookmark.path) ?? null,
    }));
    return [{ name: archive.name, bookmarks: listed }];
  } finally {
    reader?.close();
  }
}

/** What is listed of a bookmark; without its post, what the bookmark itself remembers. */
function listBookmark(
  { path, title, day, createdAt }: KeptBookmark,
  post: StoredPost | null,
  folder: string,
): Omit<ListedBookmark, 'labels' | 'note'> {
  const fileAddress = pathToFileURL(join(folder, path)).href;
  if (post === null) {
    return { title: title || path, address: fileAddress, source: null, day, createdAt, tags: [] };
  }
  const address = webAddress(post.url) ?? fileAddress;
  return { title: post.title || path, address, ...facts(post), createdAt };
}

function facts({ source, day, tags }: StoredPost): Pick<ListedBookmark, 'source' | 'day' | 'tags'> {
  return { source, day, tags };
}

function present<R extends { readonly removedAt: string | null }>(
  rows: readonly R[],
): readonly R[] {
  return rows.filter(({ removedAt }) => removedAt === null);
}
