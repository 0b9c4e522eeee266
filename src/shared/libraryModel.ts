import type { ArchiveId } from './model.ts';

/** The kinds of things that readers make, in the order in which they are told. */
export const libraryKinds = [
  'bookmarks',
  'labels',
  'highlights',
  'notes',
  'savedSearches',
  'readingState',
] as const;

/** One of them; `readingState` = posts that are read or were left in the middle. */
export type LibraryKind = (typeof libraryKinds)[number];

/** How many there are of each; what was taken away does not count. */
export type LibraryCounts = Readonly<Record<LibraryKind, number>>;

/** What was brought back when the library was found damaged or incomplete at a start. */
export interface LibraryRecovery {
  /**
   * `restored` = the damaged file was set aside, and a backup with all that could still be read of the file took its
   * place; `completed` = the file was sound and lacked rows, which were put back; `empty` = nothing could be brought back.
   */
  readonly kind: 'restored' | 'completed' | 'empty';
  /** ISO instant at which it was noticed. */
  readonly at: string;
  /** ISO instant of the backup used; null = there was none. */
  readonly backupAt: string | null;
  /** What is in the library now. */
  readonly counts: LibraryCounts;
  /** Of these, what the backup had not (restored) or the library had not (completed). */
  readonly salvaged: LibraryCounts;
  /** Absolute path of the folder with the damaged file; null = nothing was set aside. */
  readonly setAside: string | null;
}

/** A backup of the library that can be brought back. */
export interface LibraryBackup {
  /** ISO instant; names the backup. */
  readonly madeAt: string;
  readonly sizeBytes: number;
  /** What is in it; null when the file is not as it was written. */
  readonly counts: LibraryCounts | null;
}

/** How the library is written to a file: everything (`json`), or the bookmarks as a page of links. */
export type LibraryFileFormat = 'json' | 'html' | 'markdown';

/** A library that was written to a file. */
export interface LibraryExport {
  /** Absolute path. */
  readonly file: string;
  readonly archiveCount: number;
  readonly bookmarkCount: number;
  /** 0 in a page of links, which has none. */
  readonly highlightCount: number;
}

/** How an archive of a library file was recognised; `new` = it was not known, and joined the list. */
export type ArchiveMatch = 'id' | 'folder' | 'content' | 'new';

/**
 * What an import did with rows of one kind: new here, newer than here, or the same or older. What was taken away is a row
 * as well, so that it stays away: these may be more than the counts before and after tell.
 */
export interface ImportCounts {
  readonly added: number;
  readonly updated: number;
  readonly kept: number;
}

/** What an import did in one archive. */
export interface ArchiveImport {
  readonly archiveId: ArchiveId;
  readonly name: string;
  readonly match: ArchiveMatch;
  readonly bookmarks: ImportCounts;
  readonly readingState: ImportCounts;
  readonly highlights: ImportCounts;
  /** Notes on posts. */
  readonly notes: ImportCounts;
  readonly labels: ImportCounts;
  readonly savedSearches: ImportCounts;
  /** What the archive had, and has now. */
  readonly before: LibraryCounts;
  readonly after: LibraryCounts;
  /** Bookmarks of the archive whose post is not there (yet); they are kept. */
  readonly waiting: number;
}

/** What an import did. */
export interface LibraryImport {
  /** Absolute path. */
  readonly file: string;
  readonly archives: readonly ArchiveImport[];
  /** Names of the settings taken over; those that the reader had changed here stayed. */
  readonly settingsTaken: readonly string[];
  /** Fields of the file that this Broadsheet does not know and left out, each once. */
  readonly unknownFields: readonly string[];
}
