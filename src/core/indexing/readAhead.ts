import type { ArchiveFile, ArchiveReader, ReadFailure } from '../archiveFiles.ts';
import { failureOf } from '../archiveFiles.ts';
import type { SeenFile } from './scanFolder.ts';

/** A file that was read, or why it was not. */
export type ReadOutcome =
  | { readonly file: SeenFile; readonly content: ArchiveFile; readonly failure: null }
  | {
      readonly file: SeenFile;
      readonly content: null;
      readonly failure: ReadFailure | 'took-too-long';
    };

/** As many reads as the system's thread pool does at once, twice: the disk always has the next one to do. */
const FILES_AHEAD = 8;
const BYTES_AHEAD = 32 * 1024 * 1024;
/** A local file takes well under a second; a disk that gives nothing for so long has gone, in milliseconds. */
const READ_LIMIT_MS = 30_000;

/** Reads files in the order given, some of them in advance. Never rejects. */
export async function* readAhead(
  files: readonly SeenFile[],
  reader: ArchiveReader,
): AsyncGenerator<ReadOutcome, void> {
  const pending: { readonly sizeBytes: number; readonly outcome: Promise<ReadOutcome> }[] = [];
  let next = 0;
  let bytesAhead = 0;
  const fill = (): void => {
    while (pending.length < FILES_AHEAD && (bytesAhead < BYTES_AHEAD || pending.length === 0)) {
      const file = files[next];
      if (file === undefined) return;
      next += 1;
      bytesAhead += file.sizeBytes;
      pending.push({ sizeBytes: file.sizeBytes, outcome: readOne(file, reader) });
    }
  };
  fill();
  for (let first = pending.shift(); first !== undefined; first = pending.shift()) {
    const outcome = await first.outcome;
    bytesAhead -= first.sizeBytes;
    fill();
    yield outcome;
  }
}

async function readOne(file: SeenFile, reader: ArchiveReader): Promise<ReadOutcome> {
  try {
    const content = await withinLimit(reader.read(file.path, file.pathHex));
    if (content === 'took-too-long') return { file, content: null, failure: content };
    return { file, content, failure: null };
  } catch (error) {
    return { file, content: null, failure: failureOf(error) };
  }
}

function withinLimit<T>(work: Promise<T>): Promise<T | 'took-too-long'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve('took-too-long');
    }, READ_LIMIT_MS);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
