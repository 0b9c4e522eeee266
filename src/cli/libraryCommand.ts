import { resolve } from 'node:path';
import { exportLibrary } from '../core/library/exportLibrary.ts';
import { importLibrary } from '../core/library/importLibrary.ts';
import { hasLibrary, openLibrary } from '../core/store/openLibrary.ts';
import { AppError } from '../shared/result.ts';
import type { ArchiveImport, ImportCounts, LibraryImport } from '../shared/libraryModel.ts';
import type { CliIo } from './io.ts';
import type { Invocation } from './invocation.ts';
import { countOf, jsonText, printable } from './printable.ts';
import { tellRecovery, thingsText } from './recoveryText.ts';

type LibraryInvocation = Extract<Invocation, { command: 'library' }>;

/** `library export` and `library import`: the library to a file, and a file into the library. Answers the exit code. */
export async function libraryCommand(
  invocation: LibraryInvocation,
  dataFolder: string,
  io: CliIo,
): Promise<number> {
  const file = resolve(io.folder, invocation.file);
  const { act, isJson } = invocation;
  if (act === 'export' && !hasLibrary(dataFolder)) {
    throw new AppError('not-found', `There is no library in ${dataFolder} yet.`);
  }
  const library = openLibrary(dataFolder, { isReading: act === 'export' });
  tellRecovery(library.recovery, io);
  try {
    if (act === 'export') {
      const written = exportLibrary(library, { dataFolder, file, format: invocation.format });
      await io.write(isJson ? `${jsonText(written)}\n` : exportText(written));
      return 0;
    }
    // A merge cannot be taken back otherwise.
    const failure = library.backUp();
    if (failure !== null) throw failure;
    const imported = importLibrary(library, { dataFolder, file });
    await io.write(isJson ? `${jsonText(imported)}\n` : importText(imported));
    return 0;
  } finally {
    library.close();
  }
}

function exportText({
  file,
  bookmarkCount,
  highlightCount,
  archiveCount,
}: ReturnType<typeof exportLibrary>): string {
  const highlights = highlightCount === 0 ? '' : ` and ${countOf(highlightCount, 'highlight')}`;
  const counts = `${countOf(bookmarkCount, 'bookmark')}${highlights} of ${countOf(archiveCount, 'archive')}`;
  return `${counts} in ${printable(file)}\n`;
}

function importText({ archives, settingsTaken, unknownFields }: LibraryImport): string {
  const settings = settingsTaken.length === 0 ? 'none' : settingsTaken.join(', ');
  const unknown =
    unknownFields.length === 0
      ? ''
      : `Not known to this version, and left out: ${printable(unknownFields.join(', '))}\n`;
  return `${archives.map(archiveText).join('')}Settings taken over: ${settings}\n${unknown}`;
}

const MATCHES = {
  id: 'the same archive',
  folder: 'recognised by its folder',
  content: 'recognised by its posts',
  new: 'added to the list of archives',
} as const;

function archiveText(archive: ArchiveImport): string {
  const { name, match, bookmarks, readingState, waiting } = archive;
  const wait = waiting === 0 ? '' : `  ${countOf(waiting, 'bookmark')} kept without a post here\n`;
  const { highlights, notes, labels, savedSearches } = archive;
  const written = { highlights, notes, labels, 'saved searches': savedSearches };
  const more = Object.entries(written).flatMap(([kind, counts]) =>
    counts.added + counts.updated + counts.kept === 0 ? [] : [countsText(kind, counts)],
  );
  return `${printable(name)} (${MATCHES[match]})\n${countsText('bookmarks', bookmarks)}${countsText('reading state', readingState)}${more.join('')}${wait}  before: ${thingsText(archive.before)}\n  now: ${thingsText(archive.after)}\n`;
}

function countsText(kind: string, { added, updated, kept }: ImportCounts): string {
  return `  ${kind}: ${added} new, ${updated} newer, ${kept} already here\n`;
}
