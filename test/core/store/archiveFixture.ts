import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ParsedPost } from '../../../src/core/post/parsedPost.ts';
import { openIndexWriter } from '../../../src/core/store/openIndex.ts';
import type {
  FileRecord,
  IndexWriter,
  PageRequest,
  ReaderMarks,
} from '../../../src/core/store/storeTypes.ts';
import { noFilters } from '../../../src/shared/defaults.ts';
import { asArchiveId } from '../../../src/shared/ids.ts';

export const ARCHIVE = asArchiveId('0123456789abcdef');

/** Nothing is bookmarked or read. */
export const noMarks: ReaderMarks = { version: () => 0, changesSince: () => [] };

/** A data folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A writer whose index splits and merges early, so that small archives go through all of it. */
export function openSmallWriter(dataFolder: string): IndexWriter {
  return openIndexWriter(dataFolder, ARCHIVE, {
    postings: { fanOut: 2, firstLevelBytes: 3_000, mergedLevels: 6 },
  });
}

/** A post as the parser makes it; everything not said is empty. */
export function parsedPost(changes: Partial<ParsedPost> = {}): ParsedPost {
  const day = changes.day ?? null;
  return {
    kind: 'post',
    title: '',
    date: day,
    day,
    wallMs: day === null ? null : Date.parse(`${day}T00:00:00Z`),
    source: null,
    author: null,
    url: null,
    sourceId: null,
    tags: [],
    categories: [],
    isDraft: false,
    lang: 'zh-Hans',
    text: '',
    characterCount: (changes.text ?? '').replaceAll(/\s/g, '').length,
    frontMatter: {},
    hasImage: false,
    hasCode: false,
    hasTable: false,
    problems: [],
    ...changes,
  };
}

/** A file as the indexing run hands it to the writer. */
export function record(
  path: string,
  post: ParsedPost | null,
  contentHash = `hash of ${path}`,
): FileRecord {
  return {
    stamp: { path, sizeBytes: 100, mtimeMs: 1_652_821_229_123.5, contentHash },
    post,
    problems: post?.problems ?? [],
  };
}

/** A request for the first rows of a result. */
export function request(text: string, changes: Partial<PageRequest> = {}): PageRequest {
  return { text, filters: noFilters, sort: 'newest', offset: 0, limit: 50, ...changes };
}
