import type { CoreChannel, Handlers, Input } from '../shared/contract.ts';
import { readAsOf } from '../shared/charsetChoices.ts';
import type { ExportedFile, ExportedOutcome } from '../shared/exportModel.ts';
import type { ArchiveId, PostId } from '../shared/model.ts';
import { AppError, toFailure } from '../shared/result.ts';
import { annotationsOf } from './annotations/postAnnotations.ts';
import { readPostFile } from './archiveFiles.ts';
import type { CoreParts } from './openArchives.ts';
import { knownArchive } from './openArchives.ts';
import { completePost } from './postHandlers.ts';
import { listChoices } from './store/charsetChoices.ts';
import type { StoredPost } from './store/storeTypes.ts';
import { exportedFile } from './post/exportedFile.ts';
import { inOrder } from './store/exportOrder.ts';

type ExportChannel = Extract<CoreChannel, 'posts.forExport' | 'posts.inOrder'>;

/** Answers what an export asks of the core. */
export function exportHandlers(parts: CoreParts): Handlers<ExportChannel> {
  return {
    'posts.forExport': async ({ archiveId, ids }: Input<'posts.forExport'>) => {
      const outcomes: ExportedOutcome[] = [];
      for (const id of ids) {
        // One post in memory at a time while it is read and rendered.
        outcomes.push(await exportOne(parts, archiveId, id));
      }
      return outcomes;
    },
    'posts.inOrder': ({ archiveId, ids, order }) =>
      inOrder(parts.open.get(archiveId).reader, ids, order),
  };
}

/** A post with all that an export may need of it. Fails only with `index-renewed`, which concerns all of them. */
async function exportOne(
  parts: CoreParts,
  archiveId: ArchiveId,
  id: PostId,
): Promise<ExportedOutcome> {
  let path: string | null = null;
  try {
    const stored = parts.open.get(archiveId).reader.getById(id);
    if (stored === null) throw new AppError('not-found', 'This post is not in the index any more.');
    path = stored.path;
    const post = await completePost(parts, stored, { archiveId, wanted: null });
    const annotations = annotationsOf(parts.library, archiveId, path);
    const file = await readFileOf(parts, archiveId, stored);
    const { text, frontMatter: fields } = stored;
    return { outcome: 'post', exported: { post, text, fields, annotations, file } };
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'index-renewed') throw thrown;
    return { outcome: 'failed', id, path, message: toFailure(thrown).message };
  }
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
