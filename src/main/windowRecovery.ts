import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { ShellText } from './i18n/en.ts';
import { log, logUnexpected } from './log.ts';

/** A page that dies again so soon after loading is not loaded again without asking. In milliseconds. */
const SOON_MS = 20_000;

/**
 * Brings the page back when its process dies or hangs. What was on screen is in the library, so the page opens where
 * it was.
 */
export function recoverWindow(window: BrowserWindow, text: () => ShellText['dialogs']): void {
  let reloadedAt = Number.NEGATIVE_INFINITY;
  let isAsking = false;
  const reload = (): void => {
    reloadedAt = performance.now();
    window.webContents.reload();
  };
  const ask = async (question: Electron.MessageBoxOptions): Promise<number> => {
    isAsking = true;
    const { response } = await dialog.showMessageBox(window, question);
    isAsking = false;
    return response;
  };
  const revive = async (): Promise<void> => {
    const { reloaded, reloadedDetail, ok, reload: reloadLabel } = text();
    const wasJustReloaded = performance.now() - reloadedAt < SOON_MS;
    if (!wasJustReloaded) reload();
    await ask({
      type: 'warning',
      message: reloaded,
      detail: reloadedDetail,
      buttons: [wasJustReloaded ? reloadLabel : ok],
    });
    if (wasJustReloaded && !window.isDestroyed()) reload();
  };
  const wakeUp = async (): Promise<void> => {
    const { notResponding, notRespondingDetail, wait, reload: reloadLabel } = text();
    const buttons = [wait, reloadLabel];
    const options = {
      type: 'warning',
      message: notResponding,
      detail: notRespondingDetail,
    } as const;
    const choice = await ask({ ...options, buttons, defaultId: 0, cancelId: 0 });
    // Ending the process of the page is what frees a page that loops; it then comes back by `render-process-gone`.
    if (choice === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
  };
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log(`the window's process ended (${reason}, exit code ${exitCode}); loading it again`);
    revive().catch((thrown: unknown) => logUnexpected('window recovery', thrown));
  });
  window.on('unresponsive', () => {
    if (isAsking) return;
    wakeUp().catch((thrown: unknown) => logUnexpected('window recovery', thrown));
  });
}
