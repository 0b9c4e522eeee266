import { type LibraryCounts, libraryKinds, type LibraryRecovery } from '../shared/libraryModel.ts';
import type { CliIo } from './io.ts';
import { countOf } from './printable.ts';

/** Says on standard error what a start brought back; nothing when all was well. */
export function tellRecovery(recovery: LibraryRecovery | null, io: Pick<CliIo, 'say'>): void {
  if (recovery !== null) io.say(`${recoveryText(recovery)}\n`);
}

function recoveryText({ kind, backupAt, counts, salvaged, setAside }: LibraryRecovery): string {
  const kept = setAside === null ? '' : ` The damaged file is kept in ${setAside}.`;
  const copy = backupAt === null ? 'what could be read of it' : `the backup of ${backupAt}`;
  switch (kind) {
    case 'completed':
      return `The library lacked ${thingsText(salvaged)}, put back from ${copy}: ${thingsText(counts)} now.`;
    case 'empty':
      return `The library was damaged and there was no backup: a new one was begun.${kept}`;
    default:
      return `The library was damaged or missing and was restored from ${copy}: ${thingsText(counts)}. Of these were read from the damaged file: ${thingsText(salvaged)}.${kept}`;
  }
}

const NOUNS = {
  bookmarks: 'bookmark',
  labels: 'label',
  highlights: 'highlight',
  notes: 'note',
  savedSearches: 'saved search',
  readingState: 'reading state',
} as const;

/** What there is of each kind, in words: `3 bookmarks, 1 note`; kinds without any are left out. */
export function thingsText(counts: LibraryCounts): string {
  const there = libraryKinds.filter((kind) => counts[kind] > 0);
  if (there.length === 0) return 'nothing';
  return there.map((kind) => countOf(counts[kind], NOUNS[kind])).join(', ');
}
