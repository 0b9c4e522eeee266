import type { LibraryRecovery } from '../shared/libraryModel.ts';
import type { CliIo } from './io.ts';
import { countOf } from './printable.ts';

/** Says on standard error what a start brought back; nothing when all was well. */
export function tellRecovery(recovery: LibraryRecovery | null, io: Pick<CliIo, 'say'>): void {
  if (recovery !== null) io.say(`${recoveryText(recovery)}\n`);
}

function recoveryText({
  kind,
  backupAt,
  bookmarkCount,
  salvagedCount,
  setAside,
}: LibraryRecovery): string {
  const bookmarks = countOf(bookmarkCount, 'bookmark');
  const kept = setAside === null ? '' : ` The damaged file is kept in ${setAside}.`;
  const copy = backupAt === null ? 'what could be read of it' : `the backup of ${backupAt}`;
  switch (kind) {
    case 'completed':
      return `The library lacked ${countOf(salvagedCount, 'bookmark')}, put back from ${copy}: ${bookmarks} now.`;
    case 'empty':
      return `The library was damaged and there was no backup: a new one was begun.${kept}`;
    default:
      return `The library was damaged or missing and was restored from ${copy}: ${bookmarks}, ${salvagedCount} of them read from the damaged file.${kept}`;
  }
}
