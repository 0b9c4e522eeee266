import { createHash } from 'node:crypto';
import type { ParseOutcome, PostFile, SiteConfig } from '../post/parsedPost.ts';
import type { FileRecord, FileStamp } from '../store/storeTypes.ts';
import { markWithoutPost } from './diffFiles.ts';
import type { ReadOutcome } from './readAhead.ts';
import type { SeenFile } from './scanFolder.ts';
import { fileProblem } from './scanProblems.ts';
import type { Named } from './scanProblems.ts';

/** What a file means for the index. */
export type FileResult =
  | { readonly kind: 'record'; readonly file: SeenFile; readonly record: FileRecord }
  /** Another time or size of metadata, the same content. */
  | { readonly kind: 'touched'; readonly file: SeenFile; readonly stamp: FileStamp }
  | { readonly kind: 'vanished'; readonly file: SeenFile };

/** A file whose content has to be parsed before it means anything. */
export interface ParseNeeded {
  readonly kind: 'parse';
  readonly file: SeenFile;
  readonly stamp: FileStamp;
  readonly postFile: PostFile;
}

/**
 * Judges a file that was read, or was not, as far as that goes without parsing it. `knownHash` is that of the stamp
 * known so far, empty when there is none.
 */
export function judgeRead(
  outcome: ReadOutcome,
  knownHash: string,
  site: SiteConfig,
): FileResult | ParseNeeded {
  const { file, content, failure } = outcome;
  if (content === null) {
    const reason = failure === 'took-too-long' ? failure : failure.reason;
    if (reason === 'vanished') return { kind: 'vanished', file };
    const { path, sizeBytes, mtimeMs } = file;
    const stamp = { path, sizeBytes, mtimeMs, contentHash: '' };
    const problems = [fileProblem(reason, namedOf(file), sizeBytes)];
    return { kind: 'record', file, record: withHex({ stamp, post: null, problems }, file) };
  }
  const { bytes, sizeBytes, mtimeMs } = content;
  const contentHash = hashBytes(bytes);
  const stamp = { path: file.path, sizeBytes, mtimeMs, contentHash };
  if (contentHash === knownHash || markWithoutPost(contentHash) === knownHash) {
    return { kind: 'touched', file, stamp: { ...stamp, contentHash: knownHash } };
  }
  const isSitePage = file.isSitePage === true;
  return { kind: 'parse', file, stamp, postFile: { ...namedOf(file), bytes, site, isSitePage } };
}

/** The new state of a file that was parsed. */
export function recordOfParsed({ file, stamp }: ParseNeeded, parsed: ParseOutcome): FileResult {
  if (parsed.outcome === 'problem') {
    const marked = { ...stamp, contentHash: markWithoutPost(stamp.contentHash) };
    const record = { stamp: marked, post: null, problems: [parsed.problem] };
    return { kind: 'record', file, record: withHex(record, file) };
  }
  const { post } = parsed;
  const nameProblems =
    file.pathHex === undefined
      ? []
      : [fileProblem('name-not-text', namedOf(file), stamp.sizeBytes)];
  const record = { stamp, post, problems: [...post.problems, ...nameProblems] };
  return { kind: 'record', file, record: withHex(record, file) };
}

/** Names the content of a file: 128 bits of its SHA-256, hexadecimal. */
function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

function withHex(record: FileRecord, { pathHex }: Named): FileRecord {
  return pathHex === undefined ? record : { ...record, pathHex };
}

function namedOf({ path, pathHex }: Named): Named {
  return pathHex === undefined ? { path } : { path, pathHex };
}
