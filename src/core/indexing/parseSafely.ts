import { parsePost } from '../post/parsePost.ts';
import type { ParseOutcome, PostFile } from '../post/parsedPost.ts';
import { fileProblem } from './scanProblems.ts';

/** Parses a post. The parser is written never to throw; if it does all the same, one post is missing instead of all. */
export function parseSafely(file: PostFile): ParseOutcome {
  try {
    return parsePost(file);
  } catch (error) {
    return unparsed(file, error instanceof Error ? error.message : String(error));
  }
}

/** The outcome for a file that the parser failed at, for a reason of its own. */
export function unparsed(file: PostFile, reason: string): ParseOutcome {
  const problem = fileProblem('unreadable', nameOf(file), file.bytes.length);
  const message = `It could not be understood (${reason}); report it with the file.`;
  return { outcome: 'problem', problem: { ...problem, message } };
}

/** The outcome for a file that the parser was stopped at. */
export function overlong(file: PostFile): ParseOutcome {
  const problem = fileProblem('took-too-long', nameOf(file), file.bytes.length);
  const message = 'Understanding it took too long, so it was left out; split it or report it.';
  return { outcome: 'problem', problem: { ...problem, message } };
}

function nameOf({ path, pathHex }: PostFile): { readonly path: string; readonly pathHex?: string } {
  return pathHex === undefined ? { path } : { path, pathHex };
}
