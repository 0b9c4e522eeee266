import { app, session, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { ARCHIVE_SCHEME } from '../shared/archiveAddress.ts';
import type { AppInfo } from '../shared/appModel.ts';
import { createAnswer } from './answerCalls.ts';
import type { ShellHandlers } from './answerCalls.ts';
import { readAppFacts } from './appFacts.ts';
import { APP_SCHEME } from './appProtocol.ts';
import { createAppearance } from './appearance.ts';
import { createArchiveWatcher } from './archiveWatcher.ts';
import { createArchiveFolders } from './archiveFolders.ts';
import type { ArchiveFolders } from './archiveFolders.ts';
import { createExportJobs } from './export/exportHandlers.ts';
import type { ExportJobs } from './export/exportHandlers.ts';
import { createQuitGuard } from './export/quitGuard.ts';
import type { QuitGuard } from './export/quitGuard.ts';
import { createPrintRoom } from './export/printRoom.ts';
import type { PrintRoom } from './export/printRoom.ts';
import { createServers } from './servers.ts';
import { startCore } from './coreProcess.ts';
import { shellText } from './i18n/shellText.ts';
import type { Language } from './i18n/shellText.ts';
import { createIndexingJobs } from './indexingJobs.ts';
import { handleCalls } from './ipc.ts';
import { log, logUnexpected } from './log.ts';
import { createMenu } from './menu.ts';
import type { AppMenu } from './menu.ts';
import type { AppPaths } from './paths.ts';
import { shellHandlers } from './shellHandlers.ts';
import type { ShellTools } from './shellTools.ts';
import { tryAddArchive } from './startFolder.ts';
import { openWatchPort } from './watchPort.ts';
import type { WatchPort, WatchPortRecipe } from './watchPort.ts';
import { createEventSender } from './windowEvents.ts';
import type { WindowState } from './windowState.ts';
import { createWindows } from './windows.ts';

/** What the running app is made from. */
export interface DesktopRecipe {
  readonly paths: AppPaths;
  readonly firstState: WindowState;
  readonly systemLanguage: Language;
  readonly languageOption: Language | null;
  /** Absolute folder to start with, given out once; null = none. */
  readonly takeStartFolder: () => string | null;
}

/** The running app with its windows. */
export interface Desktop {
  /** Opens the main window, or brings it to the front. */
  readonly show: () => void;
  /** A second start, or the system, asks for a folder. */
  readonly openFolder: (folder: string) => Promise<void>;
  /** Whether an export is to be lost by quitting; the reader is asked, and true means: not now. */
  readonly holdsQuit: () => boolean;
  /** Quits without a question: the system wants it. */
  readonly quitNow: () => void;
  /** Ends runs and threads and writes what is remembered. */
  readonly close: () => Promise<void>;
}

/** Starts the core, opens the doors and makes the app ready to show its window. After Electron is ready. */
export async function createDesktop(recipe: DesktopRecipe): Promise<Desktop> {
  const { paths } = recipe;
  const windows = createWindows({
    paths,
    isPackaged: app.isPackaged,
    appearance: () => appearance,
    menu: () => menu,
    holdsLast: () => guard.holds(),
  });
  const send = createEventSender(windows.all);
  const core = startCore(
    paths.coreWorker,
    { dataFolder: paths.dataFolder },
    { onDeath: (death) => send('core.died', { isRestarted: death === 'restarted' }) },
  );
  const { folders, jobs, watcher } = createFollowing({ core, paths, send });
  const appearance = createAppearance({
    file: paths.windowState,
    first: { ...recipe.firstState, language: recipe.languageOption ?? recipe.firstState.language },
    systemLanguage: recipe.systemLanguage,
    menu: () => menu,
    windows: windows.all,
  });
  const menu: AppMenu = createMenu(appearance.language(), app.isPackaged, {
    send: (command) => createEventSender(() => [windows.current()])('menu.command', { command }),
    openDataFolder: () => openFolderOutside(paths.dataFolder),
  });
  const tools: ShellTools = {
    core,
    folders,
    jobs,
    watcher,
    menu,
    send,
    facts: await readFacts(recipe),
    logFolder: paths.logFolder,
    sampleFolder: paths.sampleFolder,
    languageOption: recipe.languageOption,
    takeStartFolder: recipe.takeStartFolder,
    windows,
    window: windows.current,
    language: appearance.language,
    setAppearance: appearance.setAppearance,
  };
  const exports = answerCalls(tools, paths);
  const guard = guardExports(exports, tools);
  return {
    show: windows.show,
    holdsQuit: guard.holds,
    quitNow: guard.quitNow,
    openFolder: (folder) => requestFolder(tools, folder),
    close: async () => {
      watcher.stop();
      await Promise.all([jobs.cancelAll(), exports.cancelAll()]);
      await core.stop();
      await appearance.written();
    },
  };
}

/** The list of archives, the runs over them, and what has them run when a folder changes. */
function createFollowing({ core, paths, send }: Pick<ShellTools, 'core' | 'send'> & Paths) {
  const folders = createArchiveFolders(core, (archives) => watcher.listed(archives));
  const jobs = createIndexingJobs({
    script: paths.indexWorker,
    dataFolder: paths.dataFolder,
    send,
    onEnded: async () => send('archives.changed', { archives: await folders.refresh() }),
  });
  const openPort = (port: Omit<WatchPortRecipe, 'script'>): WatchPort =>
    openWatchPort({ ...port, script: paths.watchProcess });
  const watcher = createArchiveWatcher({ openPort, folders, jobs, send });
  return { folders, jobs, watcher };
}

interface Paths {
  readonly paths: AppPaths;
}

async function requestFolder(tools: ShellTools, folder: string): Promise<void> {
  const { core, folders, sampleFolder, send, windows } = tools;
  const { archive, failure } = await tryAddArchive(core, folder, sampleFolder);
  if (archive === null) {
    log(failure?.message ?? `${folder} cannot be opened`);
    return;
  }
  send('archives.changed', { archives: await folders.refresh() });
  createEventSender(() => [windows.main()])('archive.requested', { archive });
}

/** Opens every door to the window: protocols and calls. */
function answerCalls(tools: ShellTools, paths: AppPaths): ExportJobs {
  const exports = createExportJobs(tools, {
    printRoom: serve(tools.folders, paths),
    dataFolder: paths.dataFolder,
    workerScript: paths.formatWorker,
  });
  const handlersFor = (from: BrowserWindow): ShellHandlers => ({
    ...shellHandlers(toolsOf(tools, from)),
    ...exports.handlers,
  });
  handleCalls(tools.windows.of, createAnswer(tools, handlersFor));
  return exports;
}

function guardExports(exports: ExportJobs, { windows, language }: ShellTools): QuitGuard {
  return createQuitGuard({
    exports,
    window: windows.current,
    text: () => shellText(language()).dialogs,
    quit: () => app.quit(),
  });
}

/** The tools as the calls of one window see them: its dialogs are its own, and only the main one opens the start folder. */
function toolsOf(tools: ShellTools, from: BrowserWindow): ShellTools {
  const isReader = tools.windows.postOf(from) !== null;
  const takeStartFolder = isReader ? () => null : tools.takeStartFolder;
  return { ...tools, window: () => from, takeStartFolder };
}

/** Opens the two protocols, for the window and for the print room. */
function serve(folders: ArchiveFolders, paths: AppPaths): PrintRoom {
  const { protocol } = session.defaultSession;
  const servers = createServers(folders, paths);
  protocol.handle(APP_SCHEME, servers.serveApp);
  protocol.handle(ARCHIVE_SCHEME, servers.serveArchive);
  return createPrintRoom(servers);
}

function readFacts({ paths, languageOption, systemLanguage }: DesktopRecipe): Promise<AppInfo> {
  return readAppFacts({
    version: app.getVersion(),
    executable: app.getPath('exe'),
    dataFolder: paths.dataFolder,
    sampleFolder: paths.sampleFolder,
    systemLanguage: languageOption ?? systemLanguage,
  });
}

function openFolderOutside(folder: string): void {
  shell
    .openPath(folder)
    .then((failure) => {
      if (failure !== '') log(`${folder} could not be opened: ${failure}`);
    })
    .catch((thrown: unknown) => logUnexpected('opening the data folder', thrown));
}
