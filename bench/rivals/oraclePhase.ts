import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSite } from '../../src/core/indexing/readSite.ts';
import { parsePost } from '../../src/core/post/parsePost.ts';
import { foldText } from '../../src/shared/text/fold.ts';
import type { Files } from '../floorPhases.ts';
import type { Phase } from '../phase.ts';

/**
 * What each query finds by looking at every visible text: places in `paths`. Han only, where a term matches wherever it
 * stands; several terms are separated by spaces and must all be there, in the title or in the body.
 */
export const oraclePhase: Phase<
  Files & { readonly queries: readonly string[] },
  readonly (readonly number[])[]
> = {
  name: 'oracle',
  run: async ({ folder, paths, queries }) => {
    const site = await readSite(folder);
    const wanted = queries.map((query) => query.split(' ').map((term) => foldText(term)));
    const found = queries.map((): number[] => []);
    paths.forEach((path, at) => {
      const parsed = parsePost({ path, bytes: readFileSync(join(folder, path)), site });
      if (parsed.outcome === 'problem') return;
      const title = foldText(parsed.post.title);
      const body = foldText(parsed.post.text);
      wanted.forEach((terms, query) => {
        if (terms.every((term) => body.includes(term) || title.includes(term)))
          found[query]?.push(at);
      });
    });
    return found;
  },
};
