import { resolve } from 'node:path';
import { indexArchive } from '../core/indexing/indexArchive.ts';
import { createIndexingControl } from '../core/indexing/indexingControl.ts';
import { readSite } from '../core/indexing/readSite.ts';
import { checkFolder } from '../core/indexing/archiveRoot.ts';
import { addArchive } from '../core/store/archives.ts';
import type { StoredArchive } from '../core/store/archives.ts';
import { openIndexReader } from '../core/store/openIndex.ts';
import { openLibrary } from '../core/store/openLibrary.ts';
import type { IndexingProgress, IndexingSummary } from '../shared/jobModel.ts';
import type { Invocation } from './invocation.ts';
import type { CommandTools } from './commandTools.ts';
import type { CliIo } from './io.ts';
import { otherFilesText } from './otherFilesText.ts';
import { countOf, durationOf, jsonText } from './printable.ts';
import { dataFolderOf } from './reading.ts';
import type { Place } from './reading.ts';
import { tellRecovery } from './recoveryText.ts';
import { createStatusLine } from './statusLine.ts';

/** `index`: registers the folder in the library and brings its index up to date. Answers the exit code. */
export async function indexCommand(
  { isFull, isJson }: Extract<Invocation, { command: 'index' }>,
  place: Place,
  { io, parserScript }: CommandTools,
): Promise<number> {
  const dataFolder = dataFolderOf(place, io);
  const archive = await register(resolve(io.folder, place.folder), dataFolder, io);
  const control = createIndexingControl();
  io.signal.addEventListener('abort', control.cancel, { once: true });
  if (io.signal.aborted) control.cancel();
  const status = createStatusLine(io);
  const { outcome, summary } = await indexArchive({
    dataFolder,
    archive,
    mode: isFull ? 'full' : 'update',
    parserScript,
    control,
    onProgress: (progress) => {
      status.show(progressText(progress));
    },
    onRebuilt: () =>
      io.say(
        'The index could not be used (damaged, of another version, or gone) and is built again; bookmarks are kept.\n',
      ),
  }).finally(status.end);
  if (outcome === 'cancelled') {
    io.say('Stopped. What was indexed is kept; run index again to go on.\n');
    return 1;
  }
  const { folder } = archive;
  await io.write(isJson ? `${jsonText({ folder, ...summary })}\n` : summaryText(summary));
  if (!isJson) await io.write(othersText(dataFolder, archive));
  return 0;
}

/** Registers a folder in the library of a data folder, as `index` does. Throws `AppError` when it cannot be read. */
export async function register(
  folder: string,
  dataFolder: string,
  io: Pick<CliIo, 'say'>,
): Promise<StoredArchive> {
  await checkFolder(folder);
  const { title } = await readSite(folder);
  const library = openLibrary(dataFolder);
  tellRecovery(library.recovery, io);
  try {
    return addArchive(library, { folder, name: title, isSample: false });
  } finally {
    library.close();
  }
}

function othersText(dataFolder: string, { id }: StoredArchive): string {
  const reader = openIndexReader(dataFolder, id);
  if (reader === null) return '';
  try {
    return otherFilesText(reader);
  } finally {
    reader.close();
  }
}

function progressText(progress: IndexingProgress): string {
  const { phase, doneFiles, totalFiles, filesPerSecond, secondsLeft, currentPath } = progress;
  if (phase === 'scanning') return `Looking for posts: ${countOf(totalFiles, 'file')}`;
  if (phase === 'finishing') return 'Finishing';
  const left = secondsLeft === null ? '' : `, ${durationOf(secondsLeft)} left`;
  const rate = filesPerSecond === 0 ? '' : ` (${filesPerSecond} a second${left})`;
  return `Indexed ${doneFiles} of ${countOf(totalFiles, 'file')}${rate} ${currentPath ?? ''}`;
}

function summaryText(summary: IndexingSummary): string {
  const { posts, added, updated, removed, unchanged, problems, seconds } = summary;
  const changes = `${added} added, ${updated} updated, ${removed} removed, ${unchanged} unchanged`;
  const notes = problems === 0 ? '' : ` ${countOf(problems, 'problem')}; see them with problems.`;
  return `${countOf(posts, 'post')} in the index: ${changes}, in ${durationOf(seconds)}.${notes}\n`;
}
