import type { Problem } from '../../shared/model.ts';
import type { FileStamp } from '../store/storeTypes.ts';
import type { SeenFile } from './scanFolder.ts';

/** What a run has to do about the files it saw. */
export interface FileDiff {
  /** Not known yet. */
  readonly added: readonly SeenFile[];
  /** Known with another size or time, or known to have failed last time. */
  readonly changed: readonly SeenFile[];
  /** How many there is nothing to do about, and how many of those have a post. */
  readonly sameCount: number;
  readonly samePostCount: number;
}

/**
 * PURE. Compares what the scan saw with what the index knows, by size and modification time. A file whose stamp has
 * no hash (it could not be read, or all are to be parsed anew) counts as changed. Findings that are problems already
 * are compared by their mark, see `problemMark`.
 */
export function diffFiles(
  seen: readonly SeenFile[],
  stamps: ReadonlyMap<string, FileStamp>,
): FileDiff {
  const added: SeenFile[] = [];
  const changed: SeenFile[] = [];
  let sameCount = 0;
  let samePostCount = 0;
  for (const file of seen) {
    const stamp = stamps.get(file.path);
    if (stamp === undefined) added.push(file);
    else if (isSame(file, stamp)) {
      sameCount += 1;
      if (hasPost(stamp)) samePostCount += 1;
    } else changed.push(file);
  }
  return { added, changed, sameCount, samePostCount };
}

/**
 * PURE. Paths the index knows and the scan did not see; what lies in a folder that could not be listed is kept, for
 * nobody knows whether it is still there.
 */
export function missingPaths(
  stamps: ReadonlyMap<string, FileStamp>,
  seenPaths: ReadonlySet<string>,
  unlistedFolders: readonly string[],
): string[] {
  const prefixes = unlistedFolders.map((folder) => `${folder}/`);
  return [...stamps.keys()].filter(
    (path) => !seenPaths.has(path) && !prefixes.some((prefix) => path.startsWith(prefix)),
  );
}

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

function isSame(file: SeenFile, stamp: FileStamp): boolean {
  if (file.sizeBytes !== stamp.sizeBytes || file.mtimeMs !== stamp.mtimeMs) return false;
  if (file.problem !== null) return stamp.contentHash === problemMark(file.problem);
  return stamp.contentHash !== '' && !stamp.contentHash.startsWith(STALE);
}
