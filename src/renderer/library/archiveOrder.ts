import type { Archive } from '../../shared/model.ts';

/** One collator for all languages, so that an archive's number does not change with the language of the window. */
const collator = new Intl.Collator('zh-Hans', { numeric: true });

/**
 * Archives in the order of the switcher and of Mod+1 to Mod+9: by name (Chinese by pinyin), not by when they were opened
 * last, so that a key keeps its archive.
 */
export const inSwitcherOrder = (archives: readonly Archive[]): readonly Archive[] =>
  archives.toSorted(
    (left, right) =>
      collator.compare(left.name, right.name) || (left.folder < right.folder ? -1 : 1),
  );
