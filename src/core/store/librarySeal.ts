import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { besides, libraryFile, sealFile } from './libraryPlaces.ts';
import { syncFolder, writeWholeFile } from './wholeFile.ts';

/** A larger library is not read through at its start. */
const LARGEST_SEALED = 256 * 1024 * 1024;

const CHUNK_BYTES = 1024 * 1024;

/**
 * What the seal says of the library's file: `intact` = every byte is as it was closed; `differs` = it was changed by
 * something else, or went bad; `absent` = it was not closed (killed, power cut), or is in use.
 */
export type SealState = 'intact' | 'differs' | 'absent';

/** Compares the library with its seal. Asked while nobody has it open. */
export function readSeal(dataFolder: string): SealState {
  const file = sealFile(dataFolder);
  const sealed = readText(file)?.trim() ?? '';
  if (!/^[0-9a-f]{64}$/u.test(sealed)) return 'absent';
  const library = libraryFile(dataFolder);
  // A log that still waits to be copied into the file: the seal is not about that.
  if (besides(library).some((each) => existsSync(each))) return 'differs';
  return digestOf(library) === sealed ? 'intact' : 'differs';
}

/** Where SQLite keeps `user_version` (https://sqlite.org/fileformat2.html#database_header). */
const VERSION_AT = 60;

/**
 * Whether nothing but the version number went bad: with one of the versions given in its place the file is as it was
 * sealed. So a later Broadsheet's library, which is to be left alone, is told from a damaged one.
 */
export function isOnlyVersionBad(dataFolder: string, versions: readonly number[]): boolean {
  const sealed = readText(sealFile(dataFolder))?.trim() ?? '';
  const library = libraryFile(dataFolder);
  if (digestOf(library) === null) return false;
  const bytes = readFileSync(library);
  return versions.some((version) => {
    bytes.writeUInt32BE(version, VERSION_AT);
    return createHash('sha256').update(bytes).digest('hex') === sealed;
  });
}

/** Takes the seal off before the library is used; durably, so that no later change meets an old seal. */
export function breakSeal(dataFolder: string): void {
  const file = sealFile(dataFolder);
  if (!existsSync(file)) return;
  rmSync(file, { force: true });
  syncFolder(dataFolder);
}

/** Seals a closed library; nobody else may have it open. */
export function sealLibrary(dataFolder: string): void {
  const library = libraryFile(dataFolder);
  if (besides(library).some((each) => existsSync(each))) return;
  const digest = digestOf(library);
  if (digest !== null) writeWholeFile(sealFile(dataFolder), [`${digest}\n`]);
}

/** SHA-256 of a file in hexadecimal; null when it is no file, or too large to be read through. */
export function digestOf(file: string): string | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile() || stats.size > LARGEST_SEALED) return null;
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
