import { readAsOf } from '../../shared/charsetChoices.ts';
import type { ExportedFile, ExportedOutcome, ExportedPost } from '../../shared/exportModel.ts';
import type { ArchiveId, Post, PostId } from '../../shared/model.ts';
import { AppError, toFailure } from '../../shared/result.ts';
import { annotationsOf } from '../annotations/postAnnotations.ts';
import { readPostFile } from '../archiveFiles.ts';
import type { CoreParts } from '../openArchives.ts';
import { knownArchive } from '../openArchives.ts';
import { exportedFile } from '../post/exportedFile.ts';
import { completePost } from '../postHandlers.ts';
import { listChoices } from '../store/charsetChoices.ts';
import { getState } from '../store/readState.ts';
import type { IndexReader, PostRow, StoredPost } from '../store/storeTypes.ts';

/** Which post is exported, and how much of it. */
export interface WantedPost {
  readonly archiveId: ArchiveId;
  readonly id: PostId;
  /** `facts` = what the index has in its columns: no text, HTML, headings, fields, problems and file. */
  readonly needs: 'all' | 'facts';
  /** Paths that the reader marked or wrote on in any way: what is not among them is not asked for. Missing = any may be. */
  readonly marked?: ReadonlySet<string>;
}

/** A post with what an export may need of it. Throws only `index-renewed`, which concerns all posts. */
export async function exportPost(parts: CoreParts, wanted: WantedPost): Promise<ExportedOutcome> {
  const { archiveId, id, needs, marked } = wanted;
  const { reader } = parts.open.get(archiveId);
  let path: string | null = null;
  try {
    if (needs === 'facts') {
      const row = found(reader.rowById(id));
      path = row.path;
      const isMarked = marked?.has(path) ?? true;
      return { outcome: 'post', exported: facts(parts, row, { archiveId, isMarked }) };
    }
    const stored = found(reader.getById(id));
    path = stored.path;
    return { outcome: 'post', exported: await whole(parts, stored, archiveId) };
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'index-renewed') throw thrown;
    return {
      outcome: 'failed',
      id,
      path: path ?? pathOf(reader, id),
      message: toFailure(thrown).message,
    };
  }
}

/** The path of a post whose text cannot be read; null when its row cannot either. */
function pathOf(reader: IndexReader, id: PostId): string | null {
  try {
    return reader.rowById(id)?.path ?? null;
  } catch {
    return null;
  }
}

function found<T>(row: T | null): T {
  if (row === null) throw new AppError('not-found', 'This post is not in the index any more.');
  return row;
}

async function whole(
  parts: CoreParts,
  stored: StoredPost,
  archiveId: ArchiveId,
): Promise<ExportedPost> {
  const post = await completePost(parts, stored, { archiveId, wanted: null });
  const annotations = annotationsOf(parts.library, archiveId, stored.path);
  const file = await readFileOf(parts, archiveId, stored);
  return { post, text: stored.text, fields: stored.frontMatter, annotations, file };
}

const UNMARKED = {
  state: { isRead: false, isBookmarked: false, position: 0, passage: null },
  annotations: { highlights: [], note: null, labels: [] },
} as const;

function facts(
  { library }: CoreParts,
  row: PostRow,
  { archiveId, isMarked }: { readonly archiveId: ArchiveId; readonly isMarked: boolean },
): ExportedPost {
  const { pathHex: _bytes, sourceId: _id, contentHash: _hash, ...shown } = row;
  const { state, annotations } = isMarked
    ? {
        state: getState(library, archiveId, row.path),
        annotations: annotationsOf(library, archiveId, row.path),
      }
    : UNMARKED;
  const post: Post = {
    ...shown,
    archiveId,
    problems: [],
    ...state,
    html: '',
    headings: [],
    isFilePresent: true,
  };
  return { post, text: '', fields: {}, annotations, file: null };
}

async function readFileOf(
  { library, open }: CoreParts,
  archiveId: ArchiveId,
  { path, pathHex }: StoredPost,
): Promise<ExportedFile | null> {
  const { folder } = knownArchive(library, archiveId);
  const file = await readPostFile(folder, path, pathHex ?? undefined).catch(() => null);
  if (file === null) return null;
  const readAs = readAsOf(listChoices(library, archiveId))(path);
  return exportedFile({
    path,
    bytes: file.bytes,
    site: await open.get(archiveId).site(folder),
    ...(readAs === undefined ? {} : { readAs }),
  });
}
