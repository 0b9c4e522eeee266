import type { PostAnnotations } from '../../shared/annotations.ts';
import type { ArchiveId } from '../../shared/model.ts';
import { labelsOf } from '../store/bookmarkLabels.ts';
import { listHighlights, shownHighlight } from '../store/highlights.ts';
import type { Library } from '../store/openLibrary.ts';
import { getNote } from '../store/postNotes.ts';

/** What the reader wrote on the post at a path; empty of a path that nothing is known of. */
export function annotationsOf(
  library: Library,
  archiveId: ArchiveId,
  path: string,
): PostAnnotations {
  return {
    highlights: listHighlights(library, archiveId, path).map(shownHighlight),
    note: getNote(library, archiveId, path),
    labels: labelsOf(library, archiveId, path),
  };
}
