import { Buffer } from 'node:buffer';
import { existsSync } from 'node:fs';
import { access, constants, mkdir, readdir, rename, rmdir, stat, statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError } from '../../shared/result.ts';
import { partFile, removeDeadParts, syncFolderIfReadable } from '../store/wholeFile.ts';
import { writeFailure } from './writeFailure.ts';

/** Where an export goes. */
export interface ExportPlace {
  /** Absolute path of the file or folder. */
  readonly target: string;
  readonly shape: 'file' | 'folder';
}

/** Longest name of common file systems, in bytes. */
const MAX_NAME_BYTES = 255;

/**
 * Says before the work what would make it useless after: a target that cannot be written, a folder that holds
 * something, a disk without room for `leastBytes`. A target's folder that is missing is made by `deliver`, unless the one
 * above it is missing too: a new folder is wanted where one is missing, and where two are, a name is wrong or a disk is not
 * there. Takes away what exports that were ended left unfinished beside it. Throws `export-failed` with a sentence.
 */
export async function checkPlace(place: ExportPlace, leastBytes: number): Promise<void> {
  const { target } = place;
  await checkName(place);
  const around = await kindOf(dirname(target));
  const folder = baseOf(target);
  if (around === null) checkLength(dirname(target));
  const base = await kindOf(folder);
  if (base === null) throw unusable(dirname(target), 'is not there');
  if (base !== 'folder') throw unusable(folder, 'is a file, not a folder');
  await access(folder, constants.W_OK).catch((thrown: unknown) => {
    throw unusable(folder, 'cannot be written to', thrown);
  });
  removeDeadParts(folder);
  const free = await freeBytes(folder);
  if (free !== null && free < leastBytes) throw noRoom(folder, { free, needed: leastBytes });
}

/** Where the part is made: the target's folder, or the one above where that is still to be made. */
function baseOf(target: string): string {
  const folder = dirname(target);
  return existsSync(folder) ? folder : dirname(folder);
}

function checkLength(path: string): void {
  if (Buffer.byteLength(basename(path)) > MAX_NAME_BYTES) {
    throw unusable(path, 'has a name that is too long');
  }
}

async function checkName({ target, shape }: ExportPlace): Promise<void> {
  checkLength(target);
  const found = await kindOf(target);
  if (found === 'other') throw unusable(target, 'is neither a file nor a folder');
  if (shape === 'file') {
    if (found === 'folder') throw unusable(target, 'is a folder; the export needs a file name');
    return;
  }
  if (found === 'file') throw unusable(target, 'is a file, and this export is a folder');
  if (found === 'folder' && (await readdir(target)).length > 0) {
    throw unusable(target, 'holds files already; this export makes a folder of its own');
  }
}

/** What stands at a path: null for nothing; devices and pipes are `other`. */
async function kindOf(path: string): Promise<'folder' | 'file' | 'other' | null> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'other';
  } catch {
    return null;
  }
}

function unusable(path: string, reason: string, cause?: unknown): AppError {
  const message = `${path} ${reason}. Choose another place.`;
  return new AppError('export-failed', message, { path, cause });
}

/** Bytes that may be written to the disk of a folder; null where it does not say (some network disks). */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize, blocks } = await statfs(folder);
    return blocks === 0 ? null : bavail * bsize;
  } catch {
    return null;
  }
}

/** What is said of a disk that has too little room. */
export function noRoom(
  folder: string,
  { free, needed }: { readonly free: number; readonly needed: number },
): AppError {
  const message = `The disk of ${folder} has ${sizeOf(free)} free, and this export needs about ${sizeOf(needed)}. Make room or choose another place.`;
  return new AppError('export-failed', message, { path: folder });
}

const MIB = 1024 * 1024;

function sizeOf(bytes: number): string {
  if (bytes >= 1024 * MIB) return `${(bytes / (1024 * MIB)).toFixed(1)} GB`;
  return bytes >= MIB ? `${Math.ceil(bytes / MIB)} MB` : `${Math.ceil(bytes / 1024)} KB`;
}

/** A name for what is being made, beside the target or beside its folder that is still to be made; see `wholeFile.ts`. */
export function partBeside({ target }: ExportPlace): string {
  return partFile(baseOf(target));
}

/** Gives a finished part its final name. Throws `export-failed`; the part is where it was then. */
export async function deliver(part: string, { target, shape }: ExportPlace): Promise<void> {
  const folder = dirname(target);
  // Only beside a folder that was missing from the first: one that is missing now was taken away, and stays so.
  const isToMake = dirname(part) !== folder && !existsSync(folder);
  try {
    if (isToMake) await mkdir(folder);
    // An empty folder may be in its place; where there is none, or it is not empty, renaming says so.
    if (shape === 'folder') await rmdir(target).catch(() => undefined);
    await rename(part, target);
  } catch (thrown) {
    if (isToMake) await rmdir(folder).catch(() => undefined);
    throw writeFailure(target, thrown);
  }
  syncFolderIfReadable(folder);
  if (isToMake) syncFolderIfReadable(dirname(folder));
}
