import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { app } from 'electron';
import { createArchiveFolders } from '../archiveFolders.ts';
import { startCore } from '../coreProcess.ts';
import { log, logUnexpected } from '../log.ts';
import type { AppPaths } from '../paths.ts';
import { createServers } from '../servers.ts';
import { runExportJobFile } from './exportJobFile.ts';
import { createPrintRoom } from './printRoom.ts';

/**
 * Runs one export for the command line and exits: no window, no single-instance lock, and Chromium's own files in a
 * folder beside the job file, so that an app that is open on the same data folder is not disturbed. Chromium may write
 * there until its last moment: whoever made the job file takes that folder away once the app has ended.
 *
 * @param jobFile path of the JSON job, as typed
 */
export function exportWithoutWindow(jobFile: string, paths: AppPaths): void {
  const sessionFolder = mkdtempSync(join(dirname(resolve(jobFile)), 'session-'));
  app.setPath('userData', sessionFolder);
  app.setPath('sessionData', sessionFolder);
  app.setPath('crashDumps', join(sessionFolder, 'Crashpad'));
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());
  // Electron answers a signal, and the end of the desktop session, by quitting; the work is to be taken back first.
  app.on('before-quit', (event) => {
    event.preventDefault();
    controller.abort();
  });
  // The print windows come and go; their end is not the app's.
  app.on('window-all-closed', () => undefined);
  work(resolve(jobFile), paths, controller.signal)
    .catch((thrown: unknown) => {
      logUnexpected('export', thrown);
      return 1;
    })
    .then((code) => {
      removeQuietly(sessionFolder);
      app.exit(code);
    })
    .catch(() => app.exit(1));
}

async function work(jobFile: string, paths: AppPaths, signal: AbortSignal): Promise<number> {
  await app.whenReady();
  const core = startCore(paths.coreWorker, { dataFolder: paths.dataFolder });
  try {
    const printRoom = createPrintRoom(createServers(createArchiveFolders(core), paths));
    return await runExportJobFile(jobFile, {
      core,
      dataFolder: paths.dataFolder,
      printRoom,
      signal,
    });
  } finally {
    await core.stop();
  }
}

function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    log(`${folder} could not be removed; it holds nothing of value.`);
  }
}
