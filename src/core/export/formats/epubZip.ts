import { TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import type { WriterTools } from './formatWriter.ts';

/** The container of a book (EPUB OCF 3.3, 4.3), written as it grows: only the list of its files is kept. */
export interface EpubZip {
  /** Adds a file; what is packed already by its own format is only stored. */
  readonly add: (path: string, content: string | Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Begins a container with its `mimetype`, which stands first, stored, without extra fields. */
export async function openEpubZip({
  write,
  now,
}: Pick<WriterTools, 'write' | 'now'>): Promise<EpubZip> {
  const target = new WritableStream<Uint8Array>({ write: (piece) => write(piece) });
  const zip = new ZipWriter(target, {
    useWebWorkers: false,
    // Sizes stand before each file: readers that read in one pass refuse a stored file whose size comes after it.
    dataDescriptor: false,
    extendedTimestamp: false,
    lastModDate: now,
  });
  await zip.add('mimetype', new TextReader('application/epub+zip'), { level: 0 });
  return {
    add: async (path, content) => {
      if (typeof content === 'string') await zip.add(path, new TextReader(content));
      else await zip.add(path, new Uint8ArrayReader(content), { level: 0 });
    },
    close: async () => {
      await zip.close();
    },
  };
}
