import type { Handlers } from '../shared/contract.ts';
import type { citationCalls } from '../shared/citationCalls.ts';
import { localDay } from '../shared/text/localDay.ts';
import type { CitedPost } from './citations/citedPost.ts';
import { citePosts } from './citations/citePosts.ts';
import { knownArchive } from './openArchives.ts';
import type { CoreParts } from './openArchives.ts';

/** Answers the calls about citations. The facts are those of the index: no file is read. */
export function citationHandlers(parts: CoreParts): Handlers<keyof typeof citationCalls> {
  return {
    'citations.make': async ({ archiveId, ids, style, quote }) => {
      const { name: archiveName } = knownArchive(parts.library, archiveId);
      const { reader } = parts.open.get(archiveId);
      const posts = ids.flatMap((id): readonly CitedPost[] => {
        const stored = reader.getById(id);
        return stored === null ? [] : [{ ...stored, archiveName }];
      });
      const text = await citePosts(posts, { style, quote, accessed: localDay(new Date()) });
      return { text, count: posts.length };
    },
  };
}
