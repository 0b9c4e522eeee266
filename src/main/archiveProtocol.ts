import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { readArchiveAddress } from '../shared/archiveAddress.ts';
import type { ArchiveId } from '../shared/model.ts';
import { readByteRange } from './byteRange.ts';
import { openInside } from './confinedFile.ts';
import type { ConfinedFile } from './confinedFile.ts';
import { logUnexpected } from './log.ts';
import { SNIFF_BYTES, sniffMediaType } from '../core/mediaType.ts';

/** Folder of an archive in the library; null when there is no such archive. */
export type FolderOf = (archiveId: ArchiveId) => Promise<string | null>;

/**
 * Answers requests for pictures, sounds and films of archives, and for nothing else: the file must lie inside the
 * archive's real folder and must be such a file by its content. Everything else is 404, whatever the reason, so that
 * the page learns nothing about the disk.
 */
export function createArchiveServer(folderOf: FolderOf): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await answerRequest(request, folderOf);
    } catch (thrown) {
      logUnexpected('archive protocol', thrown);
      return notFound();
    }
  };
}

async function answerRequest(request: Request, folderOf: FolderOf): Promise<Response> {
  if (request.method !== 'GET') return new Response(null, { status: 405 });
  const address = readArchiveAddress(request.url);
  const folder = address === null ? null : await folderOf(address.archiveId);
  if (address === null || folder === null) return notFound();
  const file = await openInside(folder, address.path);
  if (file === null) return notFound();
  try {
    const type = await typeOf(file);
    if (type !== null && !isTooLarge(type, file.sizeBytes))
      return await answer(file, type, request.headers.get('range'));
    await file.handle.close();
    return notFound();
  } catch (thrown) {
    await file.handle.close();
    throw thrown;
  }
}

/**
 * A picture is held in memory whole before it is drawn, and a sparse file of terabytes costs a stranger nothing.
 * Sounds and films are read in parts.
 */
const MAX_PICTURE_BYTES = 128 * 1024 * 1024;

function isTooLarge(type: string, sizeBytes: number): boolean {
  return type.startsWith('image/') && sizeBytes > MAX_PICTURE_BYTES;
}

async function typeOf(file: ConfinedFile): Promise<string | null> {
  const head = Buffer.alloc(Math.min(SNIFF_BYTES, file.sizeBytes));
  const { bytesRead } = await file.handle.read(head, 0, head.length, 0);
  return sniffMediaType(head.subarray(0, bytesRead));
}

async function answer(
  file: ConfinedFile,
  type: string,
  rangeHeader: string | null,
): Promise<Response> {
  const { handle, sizeBytes } = file;
  const range = readByteRange(rangeHeader, sizeBytes);
  if (range === 'unsatisfiable') {
    await handle.close();
    return new Response(null, {
      status: 416,
      headers: { 'content-range': `bytes */${sizeBytes}` },
    });
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 };
  const stream: ReadableStream = Readable.toWeb(handle.createReadStream({ start, end }));
  return new Response(stream, {
    status: range === null ? 200 : 206,
    headers: {
      'content-type': type,
      'content-length': String(end - start + 1),
      'accept-ranges': 'bytes',
      ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${sizeBytes}` }),
      ...CONFINING_HEADERS,
    },
  });
}

/** Even opened as a document, such a file may run and load nothing. */
const CONFINING_HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
  // The file may change or its archive move between two looks at the same post.
  'cache-control': 'no-cache',
} as const;

function notFound(): Response {
  return new Response(null, { status: 404, headers: CONFINING_HEADERS });
}
