import { closeSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createIndexingControl } from '../src/core/indexing/indexingControl.ts';
import { indexArchive } from '../src/core/indexing/indexArchive.ts';
import { addArchive, type StoredArchive } from '../src/core/store/archives.ts';
import { indexFile } from '../src/core/store/indexFiles.ts';
import { marksOf } from '../src/core/store/marks.ts';
import { openIndexReader } from '../src/core/store/openIndex.ts';
import { openLibrary } from '../src/core/store/openLibrary.ts';
import { noFilters } from '../src/shared/defaults.ts';
import type { IndexingSummary } from '../src/shared/jobModel.ts';
import type { Phase } from './phase.ts';

/** An archive and where its index is. */
export interface IndexPlace {
  readonly archive: StoredArchive;
  readonly dataFolder: string;
}

/** One run to measure. */
export interface RunInput extends IndexPlace {
  readonly mode: 'update' | 'rebuild';
  /** A word of the changed posts and their number: when a search finds so many, the run's changes are searchable. */
  readonly awaited: { readonly text: string; readonly posts: number } | null;
}

/** Times of a run, in milliseconds from its start. */
export interface RunTimes {
  readonly totalMs: number;
  /** The scan had seen what there is to do. */
  readonly scannedMs: number;
  /** A search found everything awaited; null when nothing was. */
  readonly searchableMs: number | null;
  readonly summary: IndexingSummary;
}

/** Registers a folder in the library of a data folder. */
export function registerArchive(dataFolder: string, folder: string): StoredArchive {
  const library = openLibrary(dataFolder);
  const archive = addArchive(library, { folder, name: 'bench', isSample: false });
  library.close();
  return archive;
}

/** One indexing run, with its parser in a thread of its own as in the app, until the index is on the disk. */
export const runPhase: Phase<RunInput, RunTimes> = {
  name: 'run',
  run: async (input) => {
    const { archive, dataFolder, mode, awaited } = input;
    const isFound = awaited === null ? () => false : watcher(input, awaited);
    const startedAt = performance.now();
    let scannedMs: number | null = null;
    let searchableMs: number | null = null;
    const sinceStart = (): number => performance.now() - startedAt;
    const { summary } = await indexArchive({
      dataFolder,
      archive,
      mode,
      parserScript: join(import.meta.dirname, 'indexWorker.js'),
      control: createIndexingControl(),
      onProgress: ({ phase }) => {
        if (phase !== 'scanning') scannedMs ??= sinceStart();
        if (phase === 'finishing' && searchableMs === null && isFound())
          searchableMs = sinceStart();
      },
    });
    if (awaited !== null && searchableMs === null && isFound()) searchableMs = sinceStart();
    if (awaited !== null && searchableMs === null) {
      throw new Error(`The changed posts are not found by ${awaited.text}.`);
    }
    for (const file of indexFilesOf(input)) syncFile(file);
    const totalMs = sinceStart();
    return { totalMs, scannedMs: scannedMs ?? totalMs, searchableMs, summary };
  },
};

function watcher(
  { archive, dataFolder }: IndexPlace,
  awaited: { readonly text: string; readonly posts: number },
): () => boolean {
  const reader = openIndexReader(dataFolder, archive.id);
  if (reader === null) throw new Error('There is no index to watch.');
  const marks = marksOf(openLibrary(dataFolder), archive.id);
  const search = (): number =>
    reader.search(
      { text: awaited.text, filters: noFilters, sort: 'relevance', offset: 0, limit: 50 },
      marks,
    ).total;
  search();
  return () => search() === awaited.posts;
}

/** Absolute paths of the files that make up an index. */
function indexFilesOf({ archive, dataFolder }: IndexPlace): readonly string[] {
  const folder = join(dataFolder, 'index');
  return readdirSync(folder)
    .filter((name) => name.startsWith(archive.id) && !name.includes('.lock.'))
    .map((name) => join(folder, name));
}

/** Bytes of an index: all files, and of each table with its indexes. */
export interface IndexSize {
  readonly bytes: number;
  readonly parts: readonly { readonly name: string; readonly bytes: number }[];
}

/** Sizes on disk, after the last run's clean-up. */
export const sizePhase: Phase<IndexPlace, IndexSize> = {
  name: 'size',
  run: (place) => {
    const bytes = indexFilesOf(place).reduce((sum, file) => sum + statSync(file).size, 0);
    const database = new Database(indexFile(place.dataFolder, place.archive.id), {
      readonly: true,
    });
    const parts = database
      .prepare<[], { name: string; bytes: number }>(
        `SELECT coalesce(m.tbl_name, d.name) AS name, sum(d.pgsize) AS bytes FROM dbstat AS d
         LEFT JOIN sqlite_schema AS m ON m.name = d.name WHERE d.aggregate = TRUE GROUP BY 1 ORDER BY 2 DESC`,
      )
      .all();
    database.close();
    return { bytes, parts };
  },
};

/** Bytes (UTF-8) of all titles and texts, as the index gives them back. */
export const textBytesPhase: Phase<IndexPlace, number> = {
  name: 'textBytes',
  run: ({ archive, dataFolder }) => {
    const reader = openIndexReader(dataFolder, archive.id);
    const library = openLibrary(dataFolder);
    let bytes = 0;
    reader?.each(null, marksOf(library, archive.id), ({ title, text }) => {
      bytes += Buffer.byteLength(title) + Buffer.byteLength(text);
    });
    reader?.close();
    library.close();
    return bytes;
  },
};

function syncFile(file: string): void {
  const handle = openSync(file, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
