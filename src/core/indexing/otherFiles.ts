import { writeEndings } from '../../shared/otherFiles.ts';
import { displayPath } from '../rawPath.ts';
import type { ListedFolder } from './scanFolder.ts';
import { isPostName } from './scanRules.ts';

/** Counts files that are no posts while a scan lists folders. */
export interface OtherFiles {
  readonly note: (listed: Pick<ListedFolder, 'entries'>) => void;
  /** The counts as the index keeps them. */
  readonly written: () => string;
}

/** An ending that says of what kind a file is; `v1.2 of the plan` has none. */
const KIND = /\.[a-z][a-z0-9]{0,9}$|\.[0-9][a-z0-9]{1,3}$/iu;
/** Endings counted apart. */
const MAX_ENDINGS = 500;

/**
 * Counts none yet. Hidden files are left out as hidden folders are, and links, which are judged by what they lead to. Only
 * counts: an archive may hold a million pictures.
 */
export function createOtherFiles(): OtherFiles {
  const counts = new Map<string, number>();
  return {
    note: ({ entries }) => {
      for (const { name, kind } of entries) {
        if (kind !== 'other') continue;
        const shown = displayPath(name);
        if (shown.startsWith('.') || isPostName(shown)) continue;
        const ending = (KIND.exec(shown)?.[0] ?? '').toLowerCase();
        const isApart = counts.size < MAX_ENDINGS || counts.has(ending);
        const key = isApart ? ending : '';
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    },
    written: () => writeEndings(counts),
  };
}
