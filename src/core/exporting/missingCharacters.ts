import { createGlyphCheck } from '../export/glyphCheck.ts';
import type { PostId } from '../../shared/model.ts';
import type { IndexReader } from '../store/storeTypes.ts';

/** The thread is given up this often, so that whoever else asks is answered meanwhile. */
const LONGEST_TURN_MS = 30;

/**
 * Characters of these posts' titles, sources, authors and texts that no font bundled for printing draws, each once, by code
 * point. Posts that are not in the index any more have none.
 *
 * @throws {AppError} `index-renewed`
 */
export async function missingCharacters(
  reader: Pick<IndexReader, 'getById'>,
  ids: readonly PostId[],
): Promise<readonly string[]> {
  const check = createGlyphCheck();
  let since = performance.now();
  for (const id of ids) {
    const post = reader.getById(id);
    for (const text of [post?.title, post?.source, post?.author, post?.text]) check.add(text ?? '');
    if (performance.now() - since < LONGEST_TURN_MS) continue;
    await new Promise((resume) => {
      setImmediate(resume);
    });
    since = performance.now();
  }
  return check.missing();
}
