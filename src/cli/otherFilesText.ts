import { OTHER_FILES, partDocuments, readEndings, sumOf } from '../shared/otherFiles.ts';
import type { EndingCount } from '../shared/otherFiles.ts';
import type { IndexReader } from '../core/store/storeTypes.ts';
import { countOf, printable } from './printable.ts';

/** Endings named before the rest is only counted. */
const MAX_NAMED = 8;

/** What to say of an archive's files that are no posts, documents first; '' when there are none. Ends in a line feed. */
export function otherFilesText(reader: Pick<IndexReader, 'getMeta'>): string {
  const counts = readEndings(reader.getMeta(OTHER_FILES));
  if (counts.length === 0) return '';
  const { documents } = partDocuments(counts);
  const total = sumOf(counts);
  const all = `${countOf(total, 'file')} of other kinds ${total === 1 ? 'is no post' : 'are not posts'}: ${listed(counts)}.\n`;
  if (documents.length === 0) return all;
  return `${all}Broadsheet does not read these documents among them: ${listed(documents)}.\n`;
}

function listed(counts: readonly EndingCount[]): string {
  const named = counts
    .slice(0, MAX_NAMED)
    .map(
      ({ ending, count }) =>
        `${count} ${ending === '' ? 'without a usual ending' : printable(ending)}`,
    );
  const rest = sumOf(counts.slice(MAX_NAMED));
  return [...named, ...(rest === 0 ? [] : [`${rest} of other endings`])].join(', ');
}
