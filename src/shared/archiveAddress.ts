import * as v from 'valibot';
import type { ArchiveId } from './model.ts';
import { archiveIdSchema } from './schemas.ts';

/** Scheme under which the window may show pictures of an archive. */
export const ARCHIVE_SCHEME = 'archive';

/**
 * Before the id in the address: sixteen decimal digits alone would be read as an IPv4 address, which they are not
 * (WHATWG URL, "ends in a number").
 */
const HOST_PREFIX = 'id-';

/**
 * Address of a file of an archive. `path` is relative to the archive's folder, with `/`; each part is
 * percent-encoded, so that any file name survives.
 */
export function archiveAddress(archiveId: ArchiveId, path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return `${ARCHIVE_SCHEME}://${HOST_PREFIX}${archiveId}/${encoded}`;
}

/**
 * The archive and path an address names, or null when it names none. The path is decoded once and not yet confined
 * to the folder: that happens where the file is opened.
 */
export function readArchiveAddress(
  address: string,
): { readonly archiveId: ArchiveId; readonly path: string } | null {
  const match = /^archive:\/\/id-([0-9a-f]{16})\/([^?#]+)/u.exec(address);
  const archiveId = v.safeParse(archiveIdSchema, match?.[1]);
  const path = decode(match?.[2] ?? '');
  return archiveId.success && path !== null && path !== ''
    ? { archiveId: archiveId.output, path }
    : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
