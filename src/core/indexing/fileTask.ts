import { Buffer, isAscii, isUtf8, transcode } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { CharsetChoice } from '../../shared/charsetChoices.ts';
import { readAsOf } from '../../shared/charsetChoices.ts';
import type { ReadAs } from '../../shared/charsets.ts';
import type { ArchiveFile } from '../archiveFiles.ts';
import { createSyncReader, failureOf } from '../archiveFiles.ts';
import { linkRecord } from '../links/linkRecord.ts';
import { parsePost } from '../post/parsePost.ts';
import type { ParseOutcome, PostFile, SiteConfig } from '../post/parsedPost.ts';
import type { FileRecord, FileStamp } from '../store/storeTypes.ts';
import { bundleFinder } from './bundles.ts';
import { markWithoutPost } from './diffFiles.ts';
import type { SeenFile } from './scanFolder.ts';
import { fileProblem } from './scanProblems.ts';
import type { Named } from './scanProblems.ts';

/** A file that is to be read, and parsed unless its content is known. */
export interface FileTask {
  readonly file: SeenFile;
  /** Hash of the stamp known so far; empty when there is none. */
  readonly knownHash: string;
}

/** What a file means for the index. */
export type FileAnswer =
  | { readonly kind: 'record'; readonly record: FileRecord }
  /** Another time or size of metadata, the same content. */
  | { readonly kind: 'touched'; readonly stamp: FileStamp }
  | { readonly kind: 'vanished' };

/** Where the files of a run lie and what their posts depend on besides themselves. */
export interface ArchivePlace {
  /** Absolute path of the archive. */
  readonly folder: string;
  readonly site: SiteConfig;
  /** What the reader chose to read files as. */
  readonly choices?: readonly CharsetChoice[] | undefined;
}

/**
 * Told what a worker is busy with, so that others know it when the worker hangs: null before it reads a file, the
 * file's content hash before it parses it.
 */
export type OnStep = (contentHash: string | null) => void;

/** Reads and parses one file, at once. Never throws: the answer says what is wrong. */
export type WorkOnFile = (task: FileTask) => FileAnswer;

/** Work on the files of one archive; keep it for one run only. */
export function workOnFiles(
  { folder, site, choices = [] }: ArchivePlace,
  onStep: OnStep = () => undefined,
): WorkOnFile {
  const reader = createSyncReader(folder);
  const readAs = readAsOf(choices);
  const isBundled = bundleFinder(folder, site);
  return ({ file, knownHash }) => {
    onStep(null);
    let content: ArchiveFile;
    try {
      content = reader.read(file.path, file.pathHex);
    } catch (error) {
      return unread(file, error);
    }
    const named = { readAs: readAs(file.path), isBundled: isBundled(file.path) };
    return answerOf({ file, content, knownHash, site, ...named, onStep });
  };
}

interface ReadFile {
  readonly file: SeenFile;
  readonly content: ArchiveFile;
  readonly knownHash: string;
  readonly site: SiteConfig;
  readonly readAs: ReadAs | undefined;
  readonly isBundled: boolean;
  readonly onStep: OnStep;
}

function answerOf(reading: ReadFile): FileAnswer {
  const { file, content, knownHash, site, readAs, isBundled, onStep } = reading;
  const { bytes, sizeBytes, mtimeMs } = content;
  const contentHash = hashBytes(bytes);
  const stamp = { path: file.path, sizeBytes, mtimeMs, contentHash };
  if (contentHash === knownHash || markWithoutPost(contentHash) === knownHash) {
    return { kind: 'touched', stamp: { ...stamp, contentHash: knownHash } };
  }
  onStep(contentHash);
  const isSitePage = file.isSitePage === true;
  const read = { ...namedOf(file), bytes, site, isSitePage, isBundled };
  const named = readAs === undefined ? read : { ...read, readAs };
  const utf8 = decodeUtf8(bytes);
  const parsed = parseSafely(utf8 === null ? named : { ...named, utf8 });
  if (parsed.outcome === 'problem') {
    return withoutPost({ ...stamp, contentHash: markWithoutPost(contentHash) }, file, parsed);
  }
  const { post } = parsed;
  const nameProblems =
    file.pathHex === undefined ? [] : [fileProblem('name-not-text', namedOf(file), sizeBytes)];
  const links = linkRecord(file.path, post, site);
  const record = { stamp, post, problems: [...post.problems, ...nameProblems], links };
  return { kind: 'record', record: withHex(record, file) };
}

/** Parses a post. The parser is written never to throw; if it does all the same, one post is missing instead of all. */
function parseSafely(file: PostFile): ParseOutcome {
  try {
    return parsePost(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { outcome: 'problem', problem: notUnderstood(file, file.bytes.length, reason) };
  }
}

/** The answer for a file that could not be read. */
function unread(file: SeenFile, error: unknown): FileAnswer {
  const { reason } = failureOf(error);
  if (reason === 'vanished') return { kind: 'vanished' };
  return withoutPost(stampOf(file, null), file, {
    problem: fileProblem(reason, namedOf(file), file.sizeBytes),
  });
}

/** The answer for a file that a thread was ended at because it took too long over it; see `OnStep` for the hash. */
export function overlong({ file }: FileTask, contentHash: string | null): FileAnswer {
  const problem = fileProblem('took-too-long', namedOf(file), file.sizeBytes);
  const message = 'Understanding it took too long, so it was left out; split it or report it.';
  return withoutPost(stampOf(file, contentHash), file, {
    problem: contentHash === null ? problem : { ...problem, message },
  });
}

/** The answer for a file that ended its thread; see `OnStep` for the hash. */
export function undone({ file }: FileTask, contentHash: string | null, reason: string): FileAnswer {
  const problem = notUnderstood(file, file.sizeBytes, reason);
  return withoutPost(stampOf(file, contentHash), file, { problem });
}

type NoPost = Pick<Extract<ParseOutcome, { readonly outcome: 'problem' }>, 'problem'>;

function notUnderstood(named: Named, sizeBytes: number, reason: string): NoPost['problem'] {
  const problem = fileProblem('unreadable', namedOf(named), sizeBytes);
  const message = `It could not be understood (${reason}); report it with the file.`;
  return { ...problem, message };
}

/** What was not read is tried again by the next run; what was read and not understood only once it changed. */
function stampOf({ path, sizeBytes, mtimeMs }: SeenFile, contentHash: string | null): FileStamp {
  const mark = contentHash === null ? '' : markWithoutPost(contentHash);
  return { path, sizeBytes, mtimeMs, contentHash: mark };
}

function withoutPost(stamp: FileStamp, named: Named, { problem }: NoPost): FileAnswer {
  return { kind: 'record', record: withHex({ stamp, post: null, problems: [problem] }, named) };
}

/** Names the content of a file: 128 bits of its SHA-256, hexadecimal. */
function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** The bytes as text when they are UTF-8, else null; five times as fast as the standard decoder. */
function decodeUtf8(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  if (isAscii(bytes)) return asBuffer(bytes).toString('latin1');
  return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function withHex(record: FileRecord, { pathHex }: Named): FileRecord {
  return pathHex === undefined ? record : { ...record, pathHex };
}

function namedOf({ path, pathHex }: Named): Named {
  return pathHex === undefined ? { path } : { path, pathHex };
}
