import type { ArchiveId } from '../../shared/model.ts';

/**
 * Address under which the window may show a picture of an archive: `archive://<id>/<path>`, each part of the path
 * percent-encoded so that any file name survives. `path` is relative to the archive's folder, with `/`.
 */
export function imageAddress(archiveId: ArchiveId, path: string): string {
  return `archive://${archiveId}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
