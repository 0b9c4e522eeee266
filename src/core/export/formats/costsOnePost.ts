import { AppError } from '../../../shared/result.ts';

/**
 * Makes what a post becomes, before any of it is written, so that what goes wrong then (a word of megabytes, a fault of ours)
 * costs this post alone: whatever is thrown is told with its path. What concerns more than the post is thrown as it is.
 */
export async function costsOnePost<T>(path: string, make: () => Promise<T> | T): Promise<T> {
  try {
    return await make();
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new AppError('export-failed', `It cannot be put into this format: ${reason}.`, {
      path,
      cause: thrown,
    });
  }
}
