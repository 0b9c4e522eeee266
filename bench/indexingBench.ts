import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createIndexingControl } from '../src/core/indexing/indexingControl.ts';
import { indexArchive } from '../src/core/indexing/indexArchive.ts';
import { readSite } from '../src/core/indexing/readSite.ts';
import { parsePost } from '../src/core/post/parsePost.ts';
import { tokeniseText } from '../src/core/search/tokenise.ts';
import { addArchive } from '../src/core/store/archives.ts';
import type { StoredArchive } from '../src/core/store/archives.ts';
import { indexFile } from '../src/core/store/indexFiles.ts';
import { openLibrary } from '../src/core/store/openLibrary.ts';
import { foldText } from '../src/shared/text/fold.ts';
import { row, type Row } from './measure.ts';

/** What is measured and where. */
export interface IndexingPlace {
  readonly archiveFolder: string;
  readonly dataFolder: string;
  readonly posts: number;
}

/** The figures of indexing, and what the search benchmark goes on with. */
export interface IndexingFigures {
  readonly rows: readonly Row[];
  readonly archive: StoredArchive;
  /** Visible texts in the order of the file names. */
  readonly texts: readonly string[];
}

/** Posts the floor is measured on; it is a rate, so some thousands are enough. */
const FLOOR_POSTS = 5_000;

/** First index, re-open, size and memory, each beside what reading, parsing and tokenising alone cost. */
export async function measureIndexing(place: IndexingPlace): Promise<IndexingFigures> {
  const { archiveFolder, dataFolder, posts } = place;
  const library = openLibrary(dataFolder);
  const archive = addArchive(library, { folder: archiveFolder, name: 'bench', isSample: false });
  library.close();
  const first = await run(archive, dataFolder);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const again = await run(archive, dataFolder);
  const floor = await measureFloor(archiveFolder);
  const indexBytes = statSync(indexFile(dataFolder, archive.id)).size;
  const base = { posts, baseline: null };
  return {
    archive,
    texts: floor.texts,
    rows: [
      row({
        ...base,
        name: 'first index, against read + parse + tokenise in one thread',
        value: posts / first,
        unit: 'posts/s',
        baseline: floor.postsPerSecond,
        isRate: true,
      }),
      row({
        ...base,
        name: 're-open unchanged, against the first index',
        value: again,
        unit: 's',
        baseline: first,
      }),
      row({
        ...base,
        name: 'index size, against the visible text',
        value: indexBytes / 1e6,
        unit: 'MB',
        baseline: (floor.textBytesPerPost * posts) / 1e6,
      }),
      row({ ...base, name: 'peak memory of the process', value: peakBytes / 1e6, unit: 'MB' }),
    ],
  };
}

/** Seconds one run takes, with the parser in a thread of its own as in the app. */
async function run(archive: StoredArchive, dataFolder: string): Promise<number> {
  const startedAt = performance.now();
  await indexArchive({
    dataFolder,
    archive,
    mode: 'update',
    parserScript: join(import.meta.dirname, 'indexWorker.js'),
    control: createIndexingControl(),
    onProgress: () => undefined,
  });
  return (performance.now() - startedAt) / 1000;
}

interface Floor {
  readonly postsPerSecond: number;
  readonly textBytesPerPost: number;
  readonly texts: readonly string[];
}

/** What no index can do without: reading the files, finding their text and cutting it into tokens. */
async function measureFloor(archiveFolder: string): Promise<Floor> {
  const site = await readSite(archiveFolder);
  const names = readdirSync(join(archiveFolder, '_posts')).toSorted().slice(0, FLOOR_POSTS);
  const texts: string[] = [];
  let textBytes = 0;
  const startedAt = performance.now();
  for (const name of names) {
    const path = `_posts/${name}`;
    const parsed = parsePost({ path, bytes: readFileSync(join(archiveFolder, path)), site });
    if (parsed.outcome === 'problem') continue;
    const { text } = parsed.post;
    tokeniseText(foldText(text));
    texts.push(text);
    textBytes += Buffer.byteLength(text);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    postsPerSecond: names.length / seconds,
    textBytesPerPost: textBytes / Math.max(1, texts.length),
    texts,
  };
}
