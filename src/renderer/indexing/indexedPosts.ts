import type { IndexingProgress } from '../../shared/jobModel.ts';

/** How much of an archive an answer can speak of. */
export interface IndexedPosts {
  readonly done: number;
  readonly all: number;
}

/**
 * PURE. Posts that can be found, of the files that are known; null while these are still being looked for. What is read
 * but not yet written into the index is in no answer, so it does not count.
 */
export function indexedPosts({
  phase,
  postCount,
  totalFiles,
}: IndexingProgress): IndexedPosts | null {
  if (phase === 'scanning' || totalFiles === 0) return null;
  return { done: Math.min(postCount, totalFiles), all: totalFiles };
}
