import { openIndexReader, openIndexWriter } from '../../src/core/store/openIndex.ts';
import type { FileRecord, IndexReader, ReaderMarks } from '../../src/core/store/storeTypes.ts';
import { noFilters } from '../../src/shared/defaults.ts';
import { asArchiveId } from '../../src/shared/ids.ts';
import type { Sort } from '../../src/shared/searchModel.ts';
import type { JudgedPost } from './judgedArchive.ts';

const ARCHIVE = asArchiveId('00000000000judge');
const NO_MARKS: ReaderMarks = { version: () => 0, changesSince: () => [] };

/** A real index of the judged archive. */
export interface JudgedIndex {
  /** Paths of a whole result in its order. */
  readonly search: (query: string, sort: Sort) => readonly string[];
  readonly close: () => void;
}

/** Writes the posts into an index in `dataFolder` and opens it as the app does. */
export function openJudgedIndex(dataFolder: string, posts: readonly JudgedPost[]): JudgedIndex {
  const writer = openIndexWriter(dataFolder, ARCHIVE);
  try {
    writer.put(posts.map(recordOf));
    writer.finish();
  } finally {
    writer.close();
  }
  const reader = openIndexReader(dataFolder, ARCHIVE);
  if (reader === null) throw new Error('The judged archive has no index.');
  return {
    search: (query, sort) => pathsOf(reader, query, sort),
    close: () => reader.close(),
  };
}

function pathsOf(reader: IndexReader, text: string, sort: Sort): readonly string[] {
  const request = { text, filters: noFilters, sort };
  return reader.ids(request, NO_MARKS).map((id) => reader.rowById(id)?.path ?? '');
}

function recordOf(post: JudgedPost): FileRecord {
  const { path, title, day, text, lang, tags, source } = post;
  return {
    stamp: { path, sizeBytes: text.length, mtimeMs: 0, contentHash: path },
    problems: [],
    post: {
      kind: 'post',
      title,
      date: day,
      day,
      wallMs: day === null ? null : Date.parse(`${day}T00:00:00Z`),
      source,
      author: null,
      url: null,
      sourceId: null,
      tags,
      categories: [],
      isDraft: false,
      lang,
      text,
      characterCount: text.replaceAll(/\s/g, '').length,
      frontMatter: {},
      hasImage: false,
      hasCode: false,
      hasTable: false,
      problems: [],
    },
  };
}
