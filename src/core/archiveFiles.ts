import { Buffer } from 'node:buffer';
import {
  closeSync,
  constants,
  fstatSync,
  open,
  openSync,
  read,
  readSync,
  realpathSync,
} from 'node:fs';
import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { promisify } from 'node:util';
import { fromBytes, joinRaw, nameOf, parentOf, pathKey, rawPathOf } from './rawPath.ts';
import type { RawPath } from './rawPath.ts';

/** Largest post that is read. Larger files are listed as a problem: no text of that size is a post. */
export const MAX_POST_BYTES = 64 * 1024 * 1024;

/** Why a file of the archive could not be read. */
export type ReadFailureReason =
  | 'vanished'
  | 'unreadable'
  | 'link-outside'
  | 'not-a-file'
  | 'too-large';

/** Thrown by `ArchiveReader.read`; `reason` says what to tell the reader. */
export class ReadFailure extends Error {
  readonly reason: ReadFailureReason;
  /** Size in bytes when it could be measured. */
  readonly sizeBytes: number | null;

  constructor(reason: ReadFailureReason, cause: unknown, sizeBytes: number | null = null) {
    super(`A file of the archive could not be read (${reason}).`, { cause });
    this.name = 'ReadFailure';
    this.reason = reason;
    this.sizeBytes = sizeBytes;
  }
}

/** A file as it was when it was read: bytes and stamp belong together. */
export interface ArchiveFile {
  readonly bytes: Uint8Array;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

/** Reads files of one archive. Remembers which folders it has found inside, so keep one for a whole run only. */
export interface ArchiveReader {
  /** `path` relative to the archive with `/`. Throws `ReadFailure`. */
  readonly read: (path: string, pathHex?: string) => Promise<ArchiveFile>;
}

/**
 * The one door for reading files of an archive. A file is opened only when its real folder lies inside the archive's
 * real folder; a link is followed only to such a place; only regular files are read (a pipe would wait for ever).
 */
export function createArchiveReader(folder: string, maxBytes = MAX_POST_BYTES): ArchiveReader {
  const folders = new Map<string, Promise<RawPath>>();
  const folderOf = (relative: RawPath): Promise<RawPath> => {
    const key = pathKey(relative);
    const known = folders.get(key);
    if (known !== undefined) return known;
    const found = relative === '' ? realPathOf(folder) : realFolder(relative);
    folders.set(key, found);
    return found;
  };
  const realFolder = async (relative: RawPath): Promise<RawPath> => {
    const top = await folderOf('');
    const real = await realPathOf(joinRaw(top, relative));
    if (!isInside(top, real)) throw new ReadFailure('link-outside', null);
    return real;
  };

  return {
    read: async (path, pathHex) => {
      const raw = rawPathOf(path, pathHex);
      if (!isRelative(raw)) throw new ReadFailure('link-outside', null);
      try {
        const parent = await folderOf(parentOf(raw));
        return await openInside(
          { path: joinRaw(parent, nameOf(raw)), top: await folderOf('') },
          maxBytes,
        );
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}

/** Reads files of one archive at once, for threads that have nothing else to do. Keep one for a whole run only. */
export interface SyncArchiveReader {
  /** As `ArchiveReader.read`; the bytes are only good until the next call. Throws `ReadFailure`. */
  readonly read: (path: string, pathHex?: string) => ArchiveFile;
}

/** The same door with the same rules as `createArchiveReader`, in a fifth of its time: it blocks its thread. */
export function createSyncReader(folder: string, maxBytes = MAX_POST_BYTES): SyncArchiveReader {
  const folders = new Map<string, RawPath>();
  const bytes = Buffer.allocUnsafeSlow(REUSED_BYTES);
  const folderOf = (relative: RawPath): RawPath => {
    const key = pathKey(relative);
    const known = folders.get(key);
    if (known !== undefined) return known;
    const top = relative === '' ? null : folderOf('');
    const real = realPathSync(top === null ? folder : joinRaw(top, relative));
    if (top !== null && !isInside(top, real)) throw new ReadFailure('link-outside', null);
    folders.set(key, real);
    return real;
  };
  return {
    read: (path, pathHex) => {
      const raw = rawPathOf(path, pathHex);
      if (!isRelative(raw)) throw new ReadFailure('link-outside', null);
      try {
        const whole = joinRaw(folderOf(parentOf(raw)), nameOf(raw));
        const descriptor = openInsideSync({ path: whole, top: folderOf('') });
        try {
          return readOpened(descriptor, { bytes, maxBytes });
        } finally {
          closeSync(descriptor);
        }
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}

/** Reads one post of an archive; for many, keep a `createArchiveReader`. Throws `ReadFailure`. */
export function readPostFile(
  archiveFolder: string,
  path: string,
  pathHex?: string,
): Promise<ArchiveFile> {
  return createArchiveReader(archiveFolder).read(path, pathHex);
}

/** Whether a real path is the folder or lies below it. Both must come from `realPathOf`. */
export function isInside(folder: RawPath, candidate: RawPath): boolean {
  const head = Buffer.from(folder);
  const whole = Buffer.from(candidate);
  if (!whole.subarray(0, head.length).equals(head)) return false;
  const next = whole.at(head.length);
  return next === undefined || next === 0x2f || head.at(-1) === 0x2f;
}

/** The real path with every link resolved and `/` between parts. Throws `ReadFailure`. */
export async function realPathOf(path: RawPath): Promise<RawPath> {
  try {
    const real = fromBytes(await realpath(path, { encoding: 'buffer' }));
    return typeof real === 'string' && sep !== '/' ? real.replaceAll(sep, '/') : real;
  } catch (error) {
    throw failureOf(error);
  }
}

/** `realPathOf`, at once. */
function realPathSync(path: RawPath): RawPath {
  const real = fromBytes(realpathSync.native(path, { encoding: 'buffer' }));
  return typeof real === 'string' && sep !== '/' ? real.replaceAll(sep, '/') : real;
}

/** Turns an error of the file system into the reason that readers are told. */
export function failureOf(error: unknown): ReadFailure {
  if (error instanceof ReadFailure) return error;
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new ReadFailure('vanished', error);
  if (code === 'ENXIO' || code === 'EISDIR') return new ReadFailure('not-a-file', error);
  return new ReadFailure('unreadable', error);
}

/** The system's code (`ENOENT`, `EACCES` …) of an error, empty when it has none. */
export function systemCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Refuses absolute paths, `..` and NUL, whatever the platform takes as separator. */
function isRelative(path: RawPath): boolean {
  const text = typeof path === 'string' ? path : path.toString('latin1');
  const parts = (sep === '/' ? text : text.replaceAll(sep, '/')).split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return false;
  return !text.includes('\0') && !(sep !== '/' && text.includes(':'));
}

/** Windows has no O_NOFOLLOW: there every path is resolved before it is opened. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
/** A named pipe put in a post's place must not hang the run. */
const OPEN_FLAGS = constants.O_RDONLY | NO_FOLLOW | (constants.O_NONBLOCK ?? 0);

const openFile = promisify(open);
const readInto = promisify(read);

interface Target {
  readonly path: RawPath;
  /** Real path of the archive's folder. */
  readonly top: RawPath;
}

async function openInside({ path, top }: Target, maxBytes: number): Promise<ArchiveFile> {
  if (NO_FOLLOW === 0) return readRegular(await resolveInside(path, top), maxBytes);
  try {
    return await readRegular(path, maxBytes);
  } catch (error) {
    // Only a link fails this way, so that ordinary files cost no extra system call.
    if (systemCode(error) !== 'ELOOP') throw error;
    return readRegular(await resolveInside(path, top), maxBytes);
  }
}

async function resolveInside(path: RawPath, top: RawPath): Promise<RawPath> {
  const real = await realPathOf(path);
  if (!isInside(top, real)) throw new ReadFailure('link-outside', null);
  return real;
}

/** Opening and reading may wait for a disk and are asynchronous; measuring and closing an open file do not. */
async function readRegular(path: RawPath, maxBytes: number): Promise<ArchiveFile> {
  const descriptor = await openFile(path, OPEN_FLAGS);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new ReadFailure('not-a-file', null);
    if (stat.size > maxBytes) throw new ReadFailure('too-large', null, stat.size);
    const bytes = await readAll(descriptor, stat.size);
    return { bytes, sizeBytes: stat.size, mtimeMs: stat.mtimeMs };
  } finally {
    closeSync(descriptor);
  }
}

async function readAll(descriptor: number, sizeBytes: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(sizeBytes);
  let filled = 0;
  while (filled < sizeBytes) {
    // Each read starts where the one before ended.
    const { bytesRead } = await readInto(descriptor, buffer, filled, sizeBytes - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled === sizeBytes ? buffer : buffer.subarray(0, filled);
}

/** Nearly all posts fit; for a larger one memory is taken for once. */
const REUSED_BYTES = 1024 * 1024;

function openInsideSync({ path, top }: Target): number {
  if (NO_FOLLOW === 0) return openSync(resolveInsideSync(path, top), OPEN_FLAGS);
  try {
    return openSync(path, OPEN_FLAGS);
  } catch (error) {
    // Only a link fails this way, so that ordinary files cost no extra system call.
    if (systemCode(error) !== 'ELOOP') throw error;
    return openSync(resolveInsideSync(path, top), OPEN_FLAGS);
  }
}

function resolveInsideSync(path: RawPath, top: RawPath): RawPath {
  const real = realPathSync(path);
  if (!isInside(top, real)) throw new ReadFailure('link-outside', null);
  return real;
}

interface Room {
  readonly bytes: Buffer;
  readonly maxBytes: number;
}

function readOpened(descriptor: number, { bytes, maxBytes }: Room): ArchiveFile {
  const stat = fstatSync(descriptor);
  if (!stat.isFile()) throw new ReadFailure('not-a-file', null);
  if (stat.size > maxBytes) throw new ReadFailure('too-large', null, stat.size);
  const room = stat.size <= bytes.length ? bytes : Buffer.allocUnsafeSlow(stat.size);
  let filled = 0;
  while (filled < stat.size) {
    const count = readSync(descriptor, room, filled, stat.size - filled, filled);
    if (count === 0) break;
    filled += count;
  }
  return { bytes: room.subarray(0, filled), sizeBytes: stat.size, mtimeMs: stat.mtimeMs };
}
