import { toBibtex } from '../../citations/bibtex.ts';
import { toEntry, type CslEntry } from '../../citations/citedPost.ts';
import { createEntryIds } from '../../citations/entryIds.ts';
import { toRis } from '../../citations/ris.ts';
import type { ExportedPost } from '../../../shared/exportModel.ts';
import { localDay } from '../../../shared/text/localDay.ts';
import type { FormatWriter, WriterTools } from './formatWriter.ts';
import { shownAnnotations } from './shownAnnotations.ts';

/** A `.bib` file: an entry for each post, its tags as keywords and the reader's note on it as its annotation. */
export function createBibtexList(tools: WriterTools): FormatWriter {
  return createList(tools, {
    between: '\n',
    entry: (entry, keywords) => `${toBibtex(entry, keywords)}\n`,
  });
}

/** A `.ris` file, likewise. Its lines end as the format has it. */
export function createRisList(tools: WriterTools): FormatWriter {
  return createList(tools, {
    between: '\r\n',
    entry: (entry, keywords) => `${toRis(entry, keywords).replaceAll('\n', '\r\n')}\r\n`,
  });
}

/** A file of CSL-JSON, an entry a line; its schema has one text for all keywords. */
export function createCslList(tools: WriterTools): FormatWriter {
  return createList(tools, {
    before: '[\n',
    between: ',\n',
    after: '\n]\n',
    entry: (entry, keywords) =>
      JSON.stringify(keywords.length === 0 ? entry : { ...entry, keyword: keywords.join(', ') }),
  });
}

interface ListForm {
  readonly before?: string;
  readonly between: string;
  readonly after?: string;
  readonly entry: (entry: CslEntry, keywords: readonly string[]) => string;
}

/** Entries as they come; only their keys are kept, which must differ within a list. */
function createList(
  { write, options, archive, now }: WriterTools,
  { before = '', between, after = '', entry }: ListForm,
): FormatWriter {
  const ownId = createEntryIds();
  const accessed = localDay(now);
  let place = 0;
  return {
    add: async (exported: ExportedPost) => {
      const { post } = exported;
      const { note } = shownAnnotations(exported, options);
      const cited = toEntry(
        { ...post, archiveName: archive.name },
        { accessed, quote: note, place },
      );
      const text = entry({ ...cited, id: ownId(cited.id) }, keywordsOf(post));
      await write(`${place === 0 ? before : between}${text}`);
      place += 1;
    },
    finish: () => write(after),
  };
}

/** Categories are what sites call sections; both are found by in a list of references. */
const keywordsOf = ({
  tags,
  categories,
}: Pick<ExportedPost['post'], 'tags' | 'categories'>): readonly string[] => [
  ...new Set([...tags, ...categories].map((word) => word.trim()).filter((word) => word !== '')),
];
