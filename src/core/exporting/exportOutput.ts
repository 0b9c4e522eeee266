import { Buffer } from 'node:buffer';
import { mkdir, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { WriterTools } from '../export/formats/formatWriter.ts';
import { syncFolder } from '../store/wholeFile.ts';
import { writeFailure } from './writeFailure.ts';

/** Where a writer's pieces go. */
export interface ExportOutput extends Pick<WriterTools, 'write' | 'writeFile'> {
  /** Bytes given to it so far. */
  readonly byteCount: () => number;
  /** Puts everything on the disk; nothing may be written after it. */
  readonly seal: () => Promise<void>;
  /** Lets go of open files, whatever happened; nothing is removed. */
  readonly close: () => Promise<void>;
}

/** Pieces are gathered up to so many bytes, or every post would cost a call to the system. */
const GATHERED_BYTES = 256 * 1024;

/** One file at `part`; failures name the `target` that it is to become. Throws `export-failed`. */
export async function openFileOutput(part: string, target: string): Promise<ExportOutput> {
  const handle = await open(part, 'wx').catch((thrown: unknown) => {
    throw writeFailure(target, thrown);
  });
  let gathered: Uint8Array[] = [];
  let gatheredBytes = 0;
  let total = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(gathered);
    gathered = [];
    gatheredBytes = 0;
    await writeAll(handle, bytes).catch((thrown: unknown) => {
      throw writeFailure(target, thrown);
    });
  };
  return {
    write: async (piece) => {
      // A copy: the writer may use its bytes again.
      const bytes = Buffer.from(piece);
      gathered.push(bytes);
      gatheredBytes += bytes.length;
      total += bytes.length;
      if (gatheredBytes >= GATHERED_BYTES) await flush();
    },
    writeFile: () => Promise.reject(new Error('This format is one file.')),
    byteCount: () => total,
    seal: async () => {
      await flush();
      await handle.sync().catch((thrown: unknown) => {
        throw writeFailure(target, thrown);
      });
      await handle.close();
    },
    close: () => closeQuietly(handle),
  };
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let from = 0;
  while (from < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, from);
    from += bytesWritten;
  }
}

/** One that was closed before says so, and that is all there is to it. */
async function closeQuietly(handle: FileHandle): Promise<void> {
  await handle.close().catch(() => undefined);
}

/** Files that are being put on the disk while the next ones are made: each alone would wait for the disk. */
const MAX_SYNCING = 16;

/** Files in a folder at `part`; failures name the place in the `target` that it is to become. Throws `export-failed`. */
export async function openFolderOutput(part: string, target: string): Promise<ExportOutput> {
  await mkdir(part).catch((thrown: unknown) => {
    throw writeFailure(target, thrown);
  });
  const folders = new Set(['']);
  const syncing = new Set<Promise<void>>();
  let failure: unknown = null;
  let total = 0;
  const syncAndClose = async (handle: FileHandle): Promise<void> => {
    try {
      await handle.sync();
    } catch (thrown) {
      failure ??= thrown;
    }
    await closeQuietly(handle);
  };
  const finishFile = (handle: FileHandle): void => {
    const work = syncAndClose(handle).then(() => {
      syncing.delete(work);
      return undefined;
    });
    syncing.add(work);
  };
  const throwFailed = (): void => {
    if (failure !== null) throw writeFailure(target, failure);
  };
  return {
    write: () => Promise.reject(new Error('This format is a folder.')),
    writeFile: async (path, content) => {
      const parts = partsOf(path);
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      try {
        await makeFolders(part, { parts: parts.slice(0, -1), folders });
        const handle = await open(join(part, ...parts), 'wx');
        await writeAll(handle, bytes).catch(async (thrown: unknown) => {
          await closeQuietly(handle);
          throw thrown;
        });
        finishFile(handle);
      } catch (thrown) {
        throw writeFailure(join(target, ...parts), thrown);
      }
      total += bytes.length;
      if (syncing.size >= MAX_SYNCING) await Promise.race(syncing);
      throwFailed();
    },
    byteCount: () => total,
    seal: async () => {
      await Promise.all(syncing);
      throwFailed();
      for (const folder of folders) syncFolder(join(part, folder));
    },
    close: async () => {
      await Promise.all(syncing);
    },
  };
}

/** A path that leads out of the folder is a fault of the writer, and nothing is written then. */
function partsOf(path: string): readonly string[] {
  const parts = path.split('/');
  if (parts.some((name) => name === '' || name === '.' || name === '..' || /[\0\\]/u.test(name))) {
    throw new Error(`${path} is no path inside the export.`);
  }
  return parts;
}

interface Wanted {
  readonly parts: readonly string[];
  /** Those that are there, relative to the export. */
  readonly folders: Set<string>;
}

async function makeFolders(part: string, { parts, folders }: Wanted): Promise<void> {
  const wanted = join(...parts, '.');
  if (parts.length === 0 || folders.has(wanted)) return;
  await mkdir(join(part, wanted), { recursive: true });
  for (let depth = 1; depth <= parts.length; depth += 1) {
    folders.add(join(...parts.slice(0, depth), '.'));
  }
}

/** Pieces for a stream are gathered up to so many bytes. */
const STREAM_BYTES = 64 * 1024;

/** A stream that somebody else opened, such as standard output; its failures are theirs to tell. */
export function streamOutput(send: (piece: Uint8Array) => Promise<void>): ExportOutput {
  let gathered: Uint8Array[] = [];
  let gatheredBytes = 0;
  let total = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(gathered);
    gathered = [];
    gatheredBytes = 0;
    if (bytes.length > 0) await send(bytes);
  };
  return {
    write: async (piece) => {
      const bytes = Buffer.from(piece);
      gathered.push(bytes);
      gatheredBytes += bytes.length;
      total += bytes.length;
      if (gatheredBytes >= STREAM_BYTES) await flush();
    },
    writeFile: () => Promise.reject(new Error('A stream takes one file.')),
    byteCount: () => total,
    seal: flush,
    close: () => Promise.resolve(),
  };
}
