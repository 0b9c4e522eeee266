import { resolve } from 'node:path';
import { defaultDataFolder } from '../core/dataFolder.ts';
import { findArchiveByFolder } from '../core/store/archives.ts';
import type { StoredArchive } from '../core/store/archives.ts';
import { listChoices } from '../core/store/charsetChoices.ts';
import { marksOf } from '../core/store/marks.ts';
import { openIndexReader, whyNoReader } from '../core/store/openIndex.ts';
import { hasLibrary, type Library, openLibrary } from '../core/store/openLibrary.ts';
import { tellRecovery } from './recoveryText.ts';
import type { IndexReader, ReaderMarks } from '../core/store/storeTypes.ts';
import type { CharsetChoice } from '../shared/charsetChoices.ts';
import { AppError } from '../shared/result.ts';
import type { CliIo } from './io.ts';

/** Which archive, as typed. */
export interface Place {
  readonly folder: string;
  /** Null = the app's own user-data folder. */
  readonly dataFolder: string | null;
}

/** An archive whose index is open, for the commands that never rescan. */
export interface Reading {
  readonly archive: StoredArchive;
  readonly library: Library;
  readonly reader: IndexReader;
  readonly marks: ReaderMarks;
  /** What the reader chose to read files as. */
  readonly choices: readonly CharsetChoice[];
}

/** Absolute path of the data folder. */
export function dataFolderOf({ dataFolder }: Place, io: CliIo): string {
  return dataFolder === null ? defaultDataFolder() : resolve(io.folder, dataFolder);
}

/**
 * Opens the index of a folder for one command and closes it afterwards. Makes nothing: without library or index it
 * throws `AppError` (`not-found`).
 */
export async function withReading<T>(
  place: Place,
  io: CliIo,
  act: (reading: Reading) => Promise<T>,
): Promise<T> {
  const folder = resolve(io.folder, place.folder);
  const dataFolder = dataFolderOf(place, io);
  if (!hasLibrary(dataFolder)) throw noIndex(folder);
  const library = openLibrary(dataFolder, { isReading: true });
  tellRecovery(library.recovery, io);
  try {
    const archive = findArchiveByFolder(library, folder);
    const reader = archive === null ? null : openIndexReader(dataFolder, archive.id);
    if (archive === null) throw noIndex(folder);
    if (reader === null) throw noReader(folder, whyNoReader(dataFolder, archive.id));
    try {
      return await act({
        archive,
        library,
        reader,
        marks: marksOf(library, archive.id),
        choices: listChoices(library, archive.id),
      });
    } finally {
      reader.close();
    }
  } finally {
    library.close();
  }
}

function noReader(folder: string, why: ReturnType<typeof whyNoReader>): AppError {
  if (why === 'missing') return noIndex(folder);
  const what = why === 'damaged' ? 'is damaged' : 'was made by another version of Broadsheet';
  return new AppError(
    'not-found',
    `The index of ${folder} ${what}; run index on it to make it anew. Bookmarks are kept.`,
    { path: folder },
  );
}

function noIndex(folder: string): AppError {
  return new AppError('not-found', `${folder} has no index yet; run index on it first.`, {
    path: folder,
  });
}
