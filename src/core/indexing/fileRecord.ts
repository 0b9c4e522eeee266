import { createHash } from 'node:crypto';
import type { Problem } from '../../shared/model.ts';
import type { ParseOutcome, PostFile, SiteConfig } from '../post/parsedPost.ts';
import type { FileRecord, FileStamp } from '../store/storeTypes.ts';
import { markWithoutPost } from './diffFiles.ts';
import type { ReadOutcome } from './readAhead.ts';
import type { SeenFile } from './scanFolder.ts';
import { fileProblem } from './scanProblems.ts';
import type { Named } from './scanProblems.ts';

/** What reading a file means for the index. */
export type FileResult =
  | { readonly kind: 'record'; readonly record: FileRecord }
  /** Another time or size of metadata, the same content. */
  | { readonly kind: 'touched'; readonly stamp: FileStamp }
  | { readonly kind: 'vanished' };

interface RecordRequest {
  readonly site: SiteConfig;
  readonly parse: (file: PostFile) => ParseOutcome;
  /** Hash of the stamp known so far, empty when there is none. */
  readonly knownHash: string;
}

/** Turns a file that was read, or was not, into its new state. Never throws, whatever the parser does. */
export function recordOf(outcome: ReadOutcome, request: RecordRequest): FileResult {
  const { file, content, failure } = outcome;
  if (content === null) {
    const reason = failure === 'took-too-long' ? failure : failure.reason;
    if (reason === 'vanished') return { kind: 'vanished' };
    const problem = fileProblem(reason, namedOf(file), file.sizeBytes);
    return withoutPost(file, stampOf(file, ''), problem);
  }
  const { bytes, sizeBytes, mtimeMs } = content;
  const contentHash = hashBytes(bytes);
  const stamp = { path: file.path, sizeBytes, mtimeMs, contentHash };
  if (contentHash === request.knownHash || markWithoutPost(contentHash) === request.knownHash) {
    return { kind: 'touched', stamp: { ...stamp, contentHash: request.knownHash } };
  }
  const parsed = parseSafely(request.parse, { ...namedOf(file), bytes, site: request.site });
  if (parsed.outcome === 'problem') {
    return withoutPost(
      file,
      { ...stamp, contentHash: markWithoutPost(contentHash) },
      parsed.problem,
    );
  }
  const { post } = parsed;
  const nameProblems = file.pathHex === undefined ? [] : [nameProblem(file)];
  const record = { stamp, post, problems: [...post.problems, ...nameProblems] };
  return { kind: 'record', record: withHex(record, file) };
}

/** Names the content of a file: 128 bits of its SHA-256, hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

function nameProblem(file: SeenFile): Problem {
  return fileProblem('name-not-text', namedOf(file), file.sizeBytes);
}

/** A parser is written never to throw; if it does all the same, one post is missing instead of all. */
function parseSafely(parse: RecordRequest['parse'], file: PostFile): ParseOutcome {
  try {
    return parse(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem = fileProblem('unreadable', namedOf(file), file.bytes.length);
    const message = `It could not be understood (${reason}); please report it with the file.`;
    return { outcome: 'problem', problem: { ...problem, message } };
  }
}

function withoutPost(file: SeenFile, stamp: FileStamp, problem: Problem): FileResult {
  return { kind: 'record', record: withHex({ stamp, post: null, problems: [problem] }, file) };
}

function withHex(record: FileRecord, { pathHex }: Named): FileRecord {
  return pathHex === undefined ? record : { ...record, pathHex };
}

function stampOf({ path, sizeBytes, mtimeMs }: SeenFile, contentHash: string): FileStamp {
  return { path, sizeBytes, mtimeMs, contentHash };
}

function namedOf({ path, pathHex }: Named): Named {
  return pathHex === undefined ? { path } : { path, pathHex };
}
