import type { ArchiveId, PostId, PostOutcome } from '../../shared/model.ts';
import { toFailure, type Result } from '../../shared/result.ts';
import type { CoreProcess } from '../coreProcess.ts';

/** Asks the core for the posts of an export, a chunk at a time. */
export function postFetcher(
  core: CoreProcess,
  archiveId: ArchiveId,
): (ids: readonly PostId[]) => Promise<Result<readonly PostOutcome[]>> {
  return async (ids) => {
    try {
      return { ok: true, value: await core.ask('posts.getMany', { archiveId, ids }) };
    } catch (thrown) {
      return { ok: false, error: toFailure(thrown) };
    }
  };
}
