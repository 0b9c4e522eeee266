import type { CoreChannel, Handlers } from '../shared/contract.ts';
import type { ExportedOutcome } from '../shared/exportModel.ts';
import { exportPost } from './exporting/exportPost.ts';
import { missingCharacters } from './exporting/missingCharacters.ts';
import type { CoreParts } from './openArchives.ts';
import { inOrder } from './store/exportOrder.ts';

type ExportChannel = Extract<CoreChannel, 'posts.forExport' | 'posts.inOrder' | 'glyphs.missing'>;

/** Answers what an export asks of the core. */
export function exportHandlers(parts: CoreParts): Handlers<ExportChannel> {
  return {
    'posts.forExport': async ({ archiveId, ids }) => {
      const outcomes: ExportedOutcome[] = [];
      for (const id of ids) {
        // One post in memory at a time while it is read and rendered.
        outcomes.push(await exportPost(parts, { archiveId, id, needs: 'all' }));
      }
      return outcomes;
    },
    'posts.inOrder': ({ archiveId, ids, order }) =>
      inOrder(parts.open.get(archiveId).reader, ids, order),
    'glyphs.missing': ({ archiveId, ids }) =>
      missingCharacters(parts.open.get(archiveId).reader, ids),
  };
}
