import type { CoreChannel, Handlers, Input, Output } from '../shared/contract.ts';
import type { Archive } from '../shared/model.ts';
import { OTHER_FILES, readEndings } from '../shared/otherFiles.ts';
import { annotationHandlers, savedSearchHandlers } from './annotationHandlers.ts';
import { charsetHandlers } from './charsetHandlers.ts';
import { citationHandlers } from './citationHandlers.ts';
import { copyHandlers } from './copyHandlers.ts';
import { createFolderPresence } from './folderPresence.ts';
import { backUpHourly, explainFailures, libraryHandlers } from './libraryHandlers.ts';
import { checkFolder } from './indexing/archiveRoot.ts';
import { readSite } from './indexing/readSite.ts';
import { linkHandlers } from './linkHandlers.ts';
import { createOpenArchives, knownArchive } from './openArchives.ts';
import type { CoreParts } from './openArchives.ts';
import { postHandlers } from './postHandlers.ts';
import { exportHandlers } from './exportHandlers.ts';
import { findingHandlers } from './findingHandlers.ts';
import { timeHandlers } from './timeHandlers.ts';
import {
  addArchive,
  listArchives,
  relocateArchive,
  removeArchive,
  setPostCount,
  touchArchive,
} from './store/archives.ts';
import type { StoredArchive } from './store/archives.ts';
import { countHighlights } from './store/highlights.ts';
import { deleteIndex } from './store/openIndex.ts';
import { openLibrary } from './store/openLibrary.ts';
import { getSettings, getView, saveView, setSettings } from './store/settings.ts';

/** The core as the shell sees it: one handler for each channel. */
export interface Core {
  readonly handlers: Handlers<CoreChannel>;
  /** Backs the library up when that is due; called when nothing else is to be done. */
  readonly keepSafe: () => void;
  /** Backs up what changed, and closes library and indexes; no handler may be called after it. */
  readonly close: () => void;
}

type ArchiveChannel = Exclude<Extract<CoreChannel, `archives.${string}`>, 'archives.search'>;
type OtherChannel = Extract<
  CoreChannel,
  `views.${string}` | `settings.${string}` | `problems.${string}`
>;

/**
 * Opens the library of a data folder and answers every core channel from it. Inputs must have passed the channel's
 * schema (`callCore`). Throws `AppError` as `openLibrary` does.
 */
export function createCoreHandlers({ dataFolder }: { readonly dataFolder: string }): Core {
  const library = openLibrary(dataFolder);
  const open = createOpenArchives(dataFolder, library);
  const parts = { dataFolder, library, open, isPresent: createFolderPresence() };
  const handlers = {
    ...archiveHandlers(parts),
    ...postHandlers(parts),
    ...annotationHandlers(parts),
    ...savedSearchHandlers(parts),
    ...libraryHandlers(parts),
    ...linkHandlers(parts),
    ...findingHandlers(parts),
    ...exportHandlers(parts),
    ...timeHandlers(parts),
    ...charsetHandlers(parts),
    ...citationHandlers(parts),
    ...copyHandlers(parts),
    ...otherHandlers(parts),
  };
  return {
    handlers: explainFailures(handlers, dataFolder),
    keepSafe: () => backUpHourly(parts, Date.now()),
    close: () => {
      open.closeAll();
      // One that cannot be written (a full disk) costs no change: the library itself is on the disk.
      library.backUp();
      library.close();
    },
  };
}

function archiveHandlers(parts: CoreParts): Handlers<ArchiveChannel> {
  const { dataFolder, library, open } = parts;
  const look = (archive: StoredArchive): Promise<Archive> => withPresence(parts, archive);
  return {
    'archives.list': () => Promise.all(listArchives(library).map(look)),
    'archives.add': async ({ folder, isSample }) => {
      await checkFolder(folder);
      const { title } = await readSite(folder);
      return look(addArchive(library, { folder, name: title, isSample }));
    },
    'archives.open': (input) => openArchive(parts, input),
    'archives.counts': ({ archiveId }) => countsOf(parts, archiveId),
    'archives.remove': ({ archiveId }) => {
      knownArchive(library, archiveId);
      open.close(archiveId);
      deleteIndex(dataFolder, archiveId);
      setPostCount(library, archiveId, null);
      removeArchive(library, archiveId);
      return undefined;
    },
    'archives.relocate': async ({ archiveId, folder }) => {
      await checkFolder(folder);
      return look(relocateArchive(library, archiveId, folder));
    },
  };
}

function otherHandlers({ library, open }: CoreParts): Handlers<OtherChannel> {
  return {
    'views.save': ({ archiveId, view }) => {
      saveView(library, archiveId, view);
      return undefined;
    },
    'problems.list': ({ archiveId }) => open.find(archiveId)?.reader.problems() ?? [],
    'problems.otherFiles': ({ archiveId }) =>
      readEndings(open.find(archiveId)?.reader.getMeta(OTHER_FILES) ?? null),
    'settings.get': () => getSettings(library),
    'settings.set': (settings) => {
      setSettings(library, settings);
      return undefined;
    },
  };
}

async function withPresence({ isPresent }: CoreParts, archive: StoredArchive): Promise<Archive> {
  const holdsPosts = (archive.postCount ?? 0) > 0;
  return { ...archive, isPresent: await isPresent(archive.folder, holdsPosts) };
}

async function openArchive(
  parts: CoreParts,
  { archiveId }: Input<'archives.open'>,
): Promise<Output<'archives.open'>> {
  const { library } = parts;
  knownArchive(library, archiveId);
  touchArchive(library, archiveId);
  return {
    archive: await withPresence(parts, knownArchive(library, archiveId)),
    view: getView(library, archiveId),
    counts: countsOf(parts, archiveId),
  };
}

function countsOf(
  { library, open }: CoreParts,
  archiveId: Input<'archives.counts'>['archiveId'],
): Output<'archives.counts'> {
  const found = open.find(archiveId);
  const counts = found?.reader.counts(found.marks) ?? {
    all: 0,
    unread: 0,
    bookmarked: 0,
    problems: 0,
  };
  return { ...counts, highlights: countHighlights(library, archiveId) };
}
