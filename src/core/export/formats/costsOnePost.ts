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
    throw new AppError('export-failed', cannotBePut(thrown), { path, cause: thrown });
  }
}

/** What is said of a post in whose making something was thrown. */
function cannotBePut(thrown: unknown): string {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return `It cannot be put into this format: ${reason.replace(/\.$/u, '')}.`;
}

/** What was made, or why it cannot be. */
export type Made<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/** Makes something of some posts; throws only what concerns more than these. */
export function tryToMake<T>(make: () => T): Made<T> {
  try {
    return { ok: true, value: make() };
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    return { ok: false, message: cannotBePut(thrown) };
  }
}
