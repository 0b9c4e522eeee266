import { lstatSync } from 'node:fs';

/** A part of a list: from `start` up to but without `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Files of one folder that are to be measured. */
export interface FilesToMeasure {
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly names: readonly string[];
}

/**
 * Writes size in bytes and modification time in milliseconds of each file of the span into `numbers`, two places a file.
 * NaN twice for what is no ordinary file or cannot be looked at: whoever reads them must look for himself.
 */
function measureFiles(
  { folder, names }: FilesToMeasure,
  { start, end }: Span,
  numbers: Float64Array,
): void {
  for (let at = start; at < end; at += 1) {
    let sizeBytes = Number.NaN;
    let mtimeMs = Number.NaN;
    try {
      const stat = lstatSync(`${folder}/${names[at] ?? ''}`);
      if (stat.isFile()) {
        sizeBytes = stat.size;
        mtimeMs = stat.mtimeMs;
      }
    } catch {
      // Gone, or not to be looked at; the reader of the numbers finds out which.
    }
    numbers[2 * at] = sizeBytes;
    numbers[2 * at + 1] = mtimeMs;
  }
}

/** Files that a thread measures at a time. */
const BLOCK_FILES = 256;

/** Numbers of one folder's files and who measures which: memory that two threads share. */
export interface SharedMeasures {
  /** Size and time of each file by turns, see `measureFiles`. */
  readonly numbers: Float64Array;
  /** First the number of the next block that nobody took, then 1 for each block that is measured. */
  readonly blocks: Int32Array;
}

/** Memory for the measures of so many files. */
export function shareMeasures(count: number): SharedMeasures {
  const blockCount = Math.ceil(count / BLOCK_FILES);
  return {
    numbers: new Float64Array(new SharedArrayBuffer(2 * count * Float64Array.BYTES_PER_ELEMENT)),
    blocks: new Int32Array(new SharedArrayBuffer((blockCount + 1) * Int32Array.BYTES_PER_ELEMENT)),
  };
}

/** Measures the next block that nobody took; false when there is none left. */
export function measureBlock(files: FilesToMeasure, { numbers, blocks }: SharedMeasures): boolean {
  const block = Atomics.add(blocks, 0, 1);
  if (block >= blocks.length - 1) return false;
  measureFiles(files, spanOf(block, files.names.length), numbers);
  Atomics.store(blocks, block + 1, 1);
  return true;
}

/** Measures what was taken by a thread that ended before it was done. */
export function measureLeft(files: FilesToMeasure, { numbers, blocks }: SharedMeasures): void {
  for (let block = 0; block < blocks.length - 1; block += 1) {
    if (Atomics.load(blocks, block + 1) === 1) continue;
    measureFiles(files, spanOf(block, files.names.length), numbers);
    Atomics.store(blocks, block + 1, 1);
  }
}

/** Whether the measure of a file is there. */
export function isMeasured({ blocks }: SharedMeasures, at: number): boolean {
  return Atomics.load(blocks, Math.floor(at / BLOCK_FILES) + 1) === 1;
}

function spanOf(block: number, count: number): Span {
  return { start: block * BLOCK_FILES, end: Math.min(count, (block + 1) * BLOCK_FILES) };
}
