import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, shell } from 'electron';
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron';
import type { Handlers, ShellChannel } from '../shared/contract.ts';
import type { StartState } from '../shared/appModel.ts';
import type { Archive, ArchiveId } from '../shared/model.ts';
import { AppError } from '../shared/result.ts';
import { resolveInside } from './confinedFile.ts';
import { askWhatToOpen, askWhereToSave } from './fileDialogs.ts';
import { shellText } from './i18n/shellText.ts';
import { problemsText } from './problemsFile.ts';
import type { ShellTools } from './shellTools.ts';
import { addArchive, tryAddArchive } from './startFolder.ts';

/** Calls about archives that need dialogs, the command line or a run. */
export type ArchiveChannel = Extract<
  ShellChannel,
  | `archives.${string}`
  | `indexing.${string}`
  | `problems.${string}`
  | `charsets.${string}`
  | `files.${string}`
  | 'app.start'
  | 'app.language'
>;

/** Answers the calls about archives. */
export function archiveHandlers(tools: ShellTools): Handlers<ArchiveChannel> {
  const { core, jobs, sampleFolder } = tools;
  return {
    'app.start': () => startState(tools),
    'app.language': () => tools.language(),
    'archives.choose': () => chooseArchive(tools),
    'archives.openDropped': ({ folder }) => listed(tools, addArchive(core, folder, sampleFolder)),
    'archives.openSample': () => listed(tools, addArchive(core, sampleFolder, sampleFolder)),
    'archives.locate': ({ archiveId }) => locateArchive(tools, archiveId),
    'indexing.start': async ({ archiveId, mode }) => {
      await jobs.start(await presentArchive(tools, archiveId), mode);
      return undefined;
    },
    'indexing.pause': ({ archiveId, isPaused }) => {
      jobs.pause(archiveId, isPaused);
      return undefined;
    },
    'indexing.cancel': async ({ archiveId }) => {
      await jobs.cancel(archiveId);
      return undefined;
    },
    'charsets.set': async (choice) => {
      const kept = await core.ask('charsets.keep', choice);
      await readAgain(tools, choice.archiveId);
      return kept;
    },
    'problems.save': ({ archiveId }) => saveProblems(tools, archiveId),
    'files.showInFolder': async ({ archiveId, path }) => {
      await showInFolder(tools, archiveId, path);
      return undefined;
    },
  };
}

/** A run under way began with the choices of before: a new one goes on from where it stops. */
async function readAgain(tools: ShellTools, archiveId: ArchiveId): Promise<void> {
  const archive = await tools.folders.find(archiveId);
  // The choice is kept; an archive whose disk is away is read again when it is back.
  if (archive === null || !archive.isPresent) return;
  await tools.jobs.cancel(archiveId);
  await tools.jobs.start(archive, 'update');
}

async function startState(tools: ShellTools): Promise<StartState> {
  const { core, facts, languageOption, sampleFolder } = tools;
  const window = tools.window();
  const reader = window === null ? null : tools.windows.postOf(window);
  const settings = await core.ask('settings.get', undefined);
  const folder = tools.takeStartFolder();
  const { archive, failure } =
    folder === null
      ? { archive: null, failure: null }
      : await tryAddArchive(core, folder, sampleFolder);
  // Known at once: a page that dies before it has opened the archive comes back to it.
  if (archive !== null && archive.id !== settings.lastArchiveId)
    await core.ask('settings.set', { ...settings, lastArchiveId: archive.id });
  const archives = await tools.folders.refresh();
  // Without its folder it can still be read from the index.
  const last = archives.find(
    ({ id, isPresent, postCount }) =>
      id === settings.lastArchiveId && (isPresent || (postCount ?? 0) > 0),
  );
  return {
    app: facts,
    // What is typed on the command line wins over what was chosen earlier.
    settings: { ...settings, language: languageOption ?? settings.language },
    archives,
    initialArchiveId: archive?.id ?? (failure === null ? (last?.id ?? null) : null),
    failure,
    recovery: reader === null ? await core.ask('library.recovery', undefined) : null,
    reader,
  };
}

/** After the list of archives changed: everybody learns it. */
async function listed(tools: ShellTools, added: Promise<Archive>): Promise<Archive> {
  const archive = await added;
  tools.send('archives.changed', { archives: await tools.folders.refresh() });
  return archive;
}

async function chooseArchive(tools: ShellTools): Promise<Archive | null> {
  const text = shellText(tools.language()).dialogs;
  const folder = await askFolder(tools.window(), {
    title: text.openFolderTitle,
    buttonLabel: text.open,
  });
  if (folder === null) return null;
  return listed(tools, addArchive(tools.core, folder, tools.sampleFolder));
}

async function locateArchive(tools: ShellTools, archiveId: ArchiveId): Promise<Archive | null> {
  const { name } = await knownArchive(tools, archiveId);
  const text = shellText(tools.language()).dialogs;
  const folder = await askFolder(tools.window(), {
    title: text.locateTitle(name),
    buttonLabel: text.locate,
  });
  if (folder === null) return null;
  await tools.jobs.cancel(archiveId);
  return listed(tools, tools.core.ask('archives.relocate', { archiveId, folder }));
}

async function askFolder(
  window: BrowserWindow | null,
  options: OpenDialogOptions,
): Promise<string | null> {
  const full: OpenDialogOptions = { ...options, properties: ['openDirectory'] };
  return askWhatToOpen(window, full);
}

async function saveProblems(
  tools: ShellTools,
  archiveId: ArchiveId,
): Promise<{ readonly file: string } | null> {
  const text = shellText(tools.language()).dialogs;
  const options: SaveDialogOptions = {
    title: text.saveProblemsTitle,
    buttonLabel: text.save,
    defaultPath: join(app.getPath('documents'), text.problemsFileName),
    filters: [
      { name: text.csvFile, extensions: ['csv'] },
      { name: text.jsonFile, extensions: ['json'] },
    ],
  };
  const filePath = await askWhereToSave(tools.window(), options);
  if (filePath === null) return null;
  const problems = await tools.core.ask('problems.list', { archiveId });
  try {
    await writeFile(filePath, problemsText(filePath, problems));
  } catch (cause) {
    const message = `${filePath} cannot be written: choose another place.`;
    throw new AppError('bad-input', message, { cause, path: filePath });
  }
  return { file: filePath };
}

async function showInFolder(tools: ShellTools, archiveId: ArchiveId, path: string): Promise<void> {
  const { folder } = await knownArchive(tools, archiveId);
  const file = await resolveInside(folder, path);
  if (file === null) {
    throw new AppError('not-found', `${path} is not in the archive's folder any more.`, { path });
  }
  shell.showItemInFolder(file);
}

async function knownArchive(tools: ShellTools, archiveId: ArchiveId): Promise<Archive> {
  const archive = await tools.folders.find(archiveId);
  if (archive === null) throw new AppError('not-found', 'This archive is not in the library.');
  return archive;
}

async function presentArchive(tools: ShellTools, archiveId: ArchiveId): Promise<Archive> {
  await tools.folders.refresh();
  const archive = await knownArchive(tools, archiveId);
  if (archive.isPresent) return archive;
  const message = `${archive.folder} cannot be reached: connect its disk, or locate the folder.`;
  throw new AppError('archive-missing', message, { path: archive.folder });
}
