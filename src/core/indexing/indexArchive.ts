import { basename } from 'node:path';
import type { IndexingProgress } from '../../shared/jobModel.ts';
import type { CharsetChoice } from '../../shared/charsetChoices.ts';
import { readAsOf } from '../../shared/charsetChoices.ts';
import { checkPlaces } from '../annotations/checkPlaces.ts';
import { setArchiveName, setPostCount } from '../store/archives.ts';
import type { StoredArchive } from '../store/archives.ts';
import { listChoices } from '../store/charsetChoices.ts';
import { deleteIndex, openIndexReader, openIndexWriter } from '../store/openIndex.ts';
import { openLibrary } from '../store/openLibrary.ts';
import type { Library } from '../store/openLibrary.ts';
import { reconcile } from '../store/reconcile.ts';
import { storageFailure } from '../store/storageFailure.ts';
import type { FileStamp, IndexWriter } from '../store/storeTypes.ts';
import { hasBundles } from './bundles.ts';
import { staleStamp } from './diffFiles.ts';
import type { ArchivePlace } from './fileTask.ts';
import type { IndexingControl } from './indexingControl.ts';
import { createMeasureThread } from './measureThread.ts';
import { localParser, threadParser } from './parser.ts';
import { readSite } from './readSite.ts';
import { runIndexing } from './runIndexing.ts';
import type { RunOutcome } from './indexingRun.ts';
import { checkFolder } from './archiveRoot.ts';

/** One run over one archive. */
export interface IndexRequest {
  readonly dataFolder: string;
  readonly archive: StoredArchive;
  /** `update` reads new and changed files, `full` reads all, `rebuild` throws the index away first. */
  readonly mode: 'update' | 'full' | 'rebuild';
  /** For `update`: relative paths to look at, when only they may have changed; missing = the whole folder. */
  readonly paths?: readonly string[] | undefined;
  /** The built index worker, to read and parse in threads of their own; null does so in this one. */
  readonly parserScript: string | null;
  readonly control: IndexingControl;
  readonly onProgress: (progress: IndexingProgress) => void;
  /** Told when an index that there was could not be used (damaged, of another version, gone) and is made anew. */
  readonly onRebuilt?: () => void;
}

/** Raise it when the same file is parsed into something else than before: every file is then read anew. */
const PARSER_VERSION = 2;

/** Under this key the index keeps what parsing depended on besides the files themselves. */
const PARSED_WITH = 'parsedWith';

/**
 * Runs over one archive: index, then the library's name, count and bookmarks for it. Closes both whatever happens.
 * Throws `AppError` (`archive-missing`, `archive-unreadable`, `index-busy`, `library-unreadable`, `storage-failed`).
 */
export async function indexArchive(request: IndexRequest): Promise<RunOutcome> {
  const { dataFolder, archive } = request;
  const library = openLibrary(dataFolder);
  try {
    const site = await readSite(archive.folder);
    const name = site.title ?? (basename(archive.folder) || archive.folder);
    if (name !== archive.name) setArchiveName(library, archive.id, name);
    const choices = listChoices(library, archive.id);
    const outcome = await updateIndex(request, { folder: archive.folder, site, choices });
    await settleLibrary(library, request, outcome);
    return outcome;
  } catch (error) {
    throw storageFailure(error, dataFolder) ?? error;
  } finally {
    library.close();
  }
}

async function updateIndex(request: IndexRequest, place: ArchivePlace): Promise<RunOutcome> {
  const { dataFolder, archive, mode, parserScript, control, onProgress } = request;
  // Before anything is thrown away: a folder that is not there now must not cost its index.
  await checkFolder(archive.folder);
  if (mode === 'rebuild') deleteIndex(dataFolder, archive.id);
  const writer = openIndexWriter(dataFolder, archive.id, {
    onMadeAnew: (wasThere) => {
      const wasIndexed = archive.postCount !== null && mode !== 'rebuild';
      if (wasThere || wasIndexed) request.onRebuilt?.();
    },
  });
  const { id: archiveId, folder } = archive;
  const measurer = createMeasureThread(parserScript);
  const parser = parserScript === null ? localParser(place) : threadParser(parserScript, place);
  try {
    const isStale = prepare(writer, place, mode === 'full');
    const paths = isStale ? undefined : request.paths;
    const threads = { parser, measurer };
    const bundles = { hasBundles: hasBundles(place.site) };
    const run = { archiveId, folder, writer, ...threads, control, onProgress, paths, ...bundles };
    return await runIndexing(run);
  } finally {
    parser.stop();
    measurer.stop();
    writer.close();
  }
}

/** Bookmarks are matched only after a whole run: before its end a post that moved may not have been seen. */
async function settleLibrary(
  library: Library,
  { dataFolder, archive, control }: IndexRequest,
  { outcome, postCount }: RunOutcome,
): Promise<void> {
  setPostCount(library, archive.id, postCount);
  if (outcome !== 'done') return;
  const reader = openIndexReader(dataFolder, archive.id);
  if (reader === null) return;
  try {
    const { moved } = reconcile(library, reader, archive.id);
    await checkPlaces({ library, index: reader, archiveId: archive.id }, control.signal);
    // Marks were led elsewhere: worth a backup, whose failure costs nothing (the changes are in the library).
    if (moved > 0) library.backUp();
  } finally {
    reader.close();
  }
}

/**
 * Marks files to be parsed anew: all of them when asked to, or when the parser or the site's configuration says something
 * else than at the last run (its time zone gives dates their offset); those that the reader chose another charset for. The
 * marks are kept, so that a run cut short goes on from there. Answers whether it marked any.
 */
function prepare(
  writer: IndexWriter,
  { site, choices = [] }: ArchivePlace,
  isFull: boolean,
): boolean {
  const { title: _title, ...rest } = site;
  const parsedWith = JSON.stringify({ parser: PARSER_VERSION, ...rest });
  const isOther = writer.getMeta(PARSED_WITH) !== parsedWith;
  const isAll = isFull || isOther;
  const stale = isAll ? [...writer.stamps().values()] : readOtherwise(writer, choices);
  writer.touch(stale.map(staleStamp));
  if (isOther) writer.setMeta(PARSED_WITH, parsedWith);
  writer.setMeta(READ_AS, JSON.stringify(choices));
  return isAll || stale.length > 0;
}

/** Under this key the index keeps the charsets that the reader had chosen at the last run. */
const READ_AS = 'readAs';

/** Files for which another charset is chosen now than at the last run. */
function readOtherwise(
  writer: IndexWriter,
  choices: readonly CharsetChoice[],
): readonly FileStamp[] {
  const known = writer.getMeta(READ_AS) ?? '[]';
  if (known === JSON.stringify(choices)) return [];
  // Written by `prepare` only.
  const earlier: readonly CharsetChoice[] = JSON.parse(known);
  const [before, now] = [readAsOf(earlier), readAsOf(choices)];
  return [...writer.stamps().values()].filter(({ path }) => {
    const [was, is] = [before(path), now(path)];
    return was?.charset !== is?.charset || was?.scope !== is?.scope;
  });
}
