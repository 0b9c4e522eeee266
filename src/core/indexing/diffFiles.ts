import type { Problem } from '../../shared/model.ts';
import type { FileStamp } from '../store/storeTypes.ts';
import type { SeenFile } from './scanFolder.ts';

/** Marks stamps of files that gave no post, so that a run can tell what it removes. */
const NO_POST = '!';
/** Marks stamps of posts that must be parsed again although their file is the same. */
const STALE = '?';

/** PURE. What stands for a content hash in the stamp of a file that was read and gave no post. */
export function markWithoutPost(contentHash: string): string {
  return NO_POST + contentHash;
}

/** PURE. What stands for a content hash in the stamp of a finding that was not read at all. */
export function problemMark(problem: Problem): string {
  return NO_POST + problem.code;
}

/** PURE. The stamp of a file that has to be read and parsed again; a run that is cut short goes on from there. */
export function staleStamp(stamp: FileStamp): FileStamp {
  return stamp.contentHash.startsWith(STALE) || stamp.contentHash === ''
    ? stamp
    : { ...stamp, contentHash: STALE + stamp.contentHash };
}

/** PURE. Whether the index holds a post of this stamp's file. */
export function hasPost(stamp: FileStamp | undefined): boolean {
  if (stamp === undefined) return false;
  const hash = stamp.contentHash.startsWith(STALE) ? stamp.contentHash.slice(1) : stamp.contentHash;
  return hash !== '' && !hash.startsWith(NO_POST);
}

/** PURE. Whether the first letter of a stamp's hash is that of a file with a post that need not be parsed again. */
export function isPostMark(mark: string): boolean {
  return mark !== '' && mark !== NO_POST && mark !== STALE;
}

/**
 * PURE. Whether there is nothing to do about a file: its size and modification time are those of its stamp. A stamp
 * without a hash (the file could not be read, or all are to be parsed anew) is that of a changed file. Findings that are
 * problems already are compared by their mark, see `problemMark`.
 */
export function isSame(file: SeenFile, stamp: FileStamp): boolean {
  if (file.sizeBytes !== stamp.sizeBytes || file.mtimeMs !== stamp.mtimeMs) return false;
  if (file.problem !== null) return stamp.contentHash === problemMark(file.problem);
  return stamp.contentHash !== '' && !stamp.contentHash.startsWith(STALE);
}
