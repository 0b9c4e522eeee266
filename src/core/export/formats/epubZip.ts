import type { WriterTools } from './formatWriter.ts';
import { createZip } from './zipWriter.ts';

/** The container of a book (EPUB OCF 3.3, 4.3), written as it grows. */
export interface EpubZip {
  /** Adds a file; bytes are packed already by their own format, and only stored. */
  readonly add: (path: string, content: string | Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Begins a container with its `mimetype`, which stands first, stored, without extra fields. */
export async function openEpubZip({
  write,
  now,
}: Pick<WriterTools, 'write' | 'now'>): Promise<EpubZip> {
  const zip = createZip(write, now);
  const encoder = new TextEncoder();
  await zip.add('mimetype', encoder.encode('application/epub+zip'), true);
  return {
    add: (path, content) =>
      typeof content === 'string'
        ? zip.add(path, encoder.encode(content), false)
        : zip.add(path, content, true),
    close: zip.close,
  };
}
