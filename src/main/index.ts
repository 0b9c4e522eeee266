import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, nativeTheme } from 'electron';
import * as v from 'valibot';
import { defaultDataFolder } from '../core/dataFolder.ts';
import { createDesktop } from './desktop.ts';
import type { Desktop } from './desktop.ts';
import { exportWithoutWindow } from './export/headless.ts';
import { pickLanguage, shellText } from './i18n/shellText.ts';
import { readLaunchOptions } from './launchOptions.ts';
import type { LaunchOptions } from './launchOptions.ts';
import { log, logUnexpected } from './log.ts';
import { keepErrorOutput } from './logFile.ts';
import { confineSession, forbidNetwork, refuseServers } from './noNetwork.ts';
import { appPaths } from './paths.ts';
import type { AppPaths } from './paths.ts';
import { declareSchemes } from './schemes.ts';
import { recordStalls } from './stallMonitor.ts';
import { guardContents } from './windowGuards.ts';
import { readWindowState } from './windowState.ts';

/** What a second start hands to the first; it crosses a process border, so it is parsed. */
const handoverSchema = v.object({ folder: v.nullable(v.string()) });

start();

function start(): void {
  const reading = readLaunchOptions(process.argv.slice(1), !app.isPackaged);
  if (reading.kind === 'wrong') {
    log(reading.message);
    app.exit(2);
    return;
  }
  const { options } = reading;
  const paths = findPaths(options);
  const folder = options.folder === null ? null : resolve(options.folder);
  confineApp();
  if (options.exportJob !== null) {
    exportWithoutWindow(options.exportJob, paths);
    return;
  }
  if (!prepareFolders(paths)) return;
  keepErrorOutput(paths.logFolder);
  // Per data folder: two starts with different --data-dir do not know of each other.
  if (!app.requestSingleInstanceLock({ folder })) {
    app.exit(0);
    return;
  }
  const stallLog = process.env['BROADSHEET_STALL_LOG'];
  if (stallLog !== undefined) recordStalls(stallLog);
  run(options, paths, folder).catch((thrown: unknown) => {
    logUnexpected('start', thrown);
    app.exit(1);
  });
}

function findPaths(options: LaunchOptions): AppPaths {
  return appPaths({
    dataFolder: options.dataDir === null ? defaultDataFolder() : resolve(options.dataDir),
    appFolder: app.getAppPath(),
    packagedResources: process.resourcesPath,
    isPackaged: app.isPackaged,
  });
}

/** Everything that must be said before Electron is ready. */
function confineApp(): void {
  app.setName('Broadsheet');
  // Root cannot have Chromium's sandbox and says so with --no-sandbox; enforcing it would end every child process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  forbidNetwork(app);
  refuseServers(app);
  declareSchemes();
  app.on('session-created', confineSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** Makes the data folder and tells Electron of it; false when it cannot be used. */
function prepareFolders({ dataFolder, sessionFolder }: AppPaths): boolean {
  try {
    mkdirSync(sessionFolder, { recursive: true });
  } catch {
    const { dataFolderFailed, dataFolderFailedDetail } = shellText(systemLanguage()).dialogs;
    log(dataFolderFailedDetail(dataFolder));
    void app.whenReady().then(() => {
      dialog.showErrorBox(dataFolderFailed, dataFolderFailedDetail(dataFolder));
      app.exit(1);
    });
    return false;
  }
  // Before the single-instance lock, which lives in the user-data folder.
  app.setPath('userData', dataFolder);
  app.setPath('sessionData', sessionFolder);
  app.setPath('crashDumps', join(sessionFolder, 'Crashpad'));
  return true;
}

async function run(options: LaunchOptions, paths: AppPaths, folder: string | null): Promise<void> {
  let desktop: Desktop | null = null;
  // A folder asked for before there is a window (macOS does so) is the one to start with.
  let startFolder = folder;
  const openFolder = (wanted: string | null): void => {
    if (desktop === null) startFolder = wanted ?? startFolder;
    desktop?.show();
    if (wanted === null) return;
    desktop?.openFolder(wanted).catch((thrown: unknown) => logUnexpected('open folder', thrown));
  };
  app.on('second-instance', (...[, , , handover]) => {
    const parsed = v.safeParse(handoverSchema, handover);
    openFolder(parsed.success ? parsed.output.folder : null);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFolder(path);
  });
  app.on('activate', () => desktop?.show());
  // A window that is still saving a note stops a quit, and closes by itself a moment later: then it goes on.
  let isQuitting = false;
  app.on('before-quit', (event) => {
    isQuitting = desktop?.holdsQuit() !== true;
    if (!isQuitting) event.preventDefault();
  });
  app.on('window-all-closed', () => {
    if (isQuitting || process.platform !== 'darwin') app.quit();
  });
  await app.whenReady();
  const firstState = await readWindowState(paths.windowState, nativeTheme.shouldUseDarkColors);
  desktop = await createDesktop({
    paths,
    firstState,
    systemLanguage: systemLanguage(),
    languageOption: options.language,
    takeStartFolder: () => {
      const wanted = startFolder;
      startFolder = null;
      return wanted;
    },
  });
  closeWithApp(desktop);
  quitOnSignals(desktop);
  desktop.show();
}

/**
 * A signal comes from the system or a terminal: nobody may be there to answer a question. After the app is ready, for
 * Chromium sets its own answer to signals while it starts.
 */
function quitOnSignals({ quitNow }: Desktop): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quitNow);
}

/** Holds the end back until runs and threads have ended; the window, closed first, has saved what it shows. */
function closeWithApp(desktop: Desktop): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    desktop
      .close()
      .catch((thrown: unknown) => logUnexpected('closing', thrown))
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}

function systemLanguage(): 'en' | 'zh' {
  return pickLanguage(app.getPreferredSystemLanguages());
}
