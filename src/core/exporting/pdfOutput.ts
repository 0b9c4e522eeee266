import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import type { PdfOutput } from '../export/pdf/pdfObjects.ts';
import { writeFailure } from './writeFailure.ts';

/** A PDF file that is being written. */
export interface PdfFileOutput extends PdfOutput {
  /** Bytes given to it so far. */
  readonly byteCount: () => number;
  /** Puts everything on the disk and closes the file. Throws `export-failed`. */
  readonly seal: () => void;
  /** Lets go of the file, whatever happened; nothing is removed. */
  readonly close: () => void;
}

/** A new file at `part`, written at once: for a thread that does nothing else. Failures name the `target`. Throws `export-failed`. */
export function openPdfOutput(part: string, target: string): PdfFileOutput {
  const trying = <T>(act: () => T): T => {
    try {
      return act();
    } catch (thrown) {
      throw writeFailure(target, thrown);
    }
  };
  const handle = trying(() => openSync(part, 'wx'));
  let isOpen = true;
  let total = 0;
  const close = (): void => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return {
    write: (bytes) => {
      for (let from = 0; from < bytes.length;) {
        from += trying(() => writeSync(handle, bytes, from));
      }
      total += bytes.length;
    },
    deflate: (bytes) => deflateSync(bytes),
    inflate: (bytes) => inflateSync(bytes),
    digest: (pieces) => {
      const hash = createHash('sha256');
      for (const piece of pieces) hash.update(piece);
      return hash.digest('base64');
    },
    byteCount: () => total,
    seal: () =>
      trying(() => {
        fsyncSync(handle);
        close();
      }),
    close,
  };
}
